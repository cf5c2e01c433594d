"""Temporary closures that sources tell: brought and removed row by row in a run, told, taken back with it.

Those of editors have no source: no import removes them, nor takes them back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select

from directory.ledger import history
from directory.ledger.history import CHANGES, Change, Signed
from directory.ledger.values import Values, read
from directory.tables import CLOSURES

_SAYS = ("structure_id", "service_id", "first_day", "last_day", "message", "source")
_BATCH = 500


def bring(connection: Connection, closures: Iterable[Values], signed: Signed) -> int:
    """Write closures that a source tells, and tell them; gives how many. `id`: theirs again, where it is free."""
    changes = []
    for closure in closures:
        said = {name: closure[name] for name in _SAYS}
        number = closure.get("id")
        if number is not None and _held(connection, CLOSURES.c.id == number):
            number = None
        given = {"id": number, **said} if number is not None else said
        made = connection.scalar(insert(CLOSURES).values(**given).returning(CLOSURES.c.id))
        changes.append(Change("closure", _closed(said), None, {**said, "id": made}))
    history.write(connection, changes, signed)
    return len(changes)


def remove(connection: Connection, closures: Collection[Mapping[str, Any]], signed: Signed) -> int:
    """Remove closures, whole rows of the table, and tell them; gives how many."""
    numbers = [closure["id"] for closure in closures]
    for first in range(0, len(numbers), _BATCH):
        connection.execute(delete(CLOSURES).where(CLOSURES.c.id.in_(numbers[first : first + _BATCH])))
    history.write(connection, [Change("closure", _closed(one), {**one}, None) for one in closures], signed)
    return len(numbers)


def of_source(connection: Connection, source: str) -> list[dict[str, Any]]:
    """What a source tells, whole rows."""
    return _held(connection, CLOSURES.c.source == source)


def hung(connection: Connection, kind: str, rows: Collection[str]) -> list[dict[str, Any]]:
    """What sources tell of some structures, or of some services, whole rows."""
    owner = CLOSURES.c.service_id if kind == "service" else CLOSURES.c.structure_id
    return _held(connection, CLOSURES.c.source.is_not(None) & owner.in_(list(rows)))


def counted(connection: Connection, run: int) -> int:
    """How many closures a run brought and removed."""
    of_run = select(func.count()).where(CHANGES.c.run == run, CHANGES.c.kind == "closure")
    return connection.scalar(of_run) or 0


def take_back(connection: Connection, run: int, signed: Signed) -> int:
    """Remove what a run brought and nobody removed since; gives how many."""
    brought = []
    for change in _told(connection, run):
        if change["after"] is not None:
            # By what it says: numbers serve again, and one that came back may have another.
            brought += _same(connection, read(CLOSURES, change["after"]))
    return remove(connection, brought, signed)


def put_back(connection: Connection, run: int, signed: Signed) -> int:
    """Bring again what a run removed, unless a source says it again meanwhile; gives how many."""
    removed = (read(CLOSURES, change["before"]) for change in _told(connection, run) if change["before"] is not None)
    return bring(connection, (one for one in removed if not _same(connection, one)), signed)


def _same(connection: Connection, closure: Values) -> list[dict[str, Any]]:
    """What says the same of the same, of the same source."""
    return _held(connection, and_(*(CLOSURES.c[name].is_not_distinct_from(closure[name]) for name in _SAYS)))


def _told(connection: Connection, run: int) -> Iterator[Mapping[str, Any]]:
    query = select(CHANGES).where(CHANGES.c.run == run, CHANGES.c.kind == "closure").order_by(CHANGES.c.id)
    yield from map(dict, connection.execute(query).mappings().all())


def _held(connection: Connection, condition: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - an SQL expression
    query = select(CLOSURES).where(condition).order_by(CLOSURES.c.id)
    return [{**row} for row in connection.execute(query).mappings()]


def _closed(closure: Values) -> str:
    """What a closure closes."""
    return str(closure["service_id"] or closure["structure_id"])
