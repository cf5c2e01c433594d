"""One lane per conversation: its messages are answered one after the other, others at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.talk.message import Address


@dataclass(slots=True)
class _Lane:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


@dataclass(slots=True)
class Lanes:
    """Locks by address; a lane that nobody waits for is forgotten."""

    _lanes: dict[Address, _Lane] = field(default_factory=dict)

    @asynccontextmanager
    async def of(self, address: Address) -> AsyncIterator[None]:
        """Wait for one's turn in a conversation (first come, first served)."""
        lane = self._lanes.setdefault(address, _Lane())
        lane.waiting += 1
        try:
            async with lane.lock:
                yield
        finally:
            lane.waiting -= 1
            if not lane.waiting:
                del self._lanes[address]

    def __len__(self) -> int:
        return len(self._lanes)
