"""What is said to Telegram beside the messages: in the background, and dropped rather than waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.platforms.telegram.inline import CACHED, articles, hint
from bot.platforms.telegram.menu import introduce
from bot.platforms.telegram.render import Words
from bot.platforms.telegram.updates import Inquiry, Press
from bot.talk.message import Reply

log = structlog.get_logger(__name__)

# Under way at once; beyond, they are dropped.
MOST = 100
# Seconds before the commands and descriptions are told again, when Telegram did not take them.
LATER = (60, 600, 3600, 6 * 3600)

Inquire = Callable[[str, str | None], Awaitable[Reply]]
"""An answer without any memory, to a text in a language (BCP 47) or None."""


@dataclass(slots=True, kw_only=True)
class Courtesies:
    """Answers to presses and to inline queries, and what the bot says of itself."""

    bot: Bot
    words: Words
    inquire: Inquire
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _closed: bool = False

    def press(self, press: Press) -> None:
        """Take the hourglass off a button; whoever pressed somebody else's is told."""
        self._do(self._answer_press(press))

    def inquiry(self, asked: Inquiry) -> None:
        """Answer `@bot douche nantes`."""
        self._do(self._answer_inquiry(asked))

    def introduce(self) -> None:
        """Tell Telegram our commands and descriptions; later, when it does not take them now."""
        self._do(self._introduce())

    async def close(self) -> None:
        """Leave off."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        if self._closed or len(self._tasks) >= MOST:
            work.close()
            return
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        # Asked for here, so that the loop does not print an error that may quote the person.
        if not task.cancelled() and (error := task.exception()):
            log.info("a courtesy was not done", platform="telegram", error=type(error).__name__)

    async def _answer_press(self, press: Press) -> None:
        if press.foreign:
            said = self.words(_spoken(press.language), "telegram-not-yours")
            await self.bot.answer_callback_query(press.id, said, show_alert=True)
        else:
            await self.bot.answer_callback_query(press.id)

    async def _answer_inquiry(self, asked: Inquiry) -> None:
        if asked.text.strip():
            results = articles(await self.inquire(asked.text, asked.language), self.words)
        else:
            results = [hint(_spoken(asked.language), self.words)]
        await self.bot.answer_inline_query(asked.id, results, cache_time=CACHED, is_personal=False)

    async def _introduce(self) -> None:
        for pause in LATER:
            try:
                await introduce(self.bot, self.words)
            except TelegramError:
                await self.sleep(pause)
            else:
                return


def _spoken(language: str | None) -> str:
    return (language or "fr").partition("-")[0].lower()
