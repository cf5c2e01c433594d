"""Who holds a conversation, when several workers share one database.

The conversation is locked, not the message: locking messages reorders them. An advisory lock of PostgreSQL needs no
open transaction, and a worker that dies lets go of everything at once. Should the connection be lost, what it held is
lost too: the mark "answered" is then refused to the second of two workers (`inbox.SettledError`).
"""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

from sqlalchemy import TextClause, text

from bot.records.engines import database_url, make_engine
from bot.records.lane import Lane
from bot.records.store import PATIENCE, StoreUnavailable
from bot.records.workers import Reader

_TAKE = text("SELECT pg_try_advisory_lock(:key)")
_RELEASE = text("SELECT pg_advisory_unlock(:key)")


class Locks(Protocol):
    """Holds conversations. `shared`: other workers may hold them too."""

    @property
    def shared(self) -> bool:
        """Whether others answer beside this process."""

    async def take(self, uid: bytes) -> bool:
        """Hold a conversation; False when another worker does. Raises StoreUnavailable."""

    async def release(self, uid: bytes) -> None:
        """Let go of a conversation."""

    async def close(self) -> None:
        """Let go of everything."""


class Alone:
    """One process: its lanes are enough."""

    shared = False

    async def take(self, uid: bytes) -> bool:  # noqa: ARG002 - the shape of Locks
        """Nobody else holds anything."""
        return True

    async def release(self, uid: bytes) -> None:
        """Nothing is held."""

    async def close(self) -> None:
        """Nothing is held."""


class Shared:
    """Advisory locks, all on one connection of their own."""

    shared = True

    def __init__(self, url: str) -> None:
        self._lane = Lane([Reader(make_engine(database_url(url), read_only=True))], name="locks")

    async def take(self, uid: bytes) -> bool:
        """Try to hold a conversation."""
        asked = self._ask(_TAKE, uid)
        done, _ = await asyncio.wait({asked}, timeout=PATIENCE)
        if not done:
            # Should it be held after all, nobody knows: it is let go of at once.
            asked.add_done_callback(lambda late: self._let_go(late, uid))
            raise StoreUnavailable("the database does not answer in time")
        return bool(asked.result())

    async def release(self, uid: bytes) -> None:
        """Let go; should the database not answer, the connection is gone and the lock with it."""
        asked = self._ask(_RELEASE, uid)
        asked.add_done_callback(_ignore)
        await asyncio.wait({asked}, timeout=PATIENCE)

    async def close(self) -> None:
        """Close the connection: everything is let go of."""
        await asyncio.to_thread(self._lane.close)

    def _ask(self, statement: TextClause, uid: bytes) -> asyncio.Future[Any]:
        return self._lane.submit(lambda connection: connection.execute(statement, {"key": _key(uid)}).scalar_one())

    def _let_go(self, late: asyncio.Future[Any], uid: bytes) -> None:
        if not late.cancelled() and late.exception() is None and late.result():
            self._ask(_RELEASE, uid).add_done_callback(_ignore)


def _ignore(asked: asyncio.Future[Any]) -> None:
    """Take note of an error that nobody can do anything about."""
    if not asked.cancelled():
        asked.exception()


def make_locks(url: str) -> Locks:
    """The locks that fit the database."""
    return Alone() if database_url(url).get_backend_name() == "sqlite" else Shared(url)


def _key(uid: bytes) -> int:
    return int.from_bytes(uid[:8], "big", signed=True)
