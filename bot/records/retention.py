"""What is too old leaves."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from bot.records.counts import FEWEST
from bot.records.promises import RETENTION
from bot.records.statements import STATISTIC
from bot.records.workers import ERASED

# A figure this small might point at someone: it may only live as part of a larger sum.
SMALL_COUNTS_KEPT = timedelta(days=365)


def purge(connection: Connection, *, now: datetime) -> dict[str, int]:
    """Erase every row whose time is over; gives the number of rows by table."""
    gone: dict[str, int] = {}
    for name, retention in RETENTION.items():
        table = SQLModel.metadata.tables[name]
        old = table.c[retention.column] <= now - retention.kept
        gone[name] = connection.execute(delete(table).where(old)).rowcount
    small = (STATISTIC.c.count < FEWEST) & (STATISTIC.c.day <= (now - SMALL_COUNTS_KEPT).date())
    gone[STATISTIC.name] = connection.execute(delete(STATISTIC).where(small)).rowcount
    if any(gone.values()):
        connection.info[ERASED] = True
    return gone
