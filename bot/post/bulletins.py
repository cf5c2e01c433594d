"""Summaries that agents are sent each month or each week, for each territory once, whatever dies in between.

The name of a summary is taken in the transaction that queues it: two processes that make the same one send it once, and
one killed before leaves it to be made again. It is composed before, so that nobody waits for it to write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import bulletins
from bot.records.offer_readers import Reader
from bot.talk.message import Reply
from bot.talk.periods import Period


class Summary(Protocol):
    """One kind of summary."""

    @property
    def name(self) -> str:
        """What it is called in the database."""

    @property
    def period(self) -> Period:
        """How often it comes."""

    async def territories(self) -> Sequence[str]:
        """Where there is something to sum up."""

    async def compose(self, territory: str, start: date) -> Reply | None:
        """What is told of a territory, in the month or week that begins on a day; None: nothing is worth a word."""

    def readers(self, connection: Connection, territory: str) -> list[Reader]:
        """Whom it is for, as of now."""


@dataclass(frozen=True, slots=True)
class Bulletins:
    """`begun`: the first day of the current month or week of a territory, None until it may be told."""

    mailroom: Mailroom
    summaries: Sequence[Summary]
    begun: Callable[[Period, str], date | None]

    async def round(self) -> None:
        """Send what is due. Raises StoreUnavailable."""
        for summary in self.summaries:
            for territory, start in await self._due(summary):
                await self._make(summary, territory, start)

    async def _due(self, summary: Summary) -> list[tuple[str, date]]:
        found = [(territory, self.begun(summary.period, territory)) for territory in await summary.territories()]
        begun = [(territory, start) for territory, start in found if start]
        names = {_key(summary, territory, start) for territory, start in begun}
        known = await self.mailroom.store.read(partial(bulletins.known, keys=names)) if names else frozenset()
        return [(territory, start) for territory, start in begun if _key(summary, territory, start) not in known]

    async def _make(self, summary: Summary, territory: str, start: date) -> None:
        """An agent who comes before the next one still gets this one."""
        if not await self.mailroom.store.read(partial(summary.readers, territory=territory)):
            return
        said = await summary.compose(territory, start)
        key = _key(summary, territory, start)

        def write(connection: Connection) -> None:
            if bulletins.take(connection, key, now=self.mailroom.clock()) and said:
                self._send(connection, summary.readers(connection, territory), said)

        await self.mailroom.store.write(write)

    def _send(self, connection: Connection, found: Iterable[Reader], said: Reply) -> None:
        mailing, now = self.mailroom.mailing, self.mailroom.clock()
        for reader in found:
            if reader.address:
                self.mailroom.tell(connection, reader.address, said)
            if reader.mail and mailing.possible:
                mailing.queue(connection, reader.mail, said, now=now)


def _key(summary: Summary, territory: str, start: date) -> str:
    return f"{summary.name} {territory} {start.isoformat()}"
