"""All that is kept of a person as a file to take away, and read back (docs/privacy.md says its format).

The format is JSON: `format`, `version`, `written_at`, and `tables`, by table a list of rows, by column a value.
Instants and days are in ISO 8601, pseudonyms in hexadecimal; what is sealed in the database is opened.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Table

from bot.records.columns import PRIVACY, Column
from bot.records.promises import PASSING, personal_tables
from directory.instants import Instant

FORMAT, VERSION = "solipacte-person", 1
Kept = Mapping[str, Sequence[Mapping[str, Any]]]


class NotPortableError(ValueError):
    """This is not a file of ours, or one of another version."""


def written(kept: Kept, *, now: datetime) -> bytes:
    """The file; `kept` is what `bot.records.rights.everything` gives."""
    content = {"format": FORMAT, "version": VERSION, "written_at": now.isoformat(), "tables": kept}
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass") + b"\n"


def read(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """The rows of a file, as the database gives them, what is sealed opened. Raises NotPortableError."""
    try:
        told = json.loads(content.decode("utf-8", "surrogatepass"))
        known = (told["format"], told["version"]) == (FORMAT, VERSION)
        tables = {table.name: table for table in personal_tables() if table.name not in PASSING}
        rows = {name: [_row(tables[name], row) for row in rows] for name, rows in told["tables"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotPortableError("not a file of this robot, or of another version") from error
    if not known:
        raise NotPortableError("another format or version")
    return rows


def _row(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    if set(row) != set(table.columns.keys()):
        raise ValueError(f"other columns in {table.name}")
    return {name: _value(table, name, value) for name, value in row.items()}


def _value(table: Table, name: str, value: object) -> object:
    """A value as the database gives it."""
    if value is None or PRIVACY[table.name][name] is Column.SEALED:
        return value
    column = table.columns[name]
    kind = datetime if isinstance(column.type, Instant) else column.type.python_type
    if kind is bytes:
        return bytes.fromhex(str(value))
    return kind.fromisoformat(str(value)) if issubclass(kind, (date, time)) else value
