"""The database, reached from asyncio: a few reader threads, and ONE writer whose commits are shared.

Why one writer: pooled writers of a SQLite file wait for each other (p99 of 1.2 s measured); a queue does not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Self, TypeVar

from sqlalchemy import URL
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from bot.records.engines import database_url, make_engine
from bot.records.lane import Job, Lane
from bot.records.workers import Reader, SettledError, StoreUnavailable, Writer, as_told

__all__ = ["SettledError", "Store", "StoreUnavailable"]

T = TypeVar("T")

# Seconds a person waits for the database before the dialogue answers without it.
PATIENCE = 1.9
READERS = 3
# More in one commit gains nothing: the work itself then costs more than the commit.
TOGETHER = 8


def scanned(url: URL, work: Callable[[Connection], T]) -> T:
    """Run a long read on a connection of its own. Raises StoreUnavailable when the database fails."""
    try:
        with make_engine(url, read_only=True, patient=True).connect() as connection:
            if connection.dialect.name == "postgresql":
                # Rows are streamed by a cursor of the server, which needs a transaction: of one moment, too.
                connection.execution_options(isolation_level="REPEATABLE READ")
            return work(connection)
    except DBAPIError as error:
        raise as_told(error) from error


class Store:
    """Runs functions of a connection, off the event loop.

    A caller that is cancelled before its work began leaves no trace; later, the work is kept whole or not at all.
    """

    def __init__(self, url: str) -> None:
        self._url = database_url(url)
        reading = [Reader(make_engine(self._url, read_only=True)) for _ in range(READERS)]
        self._readers = Lane(reading, name="reader")
        self._writer = Lane([Writer(make_engine(self._url), self._rung)], name="writer", together=TOGETHER)
        self._closed = False
        self._heard: Callable[[str], None] | None = None

    @classmethod
    def open(cls, url: str) -> Self:
        """Start the threads; the database is connected to when first needed."""
        return cls(url)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` on a reader; it must change nothing. Raises StoreUnavailable within 2 s."""
        return await self._run(self._readers, work)

    async def scan(self, work: Callable[[Connection], T]) -> T:
        """Run a long read, such as the whole directory, beside the others and for as long as it takes.

        Raises StoreUnavailable when the database fails.
        """

        return await asyncio.to_thread(scanned, self._url, work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction and commit it; its result may come from what it read first.

        The commit is durable when this returns. `work` may be run twice (a neighbour in the same commit failed):
        it must touch nothing but the connection. Raises what `work` raises, or StoreUnavailable within 2 s.
        """
        return await self._run(self._writer, work)

    def listen(self, heard: Callable[[str], None]) -> None:
        """Have `heard` called, in the event loop, with each platform that was rung for (`RUNG`), once committed."""
        self._heard = heard

    async def close(self) -> None:
        """Finish what waits and stop the threads."""
        self._closed = True
        await asyncio.to_thread(self._writer.close)
        await asyncio.to_thread(self._readers.close)

    def _rung(self, platforms: set[str], job: Job) -> None:
        loop = job.future.get_loop()
        if self._heard and not loop.is_closed():
            for platform in platforms:
                loop.call_soon_threadsafe(self._heard, platform)

    async def _run(self, lane: Lane, work: Callable[[Connection], T]) -> T:
        if self._closed:
            raise StoreUnavailable("the database is closed")
        try:
            async with asyncio.timeout(PATIENCE):
                result: T = await lane.submit(work)
                return result
        except TimeoutError as error:
            raise StoreUnavailable("the database does not answer in time") from error
