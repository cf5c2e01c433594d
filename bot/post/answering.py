"""Answers what came in: one lane per conversation, its messages in order, the others in parallel."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import structlog
from sqlalchemy.engine import Connection

from bot.post import inbox, outbox
from bot.post.carrier import Carrier
from bot.post.figures import Figures
from bot.post.locks import Locks
from bot.records.privacy import Vault
from bot.records.store import SettledError, Store, StoreUnavailable
from bot.talk.dialogue import Keep
from bot.talk.failures import where
from bot.talk.message import Message, Reply

log = structlog.get_logger(__name__)

# Conversations answered at once; the others wait for a place.
TOGETHER = 32
# Seconds between two tries while the database does not answer.
PAUSES = (0.2, 0.5, 1, 2, 5)


class Talk(Protocol):
    """What the mailroom asks of the dialogue."""

    async def answer(self, message: Message, keep: Keep | None = None) -> Reply:
        """One reply; `keep` is written with what it changes. Raises StoreUnavailable, SettledError."""

    def apology(self, message: Message) -> Reply:
        """What is said when nothing else can be."""

    def warning(self, message: Message) -> Reply | None:
        """What a message in danger calls for, without the database; None when it tells of no danger."""


@dataclass(slots=True, kw_only=True)
class Answering:
    """Runs the lanes. `ring` tells the other processes that something waits to be sent."""

    store: Store
    vault: Vault
    carriers: Mapping[str, Carrier]
    talk: Talk
    warn: Callable[[Message], Awaitable[None]]
    wake_sender: Callable[[str], None]
    ring: Callable[[Connection, str], None]
    locks: Locks
    figures: Figures
    clock: Callable[[], datetime]
    _lanes: dict[bytes, bool] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(TOGETHER))
    _stopping: bool = False

    def wake(self, conversations: Iterable[bytes]) -> None:
        """Something waits in these conversations."""
        if self._stopping:
            return
        for uid in conversations:
            if uid in self._lanes:
                self._lanes[uid] = True
                continue
            self._lanes[uid] = False
            task = asyncio.create_task(self._lane(uid))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def drain(self, seconds: float) -> None:
        """Begin nothing new, and wait for the answers under way; what is left stays in the inbox."""
        self._stopping = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _lane(self, uid: bytes) -> None:
        try:
            async with self._places:
                failures = 0
                # A message stored while the lane was closing is seen by this look, or wakes another lane.
                while not self._stopping:
                    self._lanes[uid] = False
                    try:
                        await self._answer_all(uid)
                        failures = 0
                    except StoreUnavailable:
                        await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                        failures += 1
                        continue
                    if not self._lanes[uid]:
                        return
        finally:
            del self._lanes[uid]

    async def _answer_all(self, uid: bytes) -> None:
        """Answer what waits. Who holds the conversation looks again after letting go of it.

        So a message stored by a worker that did not get the conversation is always seen by the one that had it.
        """
        while not self._stopping:
            if not await self.locks.take(uid):
                return
            try:
                answered = await self._answer_held(uid)
            finally:
                await self.locks.release(uid)
            if not answered or not self.locks.shared:
                return

    async def _answer_held(self, uid: bytes) -> int:
        """Answer what waits in a conversation that is held; gives the number of messages."""
        answered = 0
        while rows := await self._read(uid):
            for row in rows:
                if self._stopping:
                    return 0
                await self._one(row)
                answered += 1
        return answered

    async def _read(self, uid: bytes) -> list[inbox.Waiting]:
        return await self.store.read(lambda connection: inbox.waiting(connection, self.vault, uid=uid))

    async def _one(self, row: inbox.Waiting) -> None:
        message = row.message
        if message is None:
            log.error("a message cannot be read any more")
            await self._give_up(row)
            return
        if row.attempts >= inbox.MOST_ATTEMPTS:
            log.error("a message was being answered at several crashes", platform=message.address.platform)
            await self._give_up(row, *self._outgoing(message, self.talk.apology(message)))
            return
        if row.attempts:
            await self.store.write(lambda connection: inbox.try_again(connection, row.id))
        try:
            await self.talk.answer(message, self._keep(row, message))
        except StoreUnavailable:
            await self.warn(message)
            raise
        except SettledError:
            # Another worker took this conversation over, since our hold on it was lost.
            log.warning("a message was answered by another worker")
            return
        except Exception as error:  # noqa: BLE001 - not even an apology could be made: those behind must not wait for ever
            log.error("no apology", platform=message.address.platform, error=type(error).__name__, where=where(error))  # noqa: TRY400 - the values may quote the person
            await self._give_up(row)
            return
        self.figures.answered(message.address.platform)
        self.wake_sender(message.address.platform)

    def _keep(self, row: inbox.Waiting, message: Message) -> Keep:
        """What is written together with the effects and the new state: the sends, and "done"."""

        def keep(reply: Reply, *, failed: bool) -> Callable[[Connection], None]:
            letters = self._outgoing(message, reply)
            status = inbox.Status.FAILED if failed else inbox.Status.ANSWERED

            def write(connection: Connection) -> None:
                inbox.settle(connection, row.id, status)
                outbox.queue(connection, letters)
                self.ring(connection, message.address.platform)

            return write

        return keep

    def _outgoing(self, message: Message, reply: Reply) -> list[dict[str, object]]:
        parcels = self.carriers[message.address.platform].pack(reply, message)
        return outbox.prepare(self.vault, message.address, parcels, now=self.clock())

    async def _give_up(self, row: inbox.Waiting, *letters: dict[str, object]) -> None:
        def write(connection: Connection) -> None:
            with suppress(SettledError):
                inbox.settle(connection, row.id, inbox.Status.FAILED)
                outbox.queue(connection, letters)

        await self.store.write(write)
        self.figures.failed()
        for platform in self.carriers:
            self.wake_sender(platform)
