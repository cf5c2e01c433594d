"""One lane per conversation: its messages are answered in order, the other conversations at the same time.

With one process, what is received is handed over in memory; the inbox is read after a start, a failure or a crowd.
With several, the inbox is always read, by the worker that holds the conversation.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from bot.post.inbox import Waiting
from bot.post.locks import Locks
from bot.records.store import StoreUnavailable

# Conversations answered at once; the others wait for a place.
TOGETHER = 32
# Messages kept in memory; beyond, they wait in the inbox only.
MOST_IN_MEMORY = 2_000
# Seconds between two tries while the database does not answer.
PAUSES = (0.2, 0.5, 1, 2, 5)


@dataclass(slots=True)
class _Lane:
    """`handed`: what waits, in memory; `behind`: the inbox holds more; `news`: since it was last read."""

    handed: deque[Waiting] = field(default_factory=deque)
    behind: bool = False
    news: bool = False


@dataclass(slots=True, kw_only=True)
class Lanes:
    """`answer` answers one message; `read` gives the first ones of a conversation that wait in the inbox."""

    answer: Callable[[Waiting], Awaitable[None]]
    read: Callable[[bytes], Awaitable[list[Waiting]]]
    locks: Locks
    caught_up: bool = False
    """Whether everything of before this start is in its lane: only then may memory be trusted for the order."""
    _lanes: dict[bytes, _Lane] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(TOGETHER))
    _held: int = 0
    _stopping: bool = False

    def look(self, conversations: Iterable[bytes]) -> None:
        """The inbox holds something for these conversations."""
        for uid in () if self._stopping else conversations:
            lane = self._lane(uid)
            lane.behind = lane.news = True

    def hand(self, uid: bytes, row: Waiting) -> None:
        """A message was just stored, after all those handed before."""
        if self._stopping:
            return
        lane = self._lane(uid)
        if self.caught_up and not self.locks.shared and not lane.behind and self._held < MOST_IN_MEMORY:
            lane.handed.append(row)
            self._held += 1
        else:
            lane.behind = lane.news = True

    @property
    def busy(self) -> bool:
        """Whether any lane is open."""
        return bool(self._tasks)

    async def drain(self, seconds: float) -> None:
        """Begin nothing new, and wait for the answers under way; what is left stays in the inbox."""
        self._stopping = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _lane(self, uid: bytes) -> _Lane:
        if uid not in self._lanes:
            self._lanes[uid] = _Lane()
            task = asyncio.create_task(self._open(uid))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return self._lanes[uid]

    async def _open(self, uid: bytes) -> None:
        lane, failures = self._lanes[uid], 0
        try:
            async with self._places:
                while (lane.handed or lane.behind) and not self._over():
                    try:
                        await self._go_on(uid, lane)
                        failures = 0
                    except StoreUnavailable:
                        self._forget(lane)
                        lane.behind = True
                        await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                        failures += 1
        finally:
            self._forget(lane)
            del self._lanes[uid]

    def _over(self) -> bool:
        return self._stopping

    def _forget(self, lane: _Lane) -> None:
        self._held -= len(lane.handed)
        lane.handed.clear()

    async def _go_on(self, uid: bytes, lane: _Lane) -> None:
        while lane.handed and not self._over():
            self._held -= 1
            await self.answer(lane.handed.popleft())
        if lane.behind and not self._over():
            await self._catch_up(uid, lane)

    async def _catch_up(self, uid: bytes, lane: _Lane) -> None:
        """Answer the first messages that the inbox holds, when no other worker is doing so."""
        lane.news = False
        if not await self.locks.take(uid):
            # Who holds the conversation looks again after letting go of it, so what was stored before is seen.
            lane.behind = lane.news
            return
        try:
            rows = await self.read(uid)
            for row in rows:
                if self._over():
                    return
                await self.answer(row)
        finally:
            await self.locks.release(uid)
        # Whoever stored something and did not get the conversation relies on this look.
        lane.behind = bool(rows) or lane.news
