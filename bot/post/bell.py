"""Tells the process that sends that something waits, whichever process wrote it (LISTEN, NOTIFY)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
import structlog
from sqlalchemy import text
from sqlalchemy.engine import Connection

from bot.records.engines import CONNECT_WAIT, database_url
from bot.records.workers import RUNG

log = structlog.get_logger(__name__)

CHANNEL = "solipacte_outbox"
# Seconds before a lost connection is opened again.
PAUSE = 2.0
_RING = text(f"SELECT pg_notify('{CHANNEL}', :platform)")


def ring(connection: Connection, platform: str) -> None:
    """Announce, once the transaction is committed, that something waits for a platform."""
    if connection.dialect.name == "postgresql":
        connection.execute(_RING, {"platform": platform})


def announce(connection: Connection, platform: str) -> None:
    """The same for who cannot tell the sender of this very process: it hears too, on SQLite as well."""
    ring(connection, platform)
    connection.info.setdefault(RUNG, set()).add(platform)


@dataclass(frozen=True, slots=True)
class Bell:
    """Listens; `heard` is called with a platform, or with "" when something may have been missed."""

    url: str
    heard: Callable[[str], None]

    async def listen(self) -> None:
        """Listen until cancelled; on SQLite there is nobody else to be heard."""
        url = database_url(self.url)
        if url.get_backend_name() == "sqlite":
            return
        address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        while True:
            try:
                await self._listen(address)
            except psycopg.Error as error:
                log.warning("no news of the outbox for a moment", error=type(error).__name__)
            await asyncio.sleep(PAUSE)

    async def _listen(self, address: str) -> None:
        connecting = psycopg.AsyncConnection.connect(address, autocommit=True, connect_timeout=CONNECT_WAIT)
        async with await connecting as connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            self.heard("")
            async for notice in connection.notifies():
                self.heard(notice.payload)
