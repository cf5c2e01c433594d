"""What is too old leaves."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from bot.records.audit import expire
from bot.records.counts import FEWEST
from bot.records.privacy import Vault
from bot.records.promises import RETENTION
from bot.records.statements import AUDIT, BULLETIN, OFFER, OFFER_LINE, STATISTIC, UNANSWERED
from bot.records.workers import ERASED

# A figure this small might point at someone: it may only live as part of a larger sum.
SMALL_COUNTS_KEPT = timedelta(days=365)
# Longer than any month: until then its name keeps it from being sent again.
BULLETIN_KEPT = timedelta(days=62)


# 0: waiting, 1: being answered or sent (`bot.post.inbox`, `bot.post.outbox`).
ON_ITS_WAY = 1
# Rows of a table erased at once, so that nobody waits behind a purge after a long stop; the next one goes on.
MOST = 20_000


def purge(connection: Connection, vault: Vault, *, now: datetime, most: int = MOST) -> dict[str, int]:
    """Erase the rows whose time is over, at most `most` of each table; gives the number of rows by table."""
    gone: dict[str, int] = {}
    for name, retention in RETENTION.items():
        if name == AUDIT.name:
            gone[name] = expire(connection, vault, now=now, most=most)
            continue
        table = SQLModel.metadata.tables[name]
        (key,) = table.primary_key
        old = select(key).where(table.c[retention.column] <= now - retention.kept).limit(most)
        if retention.settled_only:
            old = old.where(table.c.status > ON_ITS_WAY)
        if table is OFFER:
            connection.execute(delete(OFFER_LINE).where(OFFER_LINE.c.offer.in_(old)))
        gone[name] = connection.execute(delete(table).where(key.in_(old))).rowcount
    for table, day in ((STATISTIC, STATISTIC.c.day), (UNANSWERED, UNANSWERED.c.month)):
        small = (table.c.count < FEWEST) & (day <= (now - SMALL_COUNTS_KEPT).date())
        gone[table.name] = connection.execute(delete(table).where(small)).rowcount
    over = BULLETIN.c.made_at <= now - BULLETIN_KEPT
    gone[BULLETIN.name] = connection.execute(delete(BULLETIN).where(over)).rowcount
    if any(gone.values()):
        connection.info[ERASED] = True
    return gone
