"""Who does what only one process may do, when several share one database: send, keep the clock, hold a device."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

import structlog
from sqlalchemy import TextClause, text
from sqlalchemy.engine import Connection

from bot.records.engines import database_url, make_engine
from bot.records.lane import Lane
from bot.records.store import StoreUnavailable
from bot.records.workers import Reader

log = structlog.get_logger(__name__)

# Seconds between two tries to lead, and between two looks at whether we still do.
EVERY = 2.0
# The first half of our locks' names; migrations and conversations use locks of other shapes.
_FAMILY = 7_064
_TAKE = text("SELECT pg_try_advisory_lock(:family, :role)")
_HELD = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted "
    "AND classid = :family AND objid = :role AND objsubid = 2"
)


@dataclass(frozen=True, slots=True)
class Leading:
    """`url`: the database that the processes share; on SQLite there is one process, which leads."""

    url: str

    async def lead(self, role: str, work: Callable[[], Awaitable[None]]) -> None:
        """Run `work` whenever this process leads in `role`, until cancelled or until `work` ends by itself."""
        if database_url(self.url).get_backend_name() == "sqlite":
            await work()
            return
        lane = Lane([Reader(make_engine(database_url(self.url), read_only=True))], name=f"leader-{role}")
        try:
            while True:
                await _until(lane, _TAKE, role)
                log.info("leading", role=role)
                if await _work_while_held(lane, role, work):
                    return
                log.warning("no longer leading", role=role)
        finally:
            await asyncio.to_thread(lane.close)


async def _work_while_held(lane: Lane, role: str, work: Callable[[], Awaitable[None]]) -> bool:
    """Whether the work ended by itself; else the lead was lost."""
    working = asyncio.ensure_future(work())
    try:
        while not working.done():
            await asyncio.wait({working}, timeout=EVERY)
            if not working.done() and not await _ask(lane, _HELD, role):
                return False
        working.result()
        return True
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(working, return_exceptions=True)


async def _until(lane: Lane, statement: TextClause, role: str) -> None:
    while not await _ask(lane, statement, role):  # noqa: ASYNC110 - the lock is another process's, no event tells
        await asyncio.sleep(EVERY)


async def _ask(lane: Lane, statement: TextClause, role: str) -> bool:
    names = {"family": _FAMILY, "role": zlib.crc32(role.encode()) & 0x7FFFFFFF}

    def ask(connection: Connection) -> bool:
        return bool(connection.execute(statement, names).scalar())

    try:
        return bool(await lane.submit(ask))
    except StoreUnavailable:
        return False
