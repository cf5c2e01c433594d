"""Brings what people are sent without asking: the clock of a house goes round, and a plain messenger delivers."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry

from bot.app import House
from bot.cli.campaigning import clock_of
from bot.cli.messengers import make_mailroom
from bot.platforms.markup import plain
from bot.post.carrier import Manner, Parcel
from bot.post.clock import Clock as Chores
from bot.post.mailroom import Mailroom
from bot.post.pace import Limits
from bot.post.weather import Weather
from bot.talk.message import Message, Reply
from tests.house import Clock
from tests.waiting import until


@dataclass
class Plain:
    """A carrier of plain text. `letters`: what each room was sent."""

    name: str = "test"
    manner: Manner = Manner(Limits(), together=4, repeatable=False)  # noqa: RUF009 - frozen
    letters: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:  # noqa: ARG002 - the shape of Carrier
        return ({"text": plain(reply)},)

    async def send(self, room: str, parcel: Parcel, key: str) -> None:  # noqa: ARG002 - idem
        self.letters[room].append(parcel["text"])


async def goes_round(chores: Chores) -> None:
    """Plan, begin, feed."""
    assert chores.feeder
    assert chores.reminding
    assert chores.offering
    assert chores.bulletins
    assert chores.exporting
    await chores.offering.round()
    await chores.offering.recall()
    await chores.exporting.round()
    assert chores.importing
    await chores.importing.round()
    assert chores.reporting
    await chores.reporting.round()
    await chores.bulletins.round()
    await chores.reminding.round()
    await chores.reminding.ask_again()
    assert chores.alerting
    await chores.alerting.round()
    await chores.alerting.ask_again()
    assert chores.confirming
    await chores.confirming.round()
    for _ in range(3):
        await chores.feeder.round()


@dataclass
class Postman:
    """The mailroom and the clock of a house."""

    mailroom: Mailroom
    carrier: Plain
    chores: Chores

    @classmethod
    def at(cls, house: House, clock: Clock) -> Postman:
        """The postman of a house."""
        mailroom, carrier = make_mailroom(house, CollectorRegistry(), clock=clock), Plain()
        mailroom.add(carrier, Weather())
        return cls(mailroom, carrier, clock_of(house, mailroom))

    async def round(self, room: str) -> list[str]:
        """What a room is sent by now, since the last round."""
        sender = self.mailroom.senders["test"]
        sending = asyncio.create_task(sender.run())
        for _ in range(2):
            await goes_round(self.chores)
            await until(lambda: sender.quiet, 60)
        sending.cancel()
        await asyncio.wait({sending})
        return self.carrier.letters.pop(room, [])
