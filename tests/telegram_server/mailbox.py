"""The updates that wait for the bot: what an offset acknowledges, what is too old, who polls."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.telegram_server.errors import ApiError

Raw = dict[str, Any]

DAY = 86400
# Seconds that an update is worth delivering.
LIVES = {"callback_query": 150, "inline_query": 30, "chosen_inline_result": 600}
# What is delivered only when it was asked for by name (`allowed_updates`).
UNUSUAL = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LONGEST_POLL, MOST = 50, 100
TWO_POLLERS = "terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "terminated by setWebhook request"


@dataclass
class Mailbox:
    """`wall`: the time, in seconds; `pending`: the updates that wait, by their ids, in order."""

    wall: Callable[[], float]
    pending: dict[int, Raw] = field(default_factory=dict)
    acknowledged: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)
    allowed: frozenset[str] = frozenset()
    remembers: bool = True
    made: dict[int, Raw] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1000))
    _expires: dict[int, float] = field(default_factory=dict)
    _again: set[int] = field(default_factory=set)
    _poller: asyncio.Future[None] | None = None

    def make(self, content: Raw) -> tuple[int, bool]:
        """A new update; gives its id, and whether the bot wants such updates."""
        number = next(self._numbers)
        (kind,) = content
        wanted = kind in self.allowed if self.allowed else kind not in UNUSUAL
        if wanted:
            self.put({"update_id": number, **content})
        return number, wanted

    def put(self, update: Raw) -> None:
        """An update, however malformed, from now on to be delivered."""
        number = update["update_id"]
        kind = next((key for key in update if key != "update_id"), "")
        self.pending[number] = update
        self._expires[number] = self.wall() + LIVES.get(kind, DAY)
        if self.remembers:
            self.made[number] = update
        if self._poller and not self._poller.done():
            self._poller.set_result(None)

    def again(self, number: int, update: Raw | None = None) -> None:
        """Deliver once more what was acknowledged, whatever the offset."""
        self.put(update or self.made[number])
        self._again.add(number)

    def acknowledge(self, number: int) -> None:
        """The bot has it."""
        self._expires.pop(number, None)
        self._again.discard(number)
        if self.pending.pop(number, None) is not None:
            self.acknowledged.add(number)

    def current(self, number: int) -> Raw | None:
        """An update that waits, unless it became too old just now."""
        if number in self.pending and self._expires[number] <= self.wall():
            del self.pending[number], self._expires[number]
            self.dropped.add(number)
        return self.pending.get(number)

    def forget(self) -> None:
        """Drop what waits (`drop_pending_updates`)."""
        self.dropped.update(self.pending)
        self.pending.clear()
        self._expires.clear()
        self._again.clear()

    def interrupt(self, reason: str) -> None:
        """Tell the one who polls that somebody else does."""
        if self._poller and not self._poller.done():
            self._poller.set_exception(ApiError(409, reason))

    async def poll(self, *, offset: int, limit: int, timeout: int) -> list[Raw]:  # noqa: ASYNC109 - the parameter's name
        """What waits from `offset` on; all below is acknowledged. Raises ApiError when another poller comes."""
        self.interrupt(TWO_POLLERS)
        for number in self._below(offset):
            self.acknowledge(number)
        found = self._waiting(limit)
        if not found and timeout > 0:
            await self._news(min(timeout, LONGEST_POLL))
            found = self._waiting(limit)
        return found

    def _below(self, offset: int) -> list[int]:
        waiting = sorted(self.pending)
        if offset < 0:
            return waiting[:offset]
        return [number for number in waiting if number < offset and number not in self._again]

    def _waiting(self, limit: int) -> list[Raw]:
        number = min(max(limit, 1), MOST)
        found = [update for each in sorted(self.pending) if (update := self.current(each)) is not None][:number]
        self._again.difference_update(update["update_id"] for update in found)
        return found

    async def _news(self, seconds: float) -> None:
        self._poller = poller = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poller
        except TimeoutError:
            pass
        finally:
            if self._poller is poller:
                self._poller = None
