"""That somebody asked to be forgotten, and how much of them: a copy put back later forgets the same again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.records.statements import ALERT, ERASURE, STEWARD, SUBSCRIPTION, insert_into, upsert


def keep_all_forgotten(connection: Connection, uid: bytes, *, now: datetime) -> None:
    """Somebody asked that everything be forgotten."""
    row = {"uid": uid, "erased_at": now, "forgotten_at": now}
    connection.execute(upsert(ERASURE, connection.dialect.name), row)


def keep_stopped(connection: Connection, uid: bytes, *, now: datetime) -> None:
    """Somebody asked to be sent nothing any more; that everything was to be forgotten before stays told."""
    insert = insert_into(ERASURE, connection.dialect.name).values(uid=uid, erased_at=now, forgotten_at=None)
    connection.execute(insert.on_conflict_do_update(index_elements=["uid"], set_={"erased_at": now}))


def keep_stopped_when_over(connection: Connection, uid: bytes, *, now: datetime) -> None:
    """Somebody ended what they were sent: when nothing else is left that is sent first, a copy sends nothing either."""
    tables = (SUBSCRIPTION, ALERT, STEWARD)
    if not any(connection.execute(select(table.c.uid).where(table.c.uid == uid)).first() for table in tables):
        keep_stopped(connection, uid, now=now)
