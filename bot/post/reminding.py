"""Turns the calendar into reminders, each made once; and asks people again, a year later, whether to go on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.post import outbox
from bot.post.bell import announce
from bot.post.mailing import MAIL
from bot.post.mailroom import Mailroom
from bot.records import campaigns, mail_requests
from bot.records.campaign import Kind, Plan, reminder_key
from bot.records.permissions import FRANCE
from bot.records.statements import CAMPAIGN
from bot.records.subscriptions import Moment, to_ask_again
from bot.talk import due
from bot.talk.message import Reply
from knowledge.ics import Zones
from knowledge.model import Event

log = structlog.get_logger(__name__)

# People asked at once whether to go on.
ASKED_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Reminding:
    """`events`: the whole calendar; `zones`: the clock of a territory; `around`: its départements;
    `ask`: the question whether to go on, in a language.
    """

    mailroom: Mailroom
    events: Callable[[], Awaitable[Iterable[Event]]]
    zones: Callable[[], Zones]
    around: Callable[[str | None], tuple[str, ...]]
    ask: Callable[[str], Reply]

    async def round(self) -> None:
        """Plan the reminders that are due. Raises StoreUnavailable."""
        now = self.mailroom.clock()
        zones = self.zones()
        plans = {
            plan.key: plan
            for event in await self.events()
            for moment in Moment
            if (plan := self._plan(event, moment, zones, now))
        }
        if not plans:
            return
        known = select(CAMPAIGN.c.key).where(CAMPAIGN.c.key.in_(list(plans)))
        for key in await self.mailroom.store.read(lambda connection: connection.execute(known).scalars().all()):
            del plans[key]
        if plans:
            await self.mailroom.store.write(lambda connection: _write(connection, plans.values(), now))

    async def ask_again(self) -> None:
        """Ask those who agreed a year ago. Raises StoreUnavailable."""
        mailroom, now = self.mailroom, self.mailroom.clock()

        def write(connection: Connection) -> None:
            for address, wish in to_ask_again(connection, mailroom.vault, now=now, most=ASKED_AT_ONCE):
                if address.platform == MAIL:
                    mail_requests.ask(connection, mailroom.vault, address.room, wish, now=now)
                elif address.platform in mailroom.senders:
                    carrier = mailroom.senders[address.platform].delivery.carrier
                    parcels = carrier.pack(self.ask(wish.language), None)
                    outbox.queue(connection, outbox.prepare(mailroom.vault, address, parcels, now=now, bulk=True))
                    announce(connection, address.platform)

        await mailroom.store.write(write)

    def _plan(self, event: Event, moment: Moment, zones: Zones, now: datetime) -> Plan | None:
        zone = zones(event.territory)
        if event.cancelled or not due.is_due(event, moment, zone, now):
            return None
        return Plan(
            key=reminder_key(event, moment),
            kind=Kind.REMINDER,
            territories=self.around(event.territory),
            axes="".join(map(str, event.axes)),
            event=event.id,
            territory=event.territory or FRANCE,
            moments=due.recalled(event, moment),
            due_at=now,
        )


def _write(connection: Connection, plans: Iterable[Plan], now: datetime) -> None:
    for plan in plans:
        if campaigns.write(connection, plan, now=now) is not None:
            log.info("a reminder is due", about=plan.event, moment=" ".join(plan.moments))
