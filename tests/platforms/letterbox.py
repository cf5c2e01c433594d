"""A mailroom that keeps what it receives in memory, and is away when told so."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.post.arrival import Arrival, Cursor
from bot.records.store import StoreUnavailable
from bot.talk.message import Address, Message


@dataclass
class Letterbox:
    """`away`: how many more times the database does not answer."""

    arrivals: dict[str, Arrival] = field(default_factory=dict)
    cursors: dict[str, str] = field(default_factory=dict)
    lost: list[Address] = field(default_factory=list)
    away: int = 0
    received: int = 0

    async def receive(self, arrivals: Sequence[Arrival], *, cursor: Cursor | None = None) -> None:
        if self.away:
            self.away -= 1
            raise StoreUnavailable("away")
        self.received += len(arrivals)
        for arrival in arrivals:
            self.arrivals.setdefault(arrival.event, arrival)
        if cursor:
            self.cursors[cursor.name] = cursor.value

    async def cursor(self, name: str) -> str | None:
        return self.cursors.get(name)

    async def gone(self, address: Address) -> None:
        self.lost.append(address)

    @property
    def messages(self) -> list[Message]:
        """What was received, once each, in order."""
        return [arrival.message for arrival in self.arrivals.values()]

    async def gets(self, number: int = 1, *, within: float = 20) -> list[Message]:
        """Wait for so many messages in all."""
        try:
            async with asyncio.timeout(within):
                while len(self.arrivals) < number:  # noqa: ASYNC110 - what is waited for tells nobody
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"got {self.messages}") from None
        return self.messages
