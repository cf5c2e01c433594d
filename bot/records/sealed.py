"""Where sealed values are: every column of every table declared SEALED, and what each row binds them to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, Table, func, literal
from sqlmodel import SQLModel

from bot.records.columns import PRIVACY, Column
from bot.records.privacy import KEY_ID_LENGTH, Vault

# A row that counts itself (AUTOINCREMENT) has no number yet when it is sealed: another column names it.
BOUND_TO: Mapping[str, str] = {"inbox": "event", "outbox": "ticket", "campaign": "key"}
"""Everywhere else a value is bound to the primary key of its row."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A table that holds sealed values, and their columns."""

    table: Table
    columns: tuple[str, ...]

    def not_by(self, key: bytes, column: str) -> ColumnElement[bool]:
        """The condition that there is a value, and that another key sealed it."""
        return self.table.c[column].is_not(None) & (self._sealed_with(column) != literal(key, LargeBinary))

    def _sealed_with(self, column: str) -> ColumnElement[bytes]:
        return func.substr(self.table.c[column], 1, KEY_ID_LENGTH, type_=LargeBinary)


def sealed_tables() -> Iterator[Sealed]:
    """Every table that holds sealed values, also those to come."""
    for table in SQLModel.metadata.sorted_tables:
        columns = tuple(name for name, what in PRIVACY.get(table.name, {}).items() if what is Column.SEALED)
        if columns:
            yield Sealed(table, columns)


def bound_to(table: Table, row: Mapping[Any, Any]) -> bytes:
    """What the sealed values of a row are bound to."""
    name = BOUND_TO.get(table.name)
    if name is None:
        (key,) = table.primary_key
        name = key.name
    value = row[name]
    return value.encode() if isinstance(value, str) else bytes(value)


def open_sealed(vault: Vault, table: Table, row: Mapping[Any, Any], column: str) -> bytes:
    """What a value of a row says; raises SealBroken."""
    return vault.open(row[column], table=table.name, row=bound_to(table, row), column=column)
