"""Feeds campaigns into the outbox: a little ahead of what leaves, so that stopping one stops it at once.

Each helping is one transaction: the sends, and how far the campaign got. Whatever is killed, nobody is left out and
nobody is written to twice.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import structlog
from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from bot.post import outbox
from bot.post.bell import ring
from bot.post.carrier import Parcel
from bot.post.mailing import MAIL
from bot.post.mailroom import Mailroom
from bot.post.telling import Telling
from bot.records import campaigns
from bot.records.addresses import open_address
from bot.records.audience import count, following
from bot.records.campaign import WRITTEN_BY_AGENTS, Campaign, State
from bot.records.sends import Status
from bot.records.statements import OUTBOX, SUBSCRIPTION
from bot.records.store import StoreUnavailable
from bot.talk.failures import where
from bot.talk.message import Reply

log = structlog.get_logger(__name__)

# Seconds of sends that wait in the outbox, and sends a second where nothing limits them.
AHEAD, UNLIMITED = 4, 25
_WAITING = select(func.count()).where(
    OUTBOX.c.status == Status.WAITING,
    OUTBOX.c.bulk.is_(True),
    OUTBOX.c.campaign.is_not(None),
)


@dataclass(frozen=True, slots=True)
class Feeder:
    """`compose`: the message by language, None when there is nothing to say any more; `quiet`: whether the people it
    is for sleep; `by_mail`: a message, in a language, as somebody reads it by mail, and the link by which they stop;
    `agents`: what they are told of it.
    """

    mailroom: Mailroom
    compose: Callable[[Campaign], Awaitable[Mapping[str, Reply] | None]]
    quiet: Callable[[Campaign], bool]
    by_mail: Callable[[Reply, str, bytes], tuple[Reply, str]]
    agents: Telling

    async def round(self) -> None:
        """Begin what is due, feed what is being sent, report what is over. Raises StoreUnavailable."""
        for proposal in await self.mailroom.store.read(campaigns.unasked):
            await self.agents.ask(proposal)
        # A long message of agents must not make a reminder late.
        for campaign in sorted(await self.mailroom.store.read(campaigns.unfinished), key=_goes_after):
            try:
                await self._step(campaign)
            except StoreUnavailable:
                raise
            except Exception as error:  # noqa: BLE001 - one campaign: an error of ours must not stop the others
                log.error("a campaign failed", campaign=campaign.id, error=type(error).__name__, where=where(error))  # noqa: TRY400 - the values may quote somebody
                await self._stop(campaign)

    async def _step(self, campaign: Campaign) -> None:
        now = self.mailroom.clock()
        match campaign.status:
            case State.READY:
                if campaign.due_at <= now and (campaign.night or not self.quiet(campaign)):
                    await self._begin(campaign)
            case State.SENDING:
                await self.agents.tell(campaign)
                await self._feed(campaign)
            case _:
                await self._close(campaign)

    async def _stop(self, campaign: Campaign) -> None:
        now = self.mailroom.clock()
        await self.mailroom.store.write(lambda connection: campaigns.stop(connection, campaign.id, now=now))

    async def _begin(self, campaign: Campaign) -> None:
        now = self.mailroom.clock()

        def begin(connection: Connection) -> None:
            people = count(connection, campaigns.whom(connection, campaign))
            campaigns.begin(connection, campaign.id, people=people, now=now)

        await self.mailroom.store.write(begin)

    async def _feed(self, campaign: Campaign) -> None:
        hungry = {name: most for name in self.mailroom.senders if (most := await self._room(name))}
        if not hungry:
            return
        composed = await self.compose(campaign)
        if composed is None:
            await self._stop(campaign)
            return
        fed = False
        for platform, most in hungry.items():
            fed = await self._helping(campaign, platform, most, composed) or fed
        if not fed:
            await self._close(campaign)

    async def _room(self, platform: str) -> int:
        """How many sends may be added for a platform; 0 while enough of them wait."""
        delivery = self.mailroom.senders[platform].delivery
        window = int(AHEAD * (delivery.pace.limits.per_second or UNLIMITED))
        asked = _WAITING.where(OUTBOX.c.platform == platform)
        waiting: int = await self.mailroom.store.read(lambda connection: connection.execute(asked).scalar_one())
        # A room that must wait alone (a mailbox that is full) keeps nobody else waiting.
        waiting = max(0, waiting - delivery.pace.rooms_put_off(delivery.now()))
        return window - waiting if waiting <= window // 2 else 0

    async def _helping(self, campaign: Campaign, platform: str, most: int, said: Mapping[str, Reply]) -> bool:
        """Write the next sends of a platform; whether there were any."""
        mailroom = self.mailroom
        sender = mailroom.senders[platform]
        packed = {language: sender.delivery.carrier.pack(reply, None) for language, reply in said.items()}

        def write(connection: Connection) -> list[outbox.Draft]:
            current = campaigns.find(connection, campaign.id)
            if current is None:
                return []
            after = current.legs.get(platform, 0)
            audience = campaigns.whom(connection, current)
            rows = list(following(connection, audience, platform=platform, after=after, most=most))
            legs = {**current.legs, platform: rows[-1].place} if rows else current.legs
            if not rows or not campaigns.advance(connection, campaign.id, legs):
                return []
            drafts: list[outbox.Draft] = []
            for row in rows:
                address = open_address(mailroom.vault, row.contact, table=SUBSCRIPTION.name, row=row.uid)
                if address is None:
                    continue
                parcels = packed.get(row.language) or packed["fr"]
                if platform == MAIL:
                    parcels = self._mailed(said.get(row.language) or said["fr"], row.language, row.uid)
                now = mailroom.clock()
                drafts += outbox.prepare(mailroom.vault, address, parcels, now=now, campaign=campaign.id)
            outbox.queue(connection, drafts)
            ring(connection, platform)
            return drafts

        drafts = await mailroom.store.write(write)
        sender.take([draft.letter() for draft in drafts])
        if drafts:
            log.info("a campaign goes on", campaign=campaign.id, platform=platform, sends=len(drafts))
        return bool(drafts)

    def _mailed(self, reply: Reply, language: str, uid: bytes) -> tuple[Parcel, ...]:
        """A mail, with its own link to stop."""
        reply, link = self.by_mail(reply, language, uid)
        packed = self.mailroom.senders[MAIL].delivery.carrier.pack(reply, None)
        return tuple({**parcel, "bulk": True, "unsubscribe": link} for parcel in packed)

    async def _close(self, campaign: Campaign) -> None:
        """Once nothing is on its way, count, and tell its author."""
        mailroom, now = self.mailroom, self.mailroom.clock()

        def write(connection: Connection) -> None:
            if campaign.status is State.SENDING and self._some_left(connection, campaign):
                return
            over = campaigns.close(connection, campaign.id, now=now)
            if over is not None:
                log.info("a campaign is over", campaign=over.id, people=over.people, sent=over.result.sent)
                self.agents.over(connection, over)

        await mailroom.store.write(write)

    def _some_left(self, connection: Connection, campaign: Campaign) -> bool:
        """Whether somebody is still to be written to: a platform may have had no room for them yet."""
        current = campaigns.find(connection, campaign.id) or campaign
        audience = campaigns.whom(connection, current)
        return any(
            next(following(connection, audience, platform=name, after=current.legs.get(name, 0), most=1), None)
            for name in self.mailroom.senders
        )


def _goes_after(campaign: Campaign) -> bool:
    return campaign.kind in WRITTEN_BY_AGENTS
