"""Rows of the directory taken out, with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete

from directory.ledger import corrections
from directory.ledger.history import Kind
from directory.ledger.rows import TABLES
from directory.tables import CLOSURES


def remove(connection: Connection, kind: Kind, rows: Iterable[str]) -> None:
    """Delete structures or services, with their closures and corrections; services go before their structures."""
    ids = list(rows)
    owner = CLOSURES.c.service_id if kind == "service" else CLOSURES.c.structure_id
    connection.execute(delete(CLOSURES).where(owner.in_(ids)))
    corrections.forget(connection, kind, ids)
    connection.execute(delete(TABLES[kind]).where(TABLES[kind].c.id.in_(ids)))
