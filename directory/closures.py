"""Temporary closures, by service."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Table, select

from directory import tables
from directory.hours import Closed

_SERVICE: Table = tables.Service.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
_CLOSURE: Table = tables.Closure.__table__  # type: ignore[attr-defined]  # idem


def read_closures(connection: Connection) -> dict[str, tuple[Closed, ...]]:
    """Every closure, under the id of each service it closes; that of a structure closes all its services."""
    found: defaultdict[str, list[Closed]] = defaultdict(list)
    days: tuple[Any, ...] = (_CLOSURE.c.first_day, _CLOSURE.c.last_day, _CLOSURE.c.message)
    own = select(_CLOSURE.c.service_id, *days).where(_CLOSURE.c.service_id.is_not(None))
    shared = select(_SERVICE.c.id, *days).join(_CLOSURE, _CLOSURE.c.structure_id == _SERVICE.c.structure_id)
    for query in (own, shared):
        for service_id, first_day, last_day, message in connection.execute(query):
            found[service_id].append(Closed(first_day, last_day, message))
    return {service_id: tuple(sorted(closed, key=lambda c: c.first_day)) for service_id, closed in found.items()}
