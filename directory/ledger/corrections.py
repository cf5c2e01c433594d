"""Corrections that outlive an import: an editor's word for one field, until the source says the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, select, update

from directory.ledger.history import Kind
from directory.ledger.tables import Correction
from directory.ledger.values import Values, written

_POINT = frozenset({"latitude", "longitude"})
"""Fields that say one thing together: one of them alone is of another place."""
CORRECTIONS: Table = Correction.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time


@dataclass(frozen=True, slots=True)
class Kept:
    """One field of a row: what an editor says of it, and what its source said last (both as JSON holds them)."""

    field: str
    value: Any
    said: Any


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A new record of the source beside the corrections of its row.

    `standing`: what to write over the record; `agreed`: fields of which the source now says what the editor said;
    `disputed`: fields of which it says something new, and else; `said`: what it says of those that stand.
    """

    standing: Mapping[str, Any]
    agreed: tuple[str, ...]
    disputed: tuple[str, ...]
    said: Mapping[str, Any]


def of_rows(connection: Connection, kind: Kind, rows: Iterable[str]) -> dict[str, tuple[Kept, ...]]:
    """The corrections of some rows, by id; rows without any are missing."""
    query = select(CORRECTIONS).where(and_(CORRECTIONS.c.kind == kind, CORRECTIONS.c.row.in_(list(rows))))
    found: dict[str, tuple[Kept, ...]] = {}
    for row in connection.execute(query.order_by(CORRECTIONS.c.field)):
        found[row.row] = (*found.get(row.row, ()), Kept(row.field, row.value, row.said))
    return found


def reconcile(kept: Iterable[Kept], record: Values) -> Reconciled:
    """What a new record of the source makes of the corrections. Pure."""
    says = {one.field: written({one.field: record.get(one.field)})[one.field] for one in kept}
    differs = {one.field for one in kept if says[one.field] != one.value}
    differs |= _POINT if differs & _POINT else frozenset()
    agreed = tuple(one.field for one in kept if one.field not in differs)
    standing = {one.field: one.value for one in kept if one.field not in agreed}
    disputed = tuple(one.field for one in kept if one.field in standing and says[one.field] != one.said)
    return Reconciled(standing, agreed, disputed, {field: says[field] for field in standing})


def settle(connection: Connection, kind: Kind, row: str, reconciled: Reconciled) -> None:
    """Forget the corrections that the source agrees with, and note what it says of the others."""
    own = and_(CORRECTIONS.c.kind == kind, CORRECTIONS.c.row == row)
    if reconciled.agreed:
        connection.execute(delete(CORRECTIONS).where(own, CORRECTIONS.c.field.in_(reconciled.agreed)))
    for field in reconciled.disputed:
        connection.execute(
            update(CORRECTIONS).where(own, CORRECTIONS.c.field == field).values(said=reconciled.said[field])
        )


def keep(connection: Connection, kind: Kind, row: str, *, before: Values, after: Values, now: datetime) -> None:
    """Make the new values of some fields outlive imports; `before`: as they were, which is what the source says of
    those that were not corrected yet. A field put back to what the source says is no correction any more.
    """
    known = {one.field: one for one in of_rows(connection, kind, [row]).get(row, ())}
    was, is_now = written(before), written(after)
    said_of = {field: known[field].said if field in known else was.get(field) for field in is_now}
    differs = {field for field, value in is_now.items() if value != said_of[field]}
    differs |= _POINT if differs & _POINT else frozenset()
    for field, value in is_now.items():
        own = and_(CORRECTIONS.c.kind == kind, CORRECTIONS.c.row == row, CORRECTIONS.c.field == field)
        connection.execute(delete(CORRECTIONS).where(own))
        if field in differs:
            kept = {"kind": kind, "row": row, "field": field, "value": value, "said": said_of[field], "at": now}
            connection.execute(insert(CORRECTIONS).values(kept))


def forget(connection: Connection, kind: Kind, rows: Iterable[str]) -> None:
    """Forget the corrections of rows that are gone."""
    connection.execute(delete(CORRECTIONS).where(CORRECTIONS.c.kind == kind, CORRECTIONS.c.row.in_(list(rows))))
