"""Rows for any table, also those to come: each column holds a value of its kind that can be recognised."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, Column, Table, insert
from sqlalchemy.engine import Connection

from bot.records.columns import PRIVACY
from bot.records.columns import Column as What
from bot.records.privacy import Vault
from bot.records.sealed import bound_to
from directory.instants import Instant

# What passes through (`bot.records.promises.PASSING`) waits.
WAITING = {"inbox": {"status": 0}, "outbox": {"status": 0}}


def planted(table: Table, name: str, number: int = 0) -> str:
    """The words of a column."""
    return f"planted {table.name}.{name} {number}"


def row_of(
    vault: Vault,
    table: Table,
    *,
    now: datetime,
    number: int = 0,
    uid: bytes | None = None,
) -> dict[str, Any]:
    """A row of a table, `number` apart from others; `uid`: whose it is."""
    row = {column.name: _value(column, now, number) for column in table.columns}
    if uid is not None and "uid" in row:
        row["uid"] = uid
    row |= WAITING.get(table.name, {})
    for name, what in PRIVACY[table.name].items():
        if what is What.SEALED:
            plain = f'["{planted(table, name, number)}"]'.encode()
            row[name] = vault.seal(plain, table=table.name, row=bound_to(table, row), column=name)
    return row


def put(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Write it."""
    connection.execute(insert(table).values(row))


def _value(column: Column[Any], now: datetime, number: int) -> Any:
    for key in column.foreign_keys:
        return _value(key.column, now, number)
    if isinstance(column.type, Instant):
        return now
    if isinstance(column.type, JSON):
        return {"planted": planted(column.table, column.name, number)}
    kind = column.type.python_type
    kinds: dict[type, Any] = {bool: True, int: number + 1, date: now.date(), time: time(12, 30)}
    if kind is bytes:
        return f"{column.table.name}.{column.name}".encode().ljust(31, b"-") + bytes([number])
    return kinds.get(kind, planted(column.table, column.name, number))
