"""Reminders by mail: what the first mail asks, the page that its link opens, the link by which each mail is stopped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from bot.handlers.subscribe import what_of
from bot.records.mail_requests import Request, agree, end_link, find, whose
from bot.records.privacy import Vault
from bot.records.reading import Read
from bot.records.subscriptions import Wish, unsubscribe, wish_of
from bot.talk.message import Reply, Text
from bot.talk.wording import Voice, Wording
from knowledge.keeper import Keeper


@dataclass(frozen=True, slots=True)
class ByMail:
    """`read`, `write`: run a function on the database; `clock`: the time, aware; `address`: where the pages are."""

    keeper: Keeper
    read: Read
    write: Callable[[Callable[[Connection], Any]], Awaitable[Any]]
    vault: Vault
    wording: Wording
    clock: Callable[[], datetime]
    address: str

    def invitation(self, request: Request) -> Reply:
        """The first mail."""
        voice = self.wording.voice(request.wish.language)
        url = f"{self.address}/abonnement/{request.secret}"
        said = voice("subscribe-mail-message", what=self._what(voice, request.wish), url=url)
        return Reply((Text(voice("subscribe-mail-subject")), Text(said)), language=voice.language)

    def of(self, reply: Reply, language: str, uid: bytes) -> tuple[Reply, str]:
        """A message as it is read by mail: its last line says by which link one stops."""
        voice, link = self.wording.voice(language), f"{self.address}/desabonnement/{end_link(self.vault, uid)}"
        return replace(reply, blocks=(*reply.blocks[:-1], Text(voice("news-stop-mail", url=link)))), link

    async def asked(self, secret: str, language: str) -> str | None:
        """What a link agrees to, in words; None when it is unknown or too old."""
        now = self.clock()
        found = await self.read(lambda connection: find(connection, self.vault, secret, now=now))
        return self._what(self.wording.voice(language), found.wish) if found else None

    async def agree(self, secret: str) -> bool:
        """Subscribe whoever opened the link, once."""
        now = self.clock()
        return await self.write(lambda connection: agree(connection, self.vault, secret, now=now)) is not None

    async def subscribed(self, link: str) -> bool | None:
        """Whether the subscription that a link ends still stands; None for a link that is not ours."""
        uid = whose(self.vault, link)
        if uid is None:
            return None
        return await self.read(lambda connection: wish_of(connection, uid)) is not None

    async def end(self, link: str) -> bool:
        """End it; False for a link that is not ours."""
        uid, now = whose(self.vault, link), self.clock()
        if uid is not None:
            await self.write(lambda connection: unsubscribe(connection, uid, now=now))
        return uid is not None

    def _what(self, voice: Voice, wish: Wish) -> str:
        return what_of(voice, self.keeper.current.territories, wish)
