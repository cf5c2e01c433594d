"""A clock that obeys: a day passes at once."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.post.sender import IDLE, Sender
from tests.house import TUESDAY

START = 1000.0


class Hours:
    """A clock that goes as far as what waits for it asks, at once."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        return self.now

    def date(self) -> datetime:
        """The same moment in the calendar: it began on Tuesday."""
        return TUESDAY + timedelta(seconds=self.now - START)

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)

    def rule(self, sender: Sender) -> None:
        """Make a sender live by this clock."""
        sender.delivery.now, sender.delivery.sleep = self, self.sleep
        sender.delivery.clock = self.date

        async def rest(bell: asyncio.Event, seconds: float) -> None:
            if seconds == IDLE and (sender._going or not sender._tray):
                await bell.wait()
            else:
                await self.sleep(seconds)
            # A send under way takes no time of this clock.
            while sender._going:  # noqa: ASYNC110 - what is waited for tells nobody
                await asyncio.sleep(0.001)

        sender.rest = rest
