"""Brings the errors that people say to the editors of their territory, and what became of them to who said them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import reports
from bot.records.offer_readers import editors
from bot.records.report import Outcome, Report
from bot.talk.message import Address, Reply
from directory.tables import SERVICES

# Told in one transaction.
AT_ONCE = 50


class News(Protocol):
    """What is said."""

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""

    def for_editors(self, territory: str, services: int) -> Reply:
        """That something waits."""

    def for_author(self, report: Report, name: str) -> Reply:
        """What became of it."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """Each is told once, in the transaction that notes it."""

    mailroom: Mailroom
    news: News

    async def round(self) -> None:
        """Tell what is to be told. Raises StoreUnavailable."""
        if await self.mailroom.store.read(reports.some_untold):
            await self.mailroom.store.write(self._tell)

    def _tell(self, connection: Connection) -> None:
        waiting: defaultdict[str, set[str]] = defaultdict(set)
        thanked: set[tuple[Address, str]] = set()
        for report in reports.untold(connection, self.mailroom.vault, most=AT_ONCE):
            reports.told(connection, report.key)
            if report.outcome is Outcome.WAITING:
                waiting[report.territory].add(report.service)
            elif report.address and (report.address, report.service) not in thanked:
                thanked.add((report.address, report.service))
                said = self.news.for_author(report, _name(connection, report.service))
                self.mailroom.tell(connection, report.address, said)
        for territory, services in waiting.items():
            said = self.news.for_editors(territory, len(services))
            for reader in editors(connection, self.mailroom.vault, self.news.around(territory)):
                if reader.address:
                    self.mailroom.tell(connection, reader.address, said)


def _name(connection: Connection, service: str) -> str:
    return connection.scalar(select(SERVICES.c.nom).where(SERVICES.c.id == service)) or "…"
