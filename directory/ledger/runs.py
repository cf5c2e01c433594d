"""Imports that were applied: counted, listed, taken back within thirty days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from directory.ledger.history import Signed
from directory.ledger.tables import ImportRun

RUNS: Table = ImportRun.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
UNDONE_WITHIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Counted:
    """What an import did: services added, changed, withdrawn; the sources that its records name."""

    sources: tuple[str, ...]
    added: int = 0
    changed: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """An import that was applied."""

    id: int
    counted: Counted
    signed: Signed
    undone_at: datetime | None

    def too_old(self, now: datetime) -> bool:
        """Whether it is too late to take it back."""
        return now - self.signed.at > UNDONE_WITHIN


def begin(connection: Connection, counted: Counted, signed: Signed) -> int:
    """Number a run, in the transaction that applies it."""
    values: dict[str, Any] = {
        "sources": list(counted.sources),
        "at": signed.at,
        "actor": signed.actor,
        "added": counted.added,
        "changed": counted.changed,
        "withdrawn": counted.withdrawn,
    }
    number = connection.scalar(insert(RUNS).values(values).returning(RUNS.c.id))
    return int(number or 0)


def recent(connection: Connection, most: int) -> list[Run]:
    """The last runs, the newest first."""
    query = select(RUNS).order_by(RUNS.c.id.desc()).limit(most)
    return [_run(row) for row in connection.execute(query).mappings()]


def one(connection: Connection, number: int) -> Run | None:
    """A run by its number."""
    found = connection.execute(select(RUNS).where(RUNS.c.id == number)).mappings().one_or_none()
    return _run(found) if found else None


def close(connection: Connection, number: int, *, now: datetime) -> None:
    """Say that a run was taken back."""
    connection.execute(update(RUNS).where(RUNS.c.id == number).values(undone_at=now))


def _run(row: Any) -> Run:  # noqa: ANN401  a row of SQLAlchemy, whose mapping has no name for its type
    actor = None if row["actor"] is None else bytes(row["actor"])
    counted = Counted(tuple(row["sources"]), row["added"], row["changed"], row["withdrawn"])
    return Run(row["id"], counted, Signed(row["at"], actor, row["id"]), row["undone_at"])
