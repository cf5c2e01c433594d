"""A messenger made of paper: it records what it is given, and fails as it is told. And somebody who repeats."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from bot.post.carrier import Manner, Parcel
from bot.post.pace import Limits
from bot.records.effects import Count, record
from bot.records.people import Person
from bot.records.privacy import Vault
from bot.records.store import Store
from bot.talk.keep import Keep
from bot.talk.message import Address, Message, Reply, Text
from tests.house import TUESDAY

MANNER = Manner(Limits(), together=4, repeatable=False)


@dataclass
class Paper:
    """A carrier. `failures`: what the next sends to a room raise, in order; `hold`: sends wait for it."""

    name: str = "paper"
    manner: Manner = MANNER
    sent: list[tuple[str, str]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    failures: dict[str, list[Exception]] = field(default_factory=dict)
    tries: int = 0
    at: list[float] = field(default_factory=list)
    hold: asyncio.Event | None = None
    clock: Callable[[], float] | None = None

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:  # noqa: ARG002 - the shape of Carrier
        return tuple({"text": block.text} for block in reply.blocks if isinstance(block, Text))

    async def send(self, room: str, parcel: Parcel, key: str) -> None:
        self.tries += 1
        if self.clock:
            self.at.append(self.clock())
        if self.hold:
            await self.hold.wait()
        if waiting := self.failures.get(room):
            raise waiting.pop(0)
        self.keys.append(key)
        self.sent.append((room, parcel["text"]))

    def to(self, room: str) -> list[str]:
        """What a room was sent, in order."""
        return [text for who, text in self.sent if who == room]


@dataclass
class Parrot:
    """A dialogue that repeats, and counts `heard:<words>` as its effect. `breaks`: words it cannot bear."""

    store: Store
    vault: Vault
    breaks: dict[str, BaseException] = field(default_factory=dict)
    late: bool = False
    """Whether what it cannot bear shows when it writes only."""
    waits: dict[str, float] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)

    async def answer(self, message: Message, keep: Keep | None = None) -> Reply:
        assert keep
        self.heard.append(message.text)
        self.told.append((message.address.room, message.text))
        await asyncio.sleep(self.waits.get(message.text, 0))
        if (error := self.breaks.get(message.text)) and not self.late:
            if isinstance(error, ValueError):
                apology = self.apology(message)
                await self.store.write(keep(apology, failed=True))
                return apology
            raise error
        reply = Reply((Text(f"« {message.text} »"),))
        also = keep(reply, failed=False)

        def write(connection: Connection) -> None:
            person = Person(self.vault.uid(message.address))
            record(connection, self.vault, person, [Count(f"heard:{message.text}")], TUESDAY)
            also(connection)
            if error:
                raise error

        await self.store.write(write)
        return reply

    def apology(self, message: Message) -> Reply:  # noqa: ARG002 - the shape of Talk
        return Reply((Text("désolé"),))

    def warning(self, message: Message) -> Reply | None:
        return Reply((Text("Appelez le 112."),)) if "mourir" in message.text else None


def said(text: str, room: str = "ana") -> Message:
    """A message on paper."""
    return Message(Address("paper", room), text)
