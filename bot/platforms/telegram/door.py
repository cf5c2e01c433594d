"""Listens to Telegram, by long polling or by webhook, through every failure of the network."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import structlog
from telegram import Bot
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from bot.platforms.telegram.carrier import REVOKED, telegram_says
from bot.platforms.telegram.courtesies import Courtesies
from bot.platforms.telegram.groups import Me
from bot.platforms.telegram.request import TooManyCallsError
from bot.platforms.telegram.settings import TelegramSettings
from bot.platforms.telegram.updates import KINDS, PLATFORM, Inquiry, Left, Press, read
from bot.post.arrival import Arrival, Cursor, Post
from bot.post.carrier import ClosedError
from bot.post.door import Health
from bot.post.patience import patiently
from bot.post.weather import Weather
from bot.records.store import StoreUnavailable

log = structlog.get_logger(__name__)
T = TypeVar("T")

# Seconds: how long Telegram keeps a poll, how much longer its answer may take, and when another process polls.
POLL, MORE, CONFLICT = 50, 10, 10
ME = "telegram-me"


@dataclass(slots=True, kw_only=True)
class TelegramDoor:
    """`weather` is shared with the sender; `now`: seconds of a clock that never goes back."""

    settings: TelegramSettings
    bot: Bot
    post: Post
    courtesies: Courtesies
    weather: Weather
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    name: str = PLATFORM
    stopping: bool = False
    opened: bool = False
    _health: Health = Health.STARTING
    _me: Me | None = None

    @property
    def health(self) -> Health:
        """How it fares; behind a webhook, only the sends tell that Telegram is away."""
        away = self._health is Health.OPEN and not self.weather.fair
        return Health.UNREACHABLE if away else self._health

    async def listen(self) -> None:
        """Listen until cancelled. Raises ClosedError when Telegram refuses the token."""
        me = await self._tried(self.bot.get_me)
        self._me = Me(me.id, me.username or "")
        await self._stored([], cursor=Cursor(ME, self._me.username))
        if self.settings.webhook:
            await self._tried(self._set_webhook)
        else:
            await self._tried(self.bot.delete_webhook)
        self._open()
        self.courtesies.introduce()
        await (asyncio.Event().wait() if self.settings.webhook else self._poll())

    async def close(self) -> None:
        """Close the connections; the webhook stays, so that Telegram keeps what comes meanwhile."""
        self.stopping = True
        await self.courtesies.close()
        for request in self.bot._request:  # noqa: SLF001 - `Bot.shutdown` does nothing for a bot that was not initialised
            await request.shutdown()

    async def handle(self, updates: Sequence[object]) -> None:
        """Store what updates say; then answer presses and inline queries. Raises StoreUnavailable: nothing was."""
        me = await self._who()
        heard = [read(update, me) for update in updates]
        arrivals = [_arrival(each) for each in heard]
        await self.post.receive([arrival for arrival in arrivals if arrival])
        for each in heard:
            match each:
                case Left():
                    await self.post.gone(each.address)
                case Press():
                    self.courtesies.press(each)
                case Inquiry():
                    self.courtesies.inquiry(each)

    async def _who(self) -> Me:
        """Ourselves; a worker that does not lead knows it from the one that does."""
        if self._me is None:
            username = None
            with suppress(StoreUnavailable):  # told by the storing that follows, which warns whoever is in danger
                username = await self.post.cursor(ME)
            me = Me(self.settings.bot_id, username or "")
            if username is None:
                return me
            self._me = me
        return self._me

    async def _poll(self) -> None:
        offset: int | None = None
        while True:
            updates = await self._tried(partial(self._updates, offset))
            if not updates:
                continue
            await patiently(partial(self.handle, updates), self.sleep)
            numbers = [update["update_id"] for update in updates if isinstance(update.get("update_id"), int)]
            offset = max(numbers, default=0) + 1

    async def _updates(self, offset: int | None) -> list[dict[str, Any]]:
        """What waits at Telegram, as it wrote it: one that the library cannot read must not hide the others."""
        seconds = POLL if self.weather.fair else 0
        asked = {"timeout": seconds, "allowed_updates": list(KINDS), **({"offset": offset} if offset else {})}
        raw = await self.bot._post("getUpdates", asked, read_timeout=seconds + MORE)  # noqa: SLF001 - the raw updates
        return [update for update in raw if isinstance(update, dict)] if isinstance(raw, list) else []

    async def _stored(self, arrivals: Sequence[Arrival], *, cursor: Cursor) -> None:
        with suppress(StoreUnavailable):
            await self.post.receive(arrivals, cursor=cursor)

    async def _set_webhook(self) -> bool:
        return await self.bot.set_webhook(
            self.settings.webhook or "",
            secret_token=self.settings.secret,
            allowed_updates=list(KINDS),
            max_connections=40,
        )

    async def _tried(self, call: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """The result of a call, however long Telegram is away. Raises ClosedError."""
        while True:
            while (wait := self.weather.when() - self.now()) > 0:
                await self.sleep(wait)
            begun = self.now()
            self.weather.begin(begun)
            try:
                result = await call()
            except TooManyCallsError as error:
                self.weather.succeeded()
                await self.sleep(error.seconds)
            except Conflict:
                self._contested()
                await self.sleep(CONFLICT)
            except TelegramError as error:
                if isinstance(error, InvalidToken) and telegram_says(error):
                    self._health = Health.CLOSED
                    raise ClosedError(REVOKED) from None
                self._away(begun, error)
            else:
                self._open()
                return result

    def _open(self) -> None:
        if self._health is not Health.OPEN:
            log.info("telegram answers")
        self._health, self.opened = Health.OPEN, True
        self.weather.succeeded()

    def _contested(self) -> None:
        if self._health is not Health.ELSEWHERE:
            log.warning("another process polls telegram with the same token")
        self._health = Health.ELSEWHERE
        self.weather.succeeded()

    def _away(self, begun: float, error: TelegramError) -> None:
        if self._health is not Health.UNREACHABLE:
            event = "telegram refuses a call" if isinstance(error, BadRequest) else "telegram does not answer"
            log.warning(event, error=type(error).__name__)
        self._health = Health.UNREACHABLE
        self.weather.failed(self.now(), begun=begun)


def _arrival(heard: object) -> Arrival | None:
    match heard:
        case Arrival():
            return heard
        case Press():
            return heard.arrival
    return None
