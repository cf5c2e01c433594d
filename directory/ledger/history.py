"""Changes, row by row: written in the transaction that makes them, read as a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Table, and_, insert, or_, select

from directory.ledger.rows import ADDRESS, DEDUCED
from directory.ledger.tables import DirectoryChange
from directory.ledger.values import Values, written
from directory.tables import SERVICES

Kind = Literal["structure", "service", "closure"]

_MOVES = DEDUCED | frozenset(ADDRESS)
"""What becomes of a service when only its structure is spoken of."""
CHANGES: Table = DirectoryChange.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time


STEWARD = b"whoever is in charge of it".ljust(32)
"""The actor of what somebody in charge of a place says of it: it tells nobody apart."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who changes the directory, and when. `actor`: pseudonym of an agent, `STEWARD`, None for the machine.

    `run`: an import's.
    """

    at: datetime
    actor: bytes | None = None
    run: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one row: columns as they were and as they are; None: there was, or is, no such row."""

    kind: Kind
    row: str
    before: Values | None
    after: Values | None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A change that was made; `id`: its number."""

    id: int
    change: Change
    signed: Signed


def write(connection: Connection, changes: Iterable[Change], signed: Signed) -> None:
    """Tell what is being changed, in the caller's transaction."""
    rows = [
        {
            "run": signed.run,
            "kind": change.kind,
            "row": change.row,
            "at": signed.at,
            "actor": signed.actor,
            "before": None if change.before is None else written(change.before),
            "after": None if change.after is None else written(change.after),
            "undoes": change.undoes,
        }
        for change in changes
    ]
    if rows:
        connection.execute(insert(CHANGES), rows)


def of_service(connection: Connection, service_id: str, most: int) -> list[Told]:
    """What became of a service and of its structure, the last first."""
    structure = select(SERVICES.c.structure_id).where(SERVICES.c.id == service_id).scalar_subquery()
    own = and_(CHANGES.c.kind != "structure", CHANGES.c.row == service_id)
    shared = and_(CHANGES.c.kind != "service", CHANGES.c.row == structure)
    query = select(CHANGES).where(or_(own, shared)).order_by(CHANGES.c.id.desc()).limit(most)
    return [told(row) for row in connection.execute(query).mappings()]


def one(connection: Connection, change: int) -> Told | None:
    """A change by its number."""
    found = connection.execute(select(CHANGES).where(CHANGES.c.id == change)).mappings().one_or_none()
    return told(found) if found else None


def made_together(connection: Connection, change: Told) -> list[Told]:
    """A change made by hand with what moved with it, in order: that of a structure, then those of its services."""
    signed = change.signed
    same = and_(CHANGES.c.at == signed.at, CHANGES.c.actor == signed.actor, CHANGES.c.run.is_(None))
    rows = connection.execute(select(CHANGES).where(same).order_by(CHANGES.c.id)).mappings()
    moved: list[Told] = []
    for each in map(told, rows):
        if not (moved and _follows(moved[0], each)):
            if change in moved:
                break
            moved = [each]
        else:
            moved.append(each)
    return moved if change in moved else [change]


def as_one(changes: Iterable[Told]) -> list[Told]:
    """What became of a service and its structure, the last first, without what only followed the structure."""
    found: list[Told] = []
    for each in changes:
        if found and _follows(each, found[-1]):
            found.pop()
        found.append(each)
    return found


def _follows(head: Told, other: Told) -> bool:
    """Whether a service moved because its structure did, by the same hand at the same instant."""
    pair = (head.change.kind, other.change.kind) == ("structure", "service") and head.signed == other.signed
    return pair and head.signed.run is None and (other.change.after or {}).keys() <= _MOVES


def undone(connection: Connection, change: int) -> bool:
    """Whether a change was taken back."""
    return connection.scalar(select(CHANGES.c.id).where(CHANGES.c.undoes == change)) is not None


def told(row: Mapping[str, Any] | Any) -> Told:  # noqa: ANN401  a row of SQLAlchemy, whose mapping has no name for its type
    """A row of the table as a value."""
    actor = None if row["actor"] is None else bytes(row["actor"])
    change = Change(row["kind"], row["row"], row["before"], row["after"], row["undoes"])
    return Told(row["id"], change, Signed(row["at"], actor, row["run"]))
