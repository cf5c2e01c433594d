"""Columns of the directory as JSON holds them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Date, LargeBinary, Table

Values = Mapping[str, Any]


def written(values: Values) -> dict[str, Any]:
    """The same values as JSON takes them: days as ISO 8601, bytes as hexadecimal."""
    return {name: _written(value) for name, value in values.items()}


def record(row: Values) -> dict[str, Any]:
    """A row as the record that an import would read: several telephone numbers are told apart."""
    telephone = row.get("telephone") or ""
    stored = all(one.lstrip("+").isdigit() for one in telephone.split())
    return {**written(row), "telephone": (" ou ".join(telephone.split()) if stored else telephone) or None}


def read(table: Table, values: Values) -> dict[str, Any]:
    """What `written` gave, as the columns of `table` take it; columns that are no more are left out."""
    return {name: _read(table, name, value) for name, value in values.items() if name in table.columns}


def differences(before: Values, after: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """The columns of `after` that differ, as they were and as they became."""
    names = [name for name, value in after.items() if before.get(name) != value]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}


def _written(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes | memoryview) else value


def _read(table: Table, name: str, value: Any) -> object:  # noqa: ANN401  what JSON holds
    kind = table.columns[name].type
    if value is not None and isinstance(kind, Date):
        return date.fromisoformat(value)
    return bytes.fromhex(value) if value is not None and isinstance(kind, LargeBinary) else value
