"""What agents are told of a message to many people: that a second must agree, how far it got, what it came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import campaigns
from bot.records.addresses import open_address
from bot.records.agents import mail_of, whom_to_ask
from bot.records.campaign import Campaign
from bot.records.sends import Tally, tally
from bot.records.statements import CAMPAIGN
from bot.talk.message import Address, Reply

APPROVES = "valider"
# Between two news of how far a campaign got.
TOLD_EVERY = timedelta(seconds=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """`asks`: what is told to those who may say yes to a proposal, found in what lies `around` its territory;
    `progress`: how far it got, for its author, always in the same message; `report`: what it came to, for its author.
    """

    mailroom: Mailroom
    asks: Callable[[Campaign], Reply]
    around: Callable[[str], tuple[str, ...]]
    progress: Callable[[Campaign, Tally], Reply]
    report: Callable[[Campaign], Reply]
    _told: dict[int, datetime] = field(default_factory=dict)
    """When its author was last told how far each campaign got."""

    async def ask(self, proposal: Campaign) -> None:
        """Tell those who may say yes to it, once. Raises StoreUnavailable."""
        vault, now = self.mailroom.vault, self.mailroom.clock()

        def write(connection: Connection) -> None:
            around = self.around(proposal.territory)
            for address in whom_to_ask(connection, vault, APPROVES, around, but=proposal.author):
                self.mailroom.tell(connection, address, self.asks(proposal))
            campaigns.asked(connection, proposal.id, now=now)

        await self.mailroom.store.write(write)

    async def tell(self, campaign: Campaign) -> None:
        """Tell its author how far it got, when it takes long. Raises StoreUnavailable."""
        now = self.mailroom.clock()
        last = self._told.get(campaign.id, campaign.begun_at or now)
        address = self._author(campaign)
        if address is None or now - last < TOLD_EVERY:
            return
        self._told[campaign.id] = now

        def write(connection: Connection) -> None:
            self.mailroom.tell(connection, address, self.progress(campaign, tally(connection, campaign.id)))

        await self.mailroom.store.write(write)

    def over(self, connection: Connection, campaign: Campaign) -> None:
        """Tell its author what it came to, by mail too where they gave an address."""
        self._told.pop(campaign.id, None)
        address = self._author(campaign)
        if address is None:
            return
        self.mailroom.tell(connection, address, self.report(campaign))
        mailing = self.mailroom.mailing
        to = mail_of(connection, self.mailroom.vault, campaign.author) if campaign.author and mailing.possible else None
        if to:
            mailing.queue(connection, to, self.report(campaign), now=self.mailroom.clock())

    def _author(self, campaign: Campaign) -> Address | None:
        row, sealed = campaign.key.encode(), campaign.contact
        return open_address(self.mailroom.vault, sealed, table=CAMPAIGN.name, row=row) if sealed else None
