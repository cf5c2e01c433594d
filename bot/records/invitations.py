"""How a right is given: a code, made by whoever holds the machine, good once and for 15 minutes."""

from __future__ import annotations

import hmac
import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.engine import Connection

from bot.records import audit
from bot.records.agents import Speaker, grant, label_of, tell
from bot.records.codes import cleaned, grouped, new_code
from bot.records.permissions import Right, Role
from bot.records.privacy import Vault
from bot.records.promises import RETENTION
from bot.records.statements import INVITATION
from bot.talk.message import Address

# 20 bits say which invitation, and 130 nobody guesses.
_FIRST, _LENGTH = 4, 30
MOST_WRONG = 5


def invite(connection: Connection, vault: Vault, *, role: Role, territory: str, label: str, now: datetime) -> str:
    """Make a code, good once and for 15 minutes; only its HMAC is kept."""
    connection.execute(delete(INVITATION).where(INVITATION.c.made_at <= now - RETENTION["invitation"].kept))
    while True:
        code = new_code(_LENGTH)
        key = _invitation_key(vault, code)
        if not connection.execute(select(INVITATION.c.key).where(INVITATION.c.key == key)).first():
            break
    row = {
        "key": key,
        "secret": vault.token_hash(code),
        "role": role.value,
        "territory": territory,
        "label": vault.seal(json.dumps(label).encode(), table=INVITATION.name, row=key, column="label"),
        "wrong": 0,
        "made_at": now,
    }
    connection.execute(insert(INVITATION), row)
    tell(connection, vault, audit.NOBODY, "invited", role.value, territory, now)
    return grouped(code)


def invited(connection: Connection, vault: Vault, written: str, *, now: datetime) -> Right | None:
    """What a code would give, None when it gives nothing (any more)."""
    row = _invitation(connection, vault, written, now)
    return Right(Role(row.role), row.territory) if row else None


def take(
    connection: Connection, vault: Vault, written: str, speaker: Speaker, address: Address, *, now: datetime
) -> Right | None:
    """Give the right of a code to who writes it, once. A wrong code counts against the invitation it looks like."""
    row = _invitation(connection, vault, written, now)
    if not speaker.known:
        return None
    # Whoever is first has it: the second finds no row any more.
    if row is None or not connection.execute(delete(INVITATION).where(INVITATION.c.key == row.key)).rowcount:
        _count_wrong(connection, vault, written)
        return None
    label = label_of(vault, row.label, table=INVITATION.name, row=row.key)
    given = Right(Role(row.role), row.territory)
    grant(connection, vault, speaker, address, given, label=label, now=now)
    return given


def _invitation(connection: Connection, vault: Vault, written: str, now: datetime) -> Row[*tuple[Any, ...]] | None:
    code = cleaned(written)
    row = connection.execute(select(INVITATION).where(INVITATION.c.key == _invitation_key(vault, code))).one_or_none()
    if row is None or row.wrong >= MOST_WRONG or now - row.made_at >= RETENTION[INVITATION.name].kept:
        return None
    return row if hmac.compare_digest(row.secret, vault.token_hash(code)) else None


def _count_wrong(connection: Connection, vault: Vault, written: str) -> None:
    key = _invitation_key(vault, cleaned(written))
    connection.execute(update(INVITATION).where(INVITATION.c.key == key).values(wrong=INVITATION.c.wrong + 1))


def _invitation_key(vault: Vault, code: str) -> bytes:
    return vault.token_hash(f"invitation {code[:_FIRST]}")
