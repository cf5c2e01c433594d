"""Rows of the directory taken out, with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete

from directory.ledger import closings, corrections
from directory.ledger.history import Kind, Signed
from directory.ledger.rows import TABLES


def remove(connection: Connection, kind: Kind, rows: Iterable[str], signed: Signed) -> None:
    """Delete structures or services, with their corrections and the closures that sources tell of them, which are told;
    services go before their structures. An editor's closures wait for the row to come again.
    """
    ids = list(rows)
    closings.remove(connection, closings.hung(connection, kind, ids), signed)
    corrections.forget(connection, kind, ids)
    connection.execute(delete(TABLES[kind]).where(TABLES[kind].c.id.in_(ids)))
