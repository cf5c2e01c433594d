"""Rows of the directory, whole: read, and put in their table in the place of those of the same id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from directory import tables

TABLES: Mapping[str, Table] = {"structure": tables.STRUCTURES, "service": tables.SERVICES}
HOUSE = frozenset({"added_in", "withdrawn_on"})
"""Columns that no source speaks of: who replaces a row leaves them as they are."""
DEDUCED = HOUSE | {"needs", "place", "place_latitude", "place_longitude", "flags", "digest", "fictional"}
"""Columns that are no field of a record."""


ADDRESS = ("adresse", "complement_adresse", "code_postal", "commune", "code_insee", "latitude", "longitude")
"""Columns that say where a row is."""


def whole_rows(connection: Connection, name: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """All columns of some rows, by id; those that are missing are left out."""
    table, wanted = TABLES[name], list(ids)
    if not wanted:
        return {}
    found = connection.execute(select(table).where(table.c.id.in_(wanted))).mappings()
    return {row["id"]: {**row, "digest": bytes(row["digest"])} for row in found}


def put(connection: Connection, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, or replace those of the same id; what `HOUSE` names is written with a new row only."""
    table = TABLES[name]
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table)
    replaced = [column.name for column in table.columns if column.name != "id" and column.name not in HOUSE]
    others = {name: statement.excluded[name] for name in replaced}
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=others), list(rows))
