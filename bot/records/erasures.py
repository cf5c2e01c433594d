"""That somebody asked to be forgotten, and how much of them: a copy put back later forgets the same again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from bot.records.sends import Status
from bot.records.statements import ALERT, ERASURE, OUTBOX, STEWARD, SUBSCRIPTION, insert_into, upsert
from bot.records.workers import ERASED


def keep_all_forgotten(connection: Connection, uid: bytes, *, now: datetime) -> None:
    """Somebody asked that everything be forgotten."""
    row = {"uid": uid, "erased_at": now, "forgotten_at": now}
    connection.execute(upsert(ERASURE, connection.dialect.name), row)


def keep_stopped(connection: Connection, uid: bytes, *, now: datetime) -> None:
    """Somebody asked to be sent nothing any more; that everything was to be forgotten before stays told."""
    insert = insert_into(ERASURE, connection.dialect.name).values(uid=uid, erased_at=now, forgotten_at=None)
    connection.execute(insert.on_conflict_do_update(index_elements=["uid"], set_={"erased_at": now}))


def let_go(connection: Connection, uid: bytes, *, now: datetime) -> None:
    """Somebody ended one of the things they are written to about: what was about to be told leaves with it.

    When nothing else is left that is sent first, a copy put back sends nothing either.
    """
    waiting = (OUTBOX.c.uid == uid) & (OUTBOX.c.status <= Status.WAITING)
    connection.execute(delete(OUTBOX).where(waiting, OUTBOX.c.bulk.is_(True), OUTBOX.c.campaign.is_(None)))
    connection.info[ERASED] = True
    tables = (SUBSCRIPTION, ALERT, STEWARD)
    if not any(connection.execute(select(table.c.uid).where(table.c.uid == uid)).first() for table in tables):
        keep_stopped(connection, uid, now=now)
