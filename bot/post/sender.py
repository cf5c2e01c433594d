"""Empties the outbox of one platform: claim, send, mark; in order by room, at its pace, replies before news."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from bot.post import outbox
from bot.post.delivery import Delivery
from bot.post.outbox import Letter
from bot.post.tray import Tray
from bot.records.store import StoreUnavailable

# Letters read at once; more when those of rooms that must wait hide the others.
WINDOW, WIDEST = 64, 4096
# Seconds between two looks when the database does not answer, and when nothing happens.
RETRY, IDLE = 0.5, 60.0
# Seconds that a letter may wait for its moment once it is claimed.
LONGEST_WAIT = 0.2
# Seconds before its moment at which a letter is claimed, so that the claim costs the pace nothing.
LEAD = 0.1


async def until_rung(bell: asyncio.Event, seconds: float) -> None:
    """Wait for news, for so long."""
    if not seconds:
        await asyncio.sleep(0)
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await bell.wait()


@dataclass(slots=True)
class Sender:
    """Chooses what leaves next. One process at a time may run it, for each platform."""

    delivery: Delivery
    rest: Callable[[asyncio.Event, float], Awaitable[None]] = until_rung
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _going: dict[str, asyncio.Task[None] | None] = field(default_factory=dict)
    """What is under way, by room; None: a place is held for what is being written."""
    _tray: Tray = field(default_factory=Tray)
    _width: int = WINDOW
    _replies_only: bool = False
    _stopping: bool = False

    @property
    def quiet(self) -> bool:
        """Nothing waits, and nothing is under way."""
        return self._tray.whole and not self._tray and not self._going

    def wake(self) -> None:
        """Others may have written something that waits."""
        self._tray.forget()
        self._bell.set()

    def take(self, letters: Sequence[Letter]) -> None:
        """These were just written, and wait."""
        self._tray.add(letters)
        self._bell.set()

    def reserve(self, chat: str) -> float | None:
        """Hold a place for what is about to be written as claimed; gives the moment at which it may leave.

        None when others wait for the same place, or when it may not leave soon: it must wait in the outbox.
        """
        delivery, now = self.delivery, self.delivery.now()
        free = delivery.carrier.manner.together - len(self._going)
        if self._stopping or chat in self._going or not self._tray.passes(chat, free):
            return None
        if not delivery.weather.fair or delivery.pace.when(chat) > now + LONGEST_WAIT:
            return None
        self._going[chat] = None
        return delivery.pace.book(chat, now)

    def give_back(self, chat: str) -> None:
        """The place is not needed after all."""
        if self._going.get(chat, self) is None:
            del self._going[chat]
        self._bell.set()

    def leave(self, letter: Letter, moment: float) -> None:
        """What had its place is written, and leaves at its moment."""
        self._going[letter.chat] = asyncio.create_task(self._deliver(letter, moment))

    async def run(self) -> None:
        """Send until cancelled, or until the platform refuses us altogether (`delivery.closed`)."""
        await self.delivery.recover()
        try:
            while not self.delivery.closed:
                self._bell.clear()
                pause = IDLE if self._stopping else await self._round()
                if self._replies_only and not self._going and (self._stopping or pause is None):
                    return
                await self.rest(self._bell, IDLE if pause is None else pause)
                if pause is None and not self._bell.is_set():
                    self._tray.forget()  # another process may have written, which nobody tells on SQLite
            await asyncio.gather(*self._tasks())
        finally:
            # A send that is let go of: nobody will know whether it arrived, and the next start says so.
            self._tray.forget()
            for task in self._tasks():
                task.cancel()
            await asyncio.gather(*self._tasks(), return_exceptions=True)

    def _tasks(self) -> list[asyncio.Task[None]]:
        return [task for task in self._going.values() if task is not None]

    async def drain(self, running: asyncio.Task[None], seconds: float) -> None:
        """Send the replies that wait, then end `running`; after `seconds`, begin nothing more."""
        self._replies_only = True
        self.wake()
        await asyncio.wait({running}, timeout=seconds * 0.7)
        self._stopping = True
        self.wake()  # and nothing is claimed any more
        await asyncio.wait({running}, timeout=seconds * 0.3)
        running.cancel()
        await asyncio.wait({running})

    async def _round(self) -> float | None:
        """Start what may leave now; gives the seconds until something else may, None when nothing waits."""
        try:
            if not self._tray.whole:
                await self._look()
            letters = self._tray.letters
            if self._replies_only:
                letters = [letter for letter in letters if not letter.bulk]
            ready, pause = self._choose(letters)
            if ready:
                await self._start(ready)
        except StoreUnavailable:
            self._tray.forget()
            return RETRY
        return pause

    async def _look(self) -> None:
        """Read what waits in the outbox."""
        delivery, most = self.delivery, self._width
        name = delivery.carrier.name
        self._tray.begin()
        letters = await delivery.store.read(
            lambda connection: outbox.upcoming(connection, delivery.vault, platform=name, most=most)
        )
        self._tray.seen(letters, all_of_them=len(letters) < most)

    def _choose(self, window: list[Letter]) -> tuple[list[Letter], float | None]:
        """The first letter of each room that may leave now, as many as may be under way; and when to look again."""
        delivery, now = self.delivery, self.delivery.now()
        fair = delivery.weather.fair
        free = (delivery.carrier.manner.together if fair else 1) - len(self._going)
        lead = LEAD if fair else 0.0
        if delivery.pace.limits.per_second:
            # Only those whose moment comes soon: what comes meanwhile may be more urgent.
            free = min(free, max(1, int(delivery.pace.limits.per_second * (LONGEST_WAIT - LEAD))))
        ready: list[Letter] = []
        soonest: float | None = None
        seen = set(self._going)
        if not fair:
            # Whoever tries first must not always be the one that fails: it may be the only one that does.
            window = sorted(window, key=lambda letter: delivery.troubled[letter.chat])
        for letter in window:
            if letter.chat in seen:
                continue
            seen.add(letter.chat)
            moment = max(delivery.pace.when(letter.chat), delivery.weather.when())
            if moment > now + lead:
                soonest = moment if soonest is None else min(soonest, moment)
            elif len(ready) < free:
                ready.append(letter)
            if len(ready) >= free:
                break  # a send that ends wakes the next round
        if not self._tray.whole and self._widened(window, found=bool(ready) or free <= 0):
            return [], 0
        if ready and len(ready) < len(window):
            return ready, 0
        return ready, None if soonest is None else max(soonest - lead - now, 0.001)

    def _widened(self, window: list[Letter], *, found: bool) -> bool:
        """Whether to look farther at once, since letters that must wait fill the window."""
        if len(window) < WINDOW:
            self._width = WINDOW
        if found or len(window) < self._width or self._width >= WIDEST:
            return False
        self._width *= 2
        return True

    async def _start(self, ready: list[Letter]) -> None:
        """Claim letters durably, then let each leave at its very moment."""
        delivery = self.delivery
        ids = [letter.id for letter in ready]
        claimed = await delivery.store.write(lambda connection: outbox.claim(connection, ids))
        self._tray.remove(ready)
        for letter in ready:
            if letter.id in claimed:
                self.leave(letter, delivery.pace.book(letter.chat, delivery.now()))

    async def _deliver(self, letter: Letter, moment: float) -> None:
        waits_again = True
        try:
            waits_again = await self._leave(letter, moment)
        finally:
            self._going.pop(letter.chat, None)
            if waits_again:
                self._tray.forget()
            if self._replies_only or self._tray or not self._tray.whole:
                self._bell.set()

    async def _leave(self, letter: Letter, moment: float) -> bool:
        """Wait for the moment, and deliver; whether the letter waits again, the platform having asked for silence."""
        delivery = self.delivery
        if (wait := moment - delivery.now()) > 0:
            await delivery.sleep(min(wait, LONGEST_WAIT))
        late = wait > LONGEST_WAIT or delivery.pace.silent(delivery.now())
        while not late and (more := delivery.pace.hold(delivery.now())) > 0:
            await delivery.sleep(more)
            late = delivery.pace.silent(delivery.now())
        if late:
            await delivery.write(partial(outbox.put_back, number=letter.id))
            return True
        return await delivery.deliver(letter)
