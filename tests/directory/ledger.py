"""What the tests of the ledger share: the directory as it is, a change planned and carried out, two services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from directory import tables
from directory.importers import pipeline
from directory.importers.missing import Scope
from directory.ledger import editing, history
from directory.ledger.editing import Planned
from directory.ledger.history import Signed
from directory.ledger.rows import TABLES
from tests.databases import Database
from tests.directory.conftest import NOW, reader, service, source, structure

ALICE, LATER = b"a" * 32, NOW + timedelta(days=1)
EVERYWHERE = Scope()
DOUCHE, ESCALE = "essai--douche", "essai--escale"

Imported = Callable[..., pipeline.Preview]
Plan = Callable[[Connection], Planned]


def whole(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the directory, as it is."""
    held = (tables.STRUCTURES, tables.SERVICES, tables.CLOSURES)
    with database.engine.connect() as connection:
        return {t.name: [tuple(row) for row in connection.execute(select(t).order_by(t.c.id))] for t in held}


def values(database: Database, kind: str = "service", row: str = DOUCHE) -> dict[str, Any]:
    with database.engine.connect() as connection:
        found = connection.execute(select(TABLES[kind]).where(TABLES[kind].c.id == row)).mappings().one()
        return {**found}


def carried_out(database: Database, plan: Plan) -> Planned:
    """Plan as a handler does, then carry out as the writer does."""
    with database.engine.connect() as connection:
        planned = plan(connection)
    with database.engine.begin() as connection:
        editing.carry_out(connection, planned, Signed(LATER, ALICE))
    return planned


def correcting(kind: Any = "service", row: str = DOUCHE, **fields: Any) -> Plan:
    def plan(connection: Connection) -> Planned:
        return editing.correct(connection, reader(connection), kind, row, fields, today=date(2026, 7, 2))

    return plan


def story(database: Database, service_id: str = DOUCHE) -> list[history.Told]:
    with database.engine.connect() as connection:
        return history.of_service(connection, service_id, 20)


def two(folder: Path, **fields: object) -> Any:
    linge = service(id="essai--linge", nom="Laverie")
    return source(folder, [structure()], [service(**fields), linge])
