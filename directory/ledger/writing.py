"""Rows of the directory put in their table, those of the same id replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from directory import tables

TABLES: Mapping[str, Table] = {"structure": tables.STRUCTURES, "service": tables.SERVICES}
HOUSE = frozenset({"added_in", "withdrawn_on"})
"""Columns that no source speaks of: who replaces a row leaves them as they are."""


def put(connection: Connection, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, or replace those of the same id; what `HOUSE` names is written with a new row only."""
    table = TABLES[name]
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table)
    others = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name != "id" and column.name not in HOUSE
    }
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=others), list(rows))
