"""The mailroom at work: listens, answers, sends, keeps the clock; stops without losing anything."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from bot.post.bell import Bell
from bot.post.carrier import ClosedError
from bot.post.door import Door, Health
from bot.post.leading import Leading
from bot.post.mailroom import Mailroom
from bot.post.sender import Sender

log = structlog.get_logger(__name__)

# Seconds for the answers under way, then for the replies that wait, when all stops.
LAST_ANSWERS, LAST_SENDS = 5.0, 4.0


@dataclass(slots=True, kw_only=True)
class Office:
    """`chores`: what only one process does beside sending (`bot.post.clock`)."""

    mailroom: Mailroom
    leading: Leading
    bell: Bell
    chores: Callable[[], Awaitable[None]]
    doors: dict[str, Door] = field(default_factory=dict)
    refused: str | None = None
    """Why a messenger refuses us, in one sentence that says what to do."""
    never_open: bool = False
    """Whether it refused us from the beginning."""
    trouble: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a messenger refuses us, or when something broke that must not (`result`)."""
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _listening: set[asyncio.Task[None]] = field(default_factory=set)
    _sending: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _closed: set[str] = field(default_factory=set)

    def start(self) -> None:
        """Begin; on PostgreSQL, each role is held by one of the processes that share the database."""
        self._begin(self.bell.listen())
        self._begin(self.leading.lead("clock", self.chores))
        for name in self.doors:
            self._begin(self.leading.lead(name, lambda name=name: self._serve(name)))  # type: ignore[misc]  # the default is the name

    def health(self) -> dict[str, str]:
        """How each messenger fares; among several workers, only the one that leads can tell."""
        return {name: self._health(name, door).value for name, door in self.doors.items()}

    def _health(self, name: str, door: Door) -> Health:
        if name in self._closed:
            return Health.CLOSED
        return Health.ELSEWHERE if self._elsewhere(name) and door.health is not Health.CLOSED else door.health

    def _elsewhere(self, name: str) -> bool:
        return self.mailroom.locks.shared and name not in self._sending

    def result(self) -> None:
        """Raise what broke, if anything did."""
        for task in self._tasks:
            if task.done() and not task.cancelled():
                task.result()

    def stopping(self) -> None:
        """Hear nothing more: what comes now is for the next start."""
        for task in self._listening:
            task.cancel()

    async def stop(self) -> None:
        """Listen no more, finish the answers under way, send the replies that wait; the rest stays."""
        self.stopping()
        await self.mailroom.lanes.drain(LAST_ANSWERS)
        senders = self.mailroom.senders
        draining = [senders[name].drain(task, LAST_SENDS) for name, task in self._sending.items() if not task.done()]
        await asyncio.gather(*draining)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for door in self.doors.values():
            await door.close()
        await self.mailroom.locks.close()

    def _begin(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.append(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Future[None]) -> None:
        if not task.cancelled() and task.exception() is not None:
            self.trouble.set()

    async def _serve(self, name: str) -> None:
        """Listen and send, as long as this process leads for a platform."""
        sender = self.mailroom.senders[name]
        listening = asyncio.create_task(self._listen(self.doors[name]))
        sending = asyncio.create_task(sender.run())
        self._listening.add(listening)
        self._sending[name] = sending
        try:
            await self._until_over(listening, sending, sender)
        finally:
            for task in (listening, sending):
                task.cancel()
            await asyncio.gather(listening, sending, return_exceptions=True)
            self._listening.discard(listening)
            self._sending.pop(name, None)

    async def _until_over(self, listening: asyncio.Task[None], sending: asyncio.Task[None], sender: Sender) -> None:
        """Both go on until the stop; when the platform refuses us, neither goes on."""
        done, _ = await asyncio.wait({listening, sending}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if not task.cancelled():
                task.result()
        if sender.delivery.closed:
            # Found out by a send: the door is not to listen on as if nothing were.
            self._refuse(self.doors[sender.delivery.carrier.name], sender.delivery.refusal)
            return
        if listening in done and not listening.cancelled():
            return
        await asyncio.wait({listening, sending})

    async def _listen(self, door: Door) -> None:
        try:
            await door.listen()
        except ClosedError as error:
            self._refuse(door, str(error))

    def _refuse(self, door: Door, sentence: str) -> None:
        """A messenger refuses us; the sentence is shown by who serves."""
        self.refused, self.never_open = sentence, not door.opened
        self._closed.add(door.name)
        log.error("a messenger refuses us", platform=door.name)
        self.trouble.set()
