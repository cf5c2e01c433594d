"""Answers one message: effects, new state, what is to be sent and the mark "answered", in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import structlog
from sqlalchemy.engine import Connection

from bot.post import inbox, outbox
from bot.post.figures import Figures
from bot.post.inbox import Status, Waiting
from bot.post.outbox import Draft
from bot.post.sender import Sender
from bot.records.privacy import Vault
from bot.records.store import SettledError, Store, StoreUnavailable
from bot.talk.failures import where
from bot.talk.keep import Keep
from bot.talk.message import Message, Reply

log = structlog.get_logger(__name__)


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
    """`ring` tells the other processes that something waits to be sent; `warn` is for danger without the database."""

    store: Store
    vault: Vault
    senders: Mapping[str, Sender]
    talk: Talk
    warn: Callable[[Message], Awaitable[None]]
    ring: Callable[[Connection, str], None]
    figures: Figures
    clock: Callable[[], datetime]
    alone: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def read(self, uid: bytes) -> list[Waiting]:
        """The first messages of a conversation that wait."""
        return await self.store.read(lambda connection: inbox.waiting(connection, self.vault, uid=uid))

    async def answer(self, row: Waiting) -> None:
        """Answer a message, or give it up; in any case it waits no more. Raises StoreUnavailable: it still does."""
        message = row.message
        if message is None:
            log.error("a message cannot be read any more")
            await self._give_up(row, None)
        elif row.guilty:
            log.error("a message was being answered at several crashes", platform=message.address.platform)
            await self._give_up(row, _Answer(self, row, message))
        elif row.suspect:
            async with self.alone:
                await self.store.write(lambda connection: inbox.begin_alone(connection, row.id))
                await self._answer(row, message)
        else:
            await self._answer(row, message)

    async def _answer(self, row: Waiting, message: Message) -> None:
        answer = _Answer(self, row, message)
        try:
            await self.talk.answer(message, answer)
        except StoreUnavailable:
            await self.warn(message)
            raise
        except SettledError:
            # Another worker took this conversation over, since our hold on it was lost.
            log.warning("a message was answered by another worker")
        except Exception as error:  # noqa: BLE001 - not even an apology could be made: those behind must not wait for ever
            log.error("no apology", platform=message.address.platform, error=type(error).__name__, where=where(error))  # noqa: TRY400 - the values may quote the person
            await self._give_up(row, None)
        else:
            answer.leave()
            self.figures.answered(message.address.platform)
        finally:
            answer.close()

    async def _give_up(self, row: Waiting, answer: _Answer | None) -> None:
        if answer:
            write = answer(self.talk.apology(answer.message), failed=True)
        else:

            def write(connection: Connection) -> None:
                inbox.settle(connection, row.id, Status.FAILED)

        try:
            with suppress(SettledError):
                await self.store.write(write)
                if answer:
                    answer.leave()
        finally:
            if answer:
                answer.close()
        self.figures.failed()


@dataclass(slots=True)
class _Answer:
    """What is written together with the effects and the new state of a reply (a `Keep`), and what leaves then.

    Where this process sends, and nothing waits, the first send is claimed in the same transaction: it leaves at once.
    """

    answering: Answering
    row: Waiting
    message: Message
    drafts: list[Draft] = field(default_factory=list)
    moment: float | None = None
    """When the first one may leave, a place being held for it."""

    def __call__(self, reply: Reply, *, failed: bool) -> Callable[[Connection], None]:
        answering, platform = self.answering, self.message.address.platform
        sender = answering.senders[platform]
        parcels = sender.delivery.carrier.pack(reply, self.message)
        drafts = outbox.prepare(answering.vault, self.message.address, parcels, now=answering.clock())
        if drafts and self.moment is None:
            self.moment = sender.reserve(drafts[0].chat)
        if drafts and self.moment is not None:
            drafts[0].claimed = True
        self.drafts = drafts
        status = Status.FAILED if failed else Status.ANSWERED

        def write(connection: Connection) -> None:
            inbox.settle(connection, self.row.id, status)
            outbox.queue(connection, drafts)
            if not all(draft.claimed for draft in drafts):
                answering.ring(connection, platform)

        return write

    def leave(self) -> None:
        """All is written: what was claimed leaves, what waits is told to the sender."""
        sender = self.answering.senders[self.message.address.platform]
        if waiting := [draft.letter() for draft in self.drafts if not draft.claimed]:
            sender.take(waiting)
        if self.drafts and self.moment is not None:
            sender.leave(self.drafts[0].letter(), self.moment)
            self.moment = None

    def close(self) -> None:
        """Give a place back that was not used."""
        if self.moment is not None:
            self.answering.senders[self.message.address.platform].give_back(self.message.address.room.partition(" ")[0])
            self.moment = None
