"""Brings each step of an offer to whom it concerns, once: agents in their conversation and by mail, or its author."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import offers
from bot.records.offer import LATE, Offer
from bot.records.offer_lines import FOR_AGENTS, Kind, Line, some_untold, told, untold
from bot.records.offer_readers import Reader, readers
from bot.talk.message import Reply

# Steps told in one transaction.
AT_ONCE = 20
_MOST_LATE = 200


class News(Protocol):
    """What is said, and to which official address."""

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""

    def mailbox(self, territory: str) -> str | None:
        """The official address of a territory."""

    def for_agents(self, step: Line, offer: Offer | None) -> Reply:
        """In their conversation."""

    def by_mail(self, step: Line, offer: Offer | None) -> Reply:
        """In a mail to them."""

    def for_author(self, step: Line, offer: Offer) -> Reply:
        """To its author."""

    def late(self, territory: str, waiting: Sequence[str]) -> Reply:
        """To agents, of what waits for too long."""


@dataclass(frozen=True, slots=True)
class Offering:
    """`quiet`: whether people sleep in a territory."""

    mailroom: Mailroom
    news: News
    quiet: Callable[[str], bool]

    async def round(self) -> None:
        """Tell what is to be told. Raises StoreUnavailable."""
        if await self.mailroom.store.read(some_untold):
            await self.mailroom.store.write(self._tell)

    async def recall(self) -> None:
        """Tell agents, by day, of the offers that nobody has looked at for a week. Raises StoreUnavailable."""
        before = self.mailroom.clock() - LATE
        if await self.mailroom.store.read(lambda connection: offers.late(connection, before=before, most=1)):
            await self.mailroom.store.write(self._recall)

    def _tell(self, connection: Connection) -> None:
        vault = self.mailroom.vault
        for step in untold(connection, vault, most=AT_ONCE):
            told(connection, step.key)
            offer = offers.find(connection, vault, step.offer)
            if step.kind in FOR_AGENTS:
                self._tell_agents(connection, step, offer)
            elif offer:
                self._tell_author(connection, step, offer)

    def _tell_agents(self, connection: Connection, step: Line, offer: Offer | None) -> None:
        if offer is None and step.kind is not Kind.WITHDRAWN:
            return
        found = readers(connection, self.mailroom.vault, self.news.around(step.territory))
        if offer and offer.assignee and (mine := [each for each in found if each.author == offer.assignee]):
            found = mine
        for reader in found:
            if reader.address:
                self.mailroom.tell(connection, reader.address, self.news.for_agents(step, offer))
        self._mail(connection, self._mailboxes(step, found), self.news.by_mail(step, offer))

    def _mailboxes(self, step: Line, found: Sequence[Reader]) -> list[str]:
        """The official one, and those that agents gave; each once."""
        known = [self.news.mailbox(step.territory), *(reader.mail for reader in found)]
        return list(dict.fromkeys(mailbox for mailbox in known if mailbox))

    def _mail(self, connection: Connection, mailboxes: Sequence[str], reply: Reply) -> None:
        mailing, now = self.mailroom.mailing, self.mailroom.clock()
        for mailbox in mailboxes if mailing.possible else ():
            mailing.queue(connection, mailbox, reply, now=now)

    def _tell_author(self, connection: Connection, step: Line, offer: Offer) -> None:
        """In the conversation, where its messenger can be written to first; else by mail."""
        said = self.news.for_author(step, offer)
        if offer.address and offer.address.platform in self.mailroom.senders:
            self.mailroom.tell(connection, offer.address, said)
        elif offer.proposal.reach.mail:
            self._mail(connection, [offer.proposal.reach.mail], said)

    def _recall(self, connection: Connection) -> None:
        now, waiting = self.mailroom.clock(), defaultdict(list)
        for number, territory in offers.late(connection, before=now - LATE, most=_MOST_LATE):
            if not self.quiet(territory):
                waiting[territory].append(number)
        for territory, numbers in waiting.items():
            offers.recalled(connection, numbers, now=now)
            said = self.news.late(territory, numbers)
            for reader in readers(connection, self.mailroom.vault, self.news.around(territory)):
                if reader.address:
                    self.mailroom.tell(connection, reader.address, said)
