"""Temporary closures that a source tells of: those it told before are replaced by those it tells now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Table, delete, insert, select

from directory import tables, versions
from directory.importers.raw import Closing

_STRUCTURE: Table = tables.Structure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
_CLOSURE: Table = tables.Closure.__table__  # type: ignore[attr-defined]  # idem


def replace(connection: Connection, source: str, closings: Collection[Closing], *, now: datetime) -> bool:
    """Make the closures of a source's structures those given, in the caller's transaction; False when they were.

    Those of structures that the directory does not hold are left out.
    """
    own = select(_STRUCTURE.c.id).where(_STRUCTURE.c.source == source, _STRUCTURE.c.fictional.is_(False))
    known = set(connection.scalars(own))
    wanted = {closing for closing in closings if closing.structure_id in known}
    held = connection.execute(
        select(_CLOSURE.c.structure_id, _CLOSURE.c.first_day, _CLOSURE.c.last_day, _CLOSURE.c.message).where(
            _CLOSURE.c.structure_id.in_(own)
        )
    )
    if {Closing(*row) for row in held} == wanted:
        return False
    connection.execute(delete(_CLOSURE).where(_CLOSURE.c.structure_id.in_(own)))
    if wanted:
        columns = ("structure_id", "first_day", "last_day", "message")
        rows = [{"service_id": None, **{name: getattr(one, name) for name in columns}} for one in wanted]
        connection.execute(insert(_CLOSURE), rows)
    versions.bump(connection, now=now, fictional=False)
    return True
