"""Searches kept under a secret link, since nobody can be written to on a web page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.records.privacy import Vault
from bot.records.promises import RETENTION
from bot.records.statements import SAVED_SEARCH, upsert


def keep_search(
    connection: Connection, vault: Vault, *, uid: bytes, token: str, search: Mapping[str, Any], now: datetime
) -> None:
    """Seal a search under the HMAC of its secret link."""
    key = vault.token_hash(token)
    plain = json.dumps(search, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    sealed = vault.seal(plain, table=SAVED_SEARCH.name, row=key, column="search")
    row = {"token": key, "uid": uid, "search": sealed, "created_at": now}
    connection.execute(upsert(SAVED_SEARCH, connection.dialect.name), row)


def find_search(connection: Connection, vault: Vault, *, token: str, now: datetime) -> dict[str, Any] | None:
    """Open the search of a secret link; None when it is unknown or has expired. Raises SealBroken."""
    key = vault.token_hash(token)
    asked = select(SAVED_SEARCH.c.search, SAVED_SEARCH.c.created_at).where(SAVED_SEARCH.c.token == key)
    row = connection.execute(asked).one_or_none()
    if row is None or now - row.created_at >= RETENTION[SAVED_SEARCH.name].kept:
        return None
    search: dict[str, Any] = json.loads(vault.open(row.search, table=SAVED_SEARCH.name, row=key, column="search"))
    return search
