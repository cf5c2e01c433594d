"""Temporary closures that a source tells of: those that it no longer tells go, those that are new come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace as with_
from typing import Any

from sqlalchemy import Connection, Table, select

from directory import tables, versions
from directory.importers.raw import Closing
from directory.ledger import closings, runs
from directory.ledger.history import Signed
from directory.ledger.runs import Counted

_STRUCTURE: Table = tables.Structure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time


def replace(
    connection: Connection,
    source: str,
    told: Collection[Closing],
    *,
    signed: Signed,
    among: Collection[str] | None = None,
) -> int | None:
    """Make the closures of a source's structures those it tells, in the caller's transaction; None when they were.

    `signed.run`: the run that they are a part of, None when nothing else changed: the closures are a run then. Gives
    its number. Those of structures that the directory does not hold are left out, as are those of editors. `among`: the
    structures spoken of, by id; None: all of the source.
    """
    own = select(_STRUCTURE.c.id).where(_STRUCTURE.c.source == source, _STRUCTURE.c.fictional.is_(False))
    known = {one for one in connection.scalars(own) if among is None or one in among}
    wanted = {closing for closing in told if closing.structure_id in known}
    theirs = _held(connection, source, among)
    held = {_closing(one) for one in theirs}
    gone = [one for one in theirs if _closing(one) not in wanted]
    new = sorted(wanted - held, key=lambda one: (one.structure_id, one.first_day, one.last_day))
    if not gone and not new:
        return None
    run = signed.run or runs.begin(connection, Counted((source,)), signed)
    of_run = with_(signed, run=run)
    closings.remove(connection, gone, of_run)
    closings.bring(connection, (_row(one, source) for one in new), of_run)
    versions.bump(connection, now=signed.at, fictional=False)
    return run


def differ(connection: Connection, source: str, told: Collection[Closing], *, among: Collection[str]) -> bool:
    """Whether the closures of some structures of a source, by id, are others than those it tells."""
    held = {_closing(one) for one in _held(connection, source, among)}
    return {one for one in told if one.structure_id in among} != held


def _held(connection: Connection, source: str, among: Collection[str] | None) -> list[dict[str, Any]]:
    found = closings.of_source(connection, source)
    return found if among is None else [one for one in found if one["structure_id"] in among]


def _closing(row: dict[str, Any]) -> Closing:
    return Closing(row["structure_id"], row["first_day"], row["last_day"], row["message"])


def _row(one: Closing, source: str) -> dict[str, Any]:
    days = {"first_day": one.first_day, "last_day": one.last_day}
    return {"structure_id": one.structure_id, "service_id": None, **days, "message": one.message, "source": source}
