"""An offer while it is being written: what was answered so far, sealed, for seven days."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from bot.records.privacy import SealBroken, Vault
from bot.records.promises import RETENTION
from bot.records.statements import OFFER_DRAFT, upsert


def keep_draft(connection: Connection, vault: Vault, uid: bytes, answers: Mapping[str, str], *, now: datetime) -> None:
    """Keep what was answered so far, in place of what was."""
    plain = json.dumps(dict(answers), ensure_ascii=False).encode("utf-8", "surrogatepass")
    sealed = vault.seal(plain, table=OFFER_DRAFT.name, row=uid, column="answers")
    row = {"uid": uid, "answers": sealed, "updated_at": now}
    connection.execute(upsert(OFFER_DRAFT, connection.dialect.name), row)


def draft_of(connection: Connection, vault: Vault, uid: bytes, *, now: datetime) -> dict[str, str] | None:
    """What was answered so far, None when nothing is being written; what has expired is nothing, purged or not."""
    row = connection.execute(select(OFFER_DRAFT).where(OFFER_DRAFT.c.uid == uid)).first()
    if row is None or now - row.updated_at >= RETENTION[OFFER_DRAFT.name].kept:
        return None
    try:
        return dict(json.loads(vault.open(row.answers, table=OFFER_DRAFT.name, row=uid, column="answers")))
    except SealBroken:
        return None


def drop_draft(connection: Connection, uid: bytes) -> bool:
    """Forget what was being written; whether there was something."""
    return bool(connection.execute(delete(OFFER_DRAFT).where(OFFER_DRAFT.c.uid == uid)).rowcount)
