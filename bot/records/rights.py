"""What a person may ask of us: to see everything, and to be forgotten. Every table is walked, also those to come."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import RowMapping, Table, delete, select
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from bot.records.columns import PRIVACY, Column
from bot.records.erasures import keep_all_forgotten
from bot.records.privacy import SealBroken, Vault
from bot.records.promises import LEFT_BEHIND, PASSING, personal_tables
from bot.records.sealed import open_sealed
from bot.records.sends import Status
from bot.records.statements import ERASURE, OUTBOX
from bot.records.workers import ERASED


def forget(connection: Connection, *, uid: bytes, now: datetime) -> int:
    """Erase every row of a person; gives their number.

    What stays for 30 days is that this pseudonym asked for it, so that a backup put back forgets it again.
    What was to be sent is not sent any more; what was said since is still answered, then emptied like all messages.
    """
    tables = [table for table in reversed(personal_tables()) if table is not ERASURE and table.name not in PASSING]
    erased = sum(connection.execute(delete(table).where(table.c.uid == uid)).rowcount for table in tables)
    erased += _send_nothing(connection, uid)
    keep_all_forgotten(connection, uid, now=now)
    connection.info[ERASED] = True
    return erased


def lose(connection: Connection, *, uid: bytes) -> int:
    """Let go of somebody who blocked us or went away: what waits for them, their conversation."""
    tables = [SQLModel.metadata.tables[name] for name in LEFT_BEHIND]
    left = sum(connection.execute(delete(table).where(table.c.uid == uid)).rowcount for table in tables)
    return left + _send_nothing(connection, uid)


def _send_nothing(connection: Connection, uid: bytes) -> int:
    """Drop what waits to be sent to a person; what is being sent at this moment goes."""
    return connection.execute(delete(OUTBOX).where(OUTBOX.c.uid == uid, OUTBOX.c.status <= Status.WAITING)).rowcount


def everything(connection: Connection, vault: Vault, *, uid: bytes) -> dict[str, list[dict[str, Any]]]:
    """Read all that is kept of a person, by table, as values that JSON can write; sealed ones are opened."""
    kept: dict[str, list[dict[str, Any]]] = {}
    for table in personal_tables():
        if table.name in PASSING:
            continue
        rows = connection.execute(select(table).where(table.c.uid == uid)).mappings().all()
        if rows:
            kept[table.name] = [_readable(vault, table, row) for row in rows]
    return kept


def _readable(vault: Vault, table: Table, row: RowMapping) -> dict[str, Any]:
    readable: dict[str, Any] = {}
    for name, what in PRIVACY[table.name].items():
        value = row[name]
        if what is Column.SEALED and value is not None:
            try:
                value = json.loads(open_sealed(vault, table, row, name))
            except SealBroken:
                value = None
        elif isinstance(value, bytes):
            value = value.hex()
        elif isinstance(value, (date, time)):
            value = value.isoformat()
        readable[name] = value
    return readable
