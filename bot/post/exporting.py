"""Full exports of offers: tells those who may agree, delivers the file once to who asked, says when it is not to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import agents, audit, offer_exports
from bot.records.offer import Offer
from bot.records.offer_export import Export, Status
from bot.records.offer_export_effects import AGREES, ASKS
from bot.records.permissions import may
from bot.talk.message import Reply


class News(Protocol):
    """What is said of one."""

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""

    def within(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that lies inside it."""

    def asks(self, export: Export) -> Reply:
        """To those who may agree."""

    def delivered(self, export: Export, offers: Sequence[Offer]) -> Reply:
        """To who asked, with the file."""

    def not_delivered(self, number: str, status: Status) -> Reply:
        """To who asked, without."""


@dataclass(frozen=True, slots=True)
class Exporting:
    """What is told and what became of it are one transaction: a kill delivers nothing twice."""

    mailroom: Mailroom
    news: News

    async def round(self) -> None:
        """Tell, deliver, let expire. Raises StoreUnavailable."""
        now = self.mailroom.clock()
        if await self.mailroom.store.read(partial(offer_exports.some_to_do, now=now)):
            await self.mailroom.store.write(self._round)

    def _round(self, connection: Connection) -> None:
        vault, now = self.mailroom.vault, self.mailroom.clock()
        for export in offer_exports.expired(connection, vault, now=now):
            self._settled(connection, export, Status.EXPIRED, "expired")
        for export in offer_exports.untold(connection, vault):
            if self._told(connection, export):
                offer_exports.told(connection, export.wish.number)

    def _told(self, connection: Connection, export: Export) -> bool:
        """Tell whom its last step concerns; False when there is no way to deliver it for now."""
        if export.status is Status.ASKED:
            around = self.news.around(export.wish.territory)
            for address in agents.whom_to_ask(connection, self.mailroom.vault, AGREES, around, but=export.author):
                self.mailroom.tell(connection, address, self.news.asks(export))
        elif export.status is Status.AGREED:
            return self._delivered(connection, export)
        elif export.address:
            self.mailroom.tell(connection, export.address, self.news.not_delivered(export.wish.number, export.status))
        return True

    def _delivered(self, connection: Connection, export: Export) -> bool:
        """Give the file to who asked, if both may still; what was withdrawn meanwhile is not in it."""
        if export.address is None or export.address.platform not in self.mailroom.senders:
            return False
        if not self._both_may(connection, export):
            self._settled(connection, export, Status.VOID, "void")
            return False
        wish, vault = export.wish, self.mailroom.vault
        within = self.news.within(wish.territory)
        held = offer_exports.held(connection, vault, wish.selection, within=within, until=export.asked_at)
        self.mailroom.tell(connection, export.address, self.news.delivered(export, held))
        self._settled(connection, export, Status.DELIVERED, f"delivered {len(held)}", actor=export.author)
        return True

    def _both_may(self, connection: Connection, export: Export) -> bool:
        around, now = self.news.around(export.wish.territory), self.mailroom.clock()
        both = ((ASKS, export.author), (AGREES, export.approver or audit.NOBODY))
        return all(may(command, agents.rights_of_author(connection, who, now=now), around) for command, who in both)

    def _settled(
        self, connection: Connection, export: Export, status: Status, what: str, *, actor: bytes = audit.NOBODY
    ) -> None:
        """Write where it stands, and write it down."""
        wish, vault, now = export.wish, self.mailroom.vault, self.mailroom.clock()
        offer_exports.settle(connection, wish.number, status)
        agents.tell(connection, vault, actor, ASKS, f"export {wish.number} {what}", wish.territory, now)
