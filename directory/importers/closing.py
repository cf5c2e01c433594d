"""Temporary closures that a source tells of: those it told before are replaced by those it tells now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Select, Table, delete, insert, select

from directory import tables, versions
from directory.importers.raw import Closing

_STRUCTURE: Table = tables.Structure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
_CLOSURE: Table = tables.Closure.__table__  # type: ignore[attr-defined]  # idem


def replace(
    connection: Connection,
    source: str,
    closings: Collection[Closing],
    *,
    now: datetime,
    among: Collection[str] | None = None,
) -> bool:
    """Make the closures of a source's structures those given, in the caller's transaction; False when they were.

    Those of structures that the directory does not hold are left out. `among`: the structures spoken of, by id; None:
    all of the source.
    """
    own = _own(source, among)
    wanted, held = _wanted(connection, own, closings), _held(connection, own)
    if held == wanted:
        return False
    connection.execute(delete(_CLOSURE).where(_CLOSURE.c.structure_id.in_(own)))
    if wanted:
        columns = ("structure_id", "first_day", "last_day", "message")
        rows = [{"service_id": None, **{name: getattr(one, name) for name in columns}} for one in wanted]
        connection.execute(insert(_CLOSURE), rows)
    versions.bump(connection, now=now, fictional=False)
    return True


def differ(connection: Connection, source: str, closings: Collection[Closing], *, among: Collection[str]) -> bool:
    """Whether the closures of some structures of a source, by id, are others than those given."""
    return {one for one in closings if one.structure_id in among} != _held(connection, _own(source, among))


def _own(source: str, among: Collection[str] | None) -> Select[str]:
    own = select(_STRUCTURE.c.id).where(_STRUCTURE.c.source == source, _STRUCTURE.c.fictional.is_(False))
    return own if among is None else own.where(_STRUCTURE.c.id.in_(sorted(among)))


def _wanted(connection: Connection, own: Select[str], closings: Collection[Closing]) -> set[Closing]:
    known = set(connection.scalars(own))
    return {closing for closing in closings if closing.structure_id in known}


def _held(connection: Connection, own: Select[str]) -> set[Closing]:
    query = select(_CLOSURE.c.structure_id, _CLOSURE.c.first_day, _CLOSURE.c.last_day, _CLOSURE.c.message)
    return {Closing(*row) for row in connection.execute(query.where(_CLOSURE.c.structure_id.in_(own)))}
