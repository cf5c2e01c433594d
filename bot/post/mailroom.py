"""The mailroom: receives from the doors, has everything answered, and sends."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog
from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.post import inbox, outbox
from bot.post.answering import Answering, Talk
from bot.post.arrival import Arrival, Cursor
from bot.post.bell import announce, ring
from bot.post.carrier import Carrier, SendError
from bot.post.delivery import Delivery
from bot.post.figures import Figures
from bot.post.lanes import Lanes
from bot.post.locks import Locks
from bot.post.mailing import MAIL, Mailing
from bot.post.pace import Pace
from bot.post.sender import Sender
from bot.post.weather import Weather
from bot.records.people import load
from bot.records.privacy import Vault
from bot.records.rights import lose
from bot.records.statements import CURSOR, upsert
from bot.records.store import Store, StoreUnavailable
from bot.records.workers import ERASED
from bot.talk.message import Address, Message, Position, Reply

log = structlog.get_logger(__name__)

# Seconds that an emergency number may take to leave when the database is gone.
WARNING_TIME = 5.0
# People warned without the database and remembered, so that what is delivered again does not warn again.
MOST_WARNED = 2_000


@dataclass(slots=True, kw_only=True)
class Mailroom:
    """`nearest`: the middle of the commune of a position, None where we know none; `clock`: aware.

    `places`: the steps of a conversation whose answer is the place of a door, which everybody will read.
    """

    store: Store
    vault: Vault
    talk: Talk
    nearest: Callable[[Position], Position]
    locks: Locks
    figures: Figures
    clock: Callable[[], datetime]
    now: Callable[[], float] = time.monotonic
    places: frozenset[str] = frozenset()
    answering: Answering = field(init=False)
    lanes: Lanes = field(init=False)
    senders: dict[str, Sender] = field(default_factory=dict)
    _warned: dict[bytes, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.answering = Answering(
            store=self.store,
            vault=self.vault,
            senders=self.senders,
            talk=self.talk,
            warn=self.warn,
            ring=ring,
            figures=self.figures,
            clock=self.clock,
        )
        self.store.listen(self.wake_sender)
        self.lanes = Lanes(answer=self.answering.answer, read=self.answering.read, locks=self.locks)

    def add(self, carrier: Carrier, weather: Weather) -> Sender:
        """Take a messenger in; `weather` is shared with whoever else speaks to it."""
        delivery = Delivery(
            store=self.store,
            vault=self.vault,
            carrier=carrier,
            weather=weather,
            pace=Pace(carrier.manner.limits),
            figures=self.figures,
            now=self.now,
            clock=self.clock,
        )
        self.senders[carrier.name] = Sender(delivery)
        return self.senders[carrier.name]

    async def receive(self, arrivals: Sequence[Arrival], *, cursor: Cursor | None = None) -> None:
        """Store what came, durably and once each (see `bot.post.arrival.Post`)."""
        placed = [await self._placed(arrival) for arrival in arrivals]
        rows = [inbox.prepare(self.vault, arrival) for arrival in placed]
        now = self.clock()

        def write(connection: Connection) -> list[int | None]:
            if cursor:
                row = {"door": cursor.name, "value": cursor.value}
                connection.execute(upsert(CURSOR, connection.dialect.name), row)
            return inbox.store(connection, rows, now=now)

        try:
            numbers = await self.store.write(write)
        except StoreUnavailable:
            # Written all the same, perhaps, but too late: what is delivered again, or the next look, tells.
            self.lanes.caught_up = False
            for arrival in arrivals:
                await self.warn(arrival.message)
            raise
        for arrival, row, number in zip(placed, rows, numbers, strict=True):
            self.figures.stored(arrival.message.address.platform, fresh=number is not None)
            if number is not None:
                self.lanes.hand(row.uid, inbox.Waiting(number, 0, arrival.message))
            elif not self.lanes.caught_up:
                self.lanes.look([row.uid])

    async def cursor(self, name: str) -> str | None:
        """How far a door had read; None: never."""
        asked = select(CURSOR.c.value).where(CURSOR.c.door == name)
        value: str | None = await self.store.read(lambda connection: connection.execute(asked).scalar())
        return value

    async def gone(self, address: Address) -> None:
        """A person blocked us or left: whatever waits for them is dropped, at once."""
        uid = self.vault.uid(address)

        def write(connection: Connection) -> None:
            if lose(connection, uid=uid):
                connection.info[ERASED] = True

        await self.store.write(write)

    def tell(self, connection: Connection, address: Address, reply: Reply, *, bulk: bool = False) -> None:
        """Queue what somebody is told first, in the transaction of what it tells, if there is a way to tell it.

        `bulk`: it goes after replies, and `/stop` drops it.
        """
        if address.platform in self.senders:
            parcels = self.senders[address.platform].delivery.carrier.pack(reply, None)
            outbox.queue(connection, outbox.prepare(self.vault, address, parcels, now=self.clock(), bulk=bulk))
            announce(connection, address.platform)

    def wake_sender(self, platform: str) -> None:
        """Something waits for a platform; "": perhaps for any."""
        for name, sender in self.senders.items():
            if platform in ("", name):
                sender.wake()

    @property
    def mailing(self) -> Mailing:
        """How a mail is queued within a transaction."""
        sender = self.senders.get(MAIL)
        return Mailing(self.vault, sender.delivery.carrier.pack if sender else None)

    async def take_up(self, before: datetime, *, crashed: bool = False) -> None:
        """Have answered what has waited since `before`: whoever was to do it may be gone (`crashed`: is)."""
        found = await self.store.write(lambda connection: inbox.take_up(connection, before=before, crashed=crashed))
        self.lanes.look(found)
        self.lanes.caught_up = True

    async def warn(self, message: Message) -> None:
        """Without the database, somebody in danger gets the numbers all the same; once, and nothing is kept."""
        carrier, reply = self.senders[message.address.platform].delivery.carrier, self.talk.warning(message)
        said = self.vault.event(message.address.platform, f"{message.address.room}|{message.text}")
        if reply is None or said in self._warned:
            return
        with suppress(SendError, TimeoutError):
            async with asyncio.timeout(WARNING_TIME):
                for number, parcel in enumerate(carrier.pack(reply, message)):
                    await carrier.send(message.address.room, parcel, f"{said.hex()[:24]}-{number}")
            self._warned[said] = None
            if len(self._warned) > MOST_WARNED:
                del self._warned[next(iter(self._warned))]

    async def _placed(self, arrival: Arrival) -> Arrival:
        """A position becomes the middle of its commune before anything is written, unless it is that of a door."""
        shared = arrival.message.position
        if shared is None or await self._of_a_door(arrival.message):
            return arrival
        return replace(arrival, message=replace(arrival.message, position=self.nearest(shared)))

    async def _of_a_door(self, message: Message) -> bool:
        """Whether somebody who keeps the directory was asked where a door is; no, when nobody can tell."""
        if message.group or not self.places:
            return False
        now = self.clock()
        with suppress(StoreUnavailable):
            person = await self.store.read(lambda connection: load(connection, self.vault, message.address, now))
            return person.state.step is not None and person.state.step.name in self.places
        return False
