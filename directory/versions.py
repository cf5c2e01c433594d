"""The directory's version: one number that grows with every change, so that snapshots know they are old."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from directory.tables import DirectoryState

_STATE = DirectoryState.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time


def current(connection: Connection) -> int:
    """The version, 0 before anything was imported."""
    return connection.scalar(select(_STATE.c.version).where(_STATE.c.id == 1)) or 0


def is_fictional(connection: Connection) -> bool:
    """Whether what the directory holds is invented (see `directory.demo`)."""
    return bool(connection.scalar(select(_STATE.c.fictional).where(_STATE.c.id == 1)))


def bump(connection: Connection, *, now: datetime, fictional: bool) -> int:
    """Say that the directory has changed, in the caller's transaction; returns the new version."""
    version = current(connection) + 1
    values = {"version": version, "fictional": fictional, "changed_at": now}
    if not connection.execute(update(_STATE).where(_STATE.c.id == 1).values(values)).rowcount:
        connection.execute(insert(_STATE).values(id=1, **values))
    return version
