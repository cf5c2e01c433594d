"""Which summaries were sent: the database takes each name once, whoever tries, however often."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.records.statements import BULLETIN, insert_into


def known(connection: Connection, keys: Collection[str]) -> frozenset[str]:
    """Those of some names that were taken."""
    return frozenset(connection.execute(select(BULLETIN.c.key).where(BULLETIN.c.key.in_(keys))).scalars())


def take(connection: Connection, key: str, *, now: datetime) -> bool:
    """Take a name, in the transaction that sends; False: it is taken already."""
    once = insert_into(BULLETIN, connection.dialect.name).on_conflict_do_nothing(index_elements=["key"])
    row = {"key": key, "made_at": now}
    return connection.execute(once.returning(BULLETIN.c.key), row).first() is not None
