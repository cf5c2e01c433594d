"""Queues the first mail to whoever asked for reminders by mail: it asks whether it is really they."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records.mail_requests import Request, some_unasked, unasked
from bot.talk.message import Reply

# Mails queued at once.
AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Inviting:
    """`message`: what a request is answered by mail, with its link."""

    mailroom: Mailroom
    message: Callable[[Request], Reply]

    async def round(self) -> None:
        """Queue what waits. Raises StoreUnavailable."""
        mailing, now = self.mailroom.mailing, self.mailroom.clock()
        if not mailing.possible or not await self.mailroom.store.read(some_unasked):
            return

        def write(connection: Connection) -> None:
            for request in unasked(connection, self.mailroom.vault, most=AT_ONCE):
                mailing.queue(connection, request.address, self.message(request), now=now)

        await self.mailroom.store.write(write)
