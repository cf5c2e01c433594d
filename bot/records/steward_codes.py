"""How somebody is put in charge of an entry: a code that an editor hands to them, good once and for 7 days."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, or_, select, update
from sqlalchemy.engine import Connection

from bot.records.codes import cleaned
from bot.records.privacy import Vault
from bot.records.promises import RETENTION
from bot.records.statements import STEWARD_CODE

# It is copied from paper, or dictated: half as long as that of a right. 25 bits say which entry; of the 50 others,
# whoever guesses tries five.
LENGTH, _FIRST = 15, 5
MOST_WRONG = 5
_C = STEWARD_CODE.c


def offer(connection: Connection, vault: Vault, service: str, code: str, *, now: datetime) -> None:
    """Keep the HMAC of a code (`bot.records.codes.new_code`); one for the same entry that did not serve is no good."""
    key = _key(vault, code)
    connection.execute(delete(STEWARD_CODE).where(or_(_C.service == service, _C.key == key)))
    row = {"key": key, "secret": vault.token_hash(code), "service": service, "wrong": 0, "made_at": now}
    connection.execute(insert(STEWARD_CODE).values(row))


def offered(connection: Connection, vault: Vault, written: str, *, now: datetime) -> str | None:
    """The entry that a code is for, None when it is for nothing (any more)."""
    row = _row(connection, vault, written, now)
    return row.service if row else None


def take(connection: Connection, vault: Vault, written: str, *, now: datetime) -> str | None:
    """Use a code up; gives its entry, None when it is no good or another was first."""
    row = _row(connection, vault, written, now)
    gone = row is not None and connection.execute(delete(STEWARD_CODE).where(_C.key == row.key)).rowcount
    return row.service if row and gone else None


def count_wrong(connection: Connection, vault: Vault, written: str) -> None:
    """A wrong code counts against the one it looks like."""
    key = _key(vault, cleaned(written))
    connection.execute(update(STEWARD_CODE).where(_C.key == key).values(wrong=_C.wrong + 1))


def withdraw(connection: Connection, service: str) -> None:
    """The codes of an entry serve no more."""
    connection.execute(delete(STEWARD_CODE).where(_C.service == service))


def _row(connection: Connection, vault: Vault, written: str, now: datetime) -> Row[*tuple[Any, ...]] | None:
    code = cleaned(written)
    row = connection.execute(select(STEWARD_CODE).where(_C.key == _key(vault, code))).one_or_none()
    if row is None or row.wrong >= MOST_WRONG or now - row.made_at >= RETENTION[STEWARD_CODE.name].kept:
        return None
    return row if hmac.compare_digest(row.secret, vault.token_hash(code)) else None


def _key(vault: Vault, code: str) -> bytes:
    return vault.token_hash(f"place {code[:_FIRST]}")
