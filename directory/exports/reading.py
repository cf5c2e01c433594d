"""The directory read from one end to the other: each structure with its services, in the order of their ids.

Read a page at a time, so that memory does not grow with the directory, and no transaction lasts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from directory import tables, versions
from directory.exports.scope import Scope
from directory.exports.withheld import without_secrets

Values = Mapping[str, Any]

_STRUCTURE: Table = tables.Structure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
_SERVICE: Table = tables.Service.__table__  # type: ignore[attr-defined]  # idem
_PAGE = 200


class DirectoryChangedError(Exception):
    """The directory changed while it was read: what was read is of two moments."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A structure and those of its services that are asked for, by column."""

    structure: Values
    services: tuple[Values, ...]


def holdings(connection: Connection, scope: Scope, *, complete: bool = False) -> Iterator[Holding]:
    """Each structure that has a service in the scope; without a scope, those without services too.

    `complete`: with what a person must not see. Raises DirectoryChangedError at the end when it is not of one moment.
    """
    version = versions.current(connection)
    last = ""
    while page := _structures(connection, scope, last):
        last = page[-1]["id"]
        services = _services(connection, scope, [structure["id"] for structure in page])
        for structure in page:
            of_it = services.get(structure["id"], [])
            shown, all_shown = (structure, of_it) if complete else without_secrets(structure, of_it)
            yield Holding(shown, tuple(service for service in all_shown if service["asked"]))
    if versions.current(connection) != version:
        raise DirectoryChangedError


def count_structures(connection: Connection, scope: Scope) -> int:
    """How many structures `holdings` gives."""
    query = select(func.count()).select_from(_STRUCTURE)
    return connection.scalar(query.where(_STRUCTURE.c.id.in_(_of(scope))) if scope else query) or 0


def _of(scope: Scope) -> Any:  # noqa: ANN401 - a SELECT of one column, whose type SQLAlchemy does not tell
    return select(_SERVICE.c.structure_id).where(scope.condition)


def _structures(connection: Connection, scope: Scope, last: str) -> list[Values]:
    query = select(_STRUCTURE).where(_STRUCTURE.c.id > last).order_by(_STRUCTURE.c.id).limit(_PAGE)
    if scope:
        query = query.where(_STRUCTURE.c.id.in_(_of(scope)))
    return [{**row} for row in connection.execute(query).mappings()]


def _services(connection: Connection, scope: Scope, structures: list[str]) -> Mapping[str, list[Values]]:
    """All the services of these structures; `asked` tells those in the scope."""
    found: defaultdict[str, list[Values]] = defaultdict(list)
    query = select(_SERVICE, scope.condition.label("asked")).where(_SERVICE.c.structure_id.in_(structures))
    for row in connection.execute(query.order_by(_SERVICE.c.id)).mappings():
        found[row["structure_id"]].append({**row})
    return found
