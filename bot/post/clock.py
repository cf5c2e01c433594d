"""What is due: messages that nobody answers, what has been kept long enough, reminders, messages to many people."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy.engine import Connection

from bot.post.alerting import Alerting
from bot.post.bulletins import Bulletins
from bot.post.confirming import Confirming
from bot.post.exporting import Exporting
from bot.post.feeder import Feeder
from bot.post.importing import Importing
from bot.post.inviting import Inviting
from bot.post.mailroom import Mailroom
from bot.post.offering import Offering
from bot.post.refreshing import Refreshing
from bot.post.reminding import Reminding
from bot.post.reporting import Reporting
from bot.records.retention import MOST, purge
from bot.records.store import StoreUnavailable

log = structlog.get_logger(__name__)

# Seconds between two looks at messages left behind, and between two purges.
LOOK_EVERY, PURGE_EVERY = 5.0, 3600.0
# Seconds between two looks at what is sent to many, and at the calendar.
FEED_EVERY, REMIND_EVERY = 1.0, 20.0
# Between two looks at who waits for a first mail.
INVITE_EVERY = 3.0
# Between two looks at offers, their exports, imports and errors of the directory, and at offers that wait for too long.
OFFER_EVERY, RECALL_EVERY = 2.0, 600.0
# Between two looks at what agents are sent each month, each week.
BULLETINS_EVERY = 60.0
# Between two looks at the sources of the directory.
REFRESH_EVERY = 300.0
# Between two looks at searches of which people want to know what is new.
ALERT_EVERY = 30.0
# Between two looks at who is asked whether the entry of their place is right.
CONFIRM_EVERY = 30.0
# A message that has waited so long may have been that of a worker that died. One that is alive holds it: no harm.
LEFT_BEHIND = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Clock:
    """Kept by one process; `now` gives the time, aware. Without `feeder` and `reminding` nobody is written to first."""

    mailroom: Mailroom
    now: Callable[[], datetime]
    feeder: Feeder | None = None
    reminding: Reminding | None = None
    inviting: Inviting | None = None
    offering: Offering | None = None
    bulletins: Bulletins | None = None
    exporting: Exporting | None = None
    reporting: Reporting | None = None
    refreshing: Refreshing | None = None
    importing: Importing | None = None
    alerting: Alerting | None = None
    confirming: Confirming | None = None

    async def keep(self) -> None:
        """Keep the clock until cancelled; at first, everything that waits is taken up."""
        going: list[Awaitable[None]] = [self._look(), self._purge()]
        if self.feeder:
            going.append(_every(FEED_EVERY, self.feeder.round))
        if self.offering:
            going.append(_every(OFFER_EVERY, self.offering.round))
            going.append(_every(RECALL_EVERY, self.offering.recall))
        if self.bulletins:
            going.append(_every(BULLETINS_EVERY, self.bulletins.round))
        going += [_every(OFFER_EVERY, each.round) for each in (self.exporting, self.importing) if each]
        going += self._of_the_directory()
        if self.inviting:
            going.append(_every(INVITE_EVERY, self.inviting.round))
        if self.reminding:
            going.append(_every(REMIND_EVERY, self.reminding.round))
            going.append(_every(PURGE_EVERY, self.reminding.ask_again))
        await asyncio.gather(*going)

    def _of_the_directory(self) -> Iterator[Awaitable[None]]:
        if self.reporting:
            yield _every(OFFER_EVERY, self.reporting.round)
        if self.refreshing:
            yield _every(REFRESH_EVERY, self.refreshing.round)
        if self.alerting:
            yield _every(ALERT_EVERY, self.alerting.round)
            yield _every(PURGE_EVERY, self.alerting.ask_again)
        if self.confirming:
            yield _every(CONFIRM_EVERY, self.confirming.round)

    async def _look(self) -> None:
        start = True
        while True:
            with suppress(StoreUnavailable):
                spared = LEFT_BEHIND if self.mailroom.lanes.caught_up else timedelta(0)
                await self.mailroom.take_up(self.now() - spared, crashed=start)
                start = False
            await asyncio.sleep(LOOK_EVERY)

    def _purged(self, connection: Connection) -> dict[str, int]:
        return purge(connection, self.mailroom.vault, now=self.now())

    async def _purge(self) -> None:
        while True:
            left: dict[str, int] = {}
            with suppress(StoreUnavailable):
                left = await self.mailroom.store.write(self._purged)
                log.info("purged", **left)
            # A table with more to erase is gone on with at once, others being served in between.
            await asyncio.sleep(1.0 if MOST in left.values() else PURGE_EVERY)


async def _every(seconds: float, work: Callable[[], Awaitable[None]]) -> None:
    """Do a work again and again; while the database is away, later."""
    while True:
        with suppress(StoreUnavailable):
            await work()
        await asyncio.sleep(seconds)
