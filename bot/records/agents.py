"""Agents: their rights, how these are given by a code, and how they are withdrawn. Everything is written down.

A right belongs to the platform's own name of a person, which nobody can take over. It is read at each command and
again when what it allows is written, so that withdrawing it works at once.
"""

from __future__ import annotations

import hmac
import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from bot.records import audit
from bot.records.audit import Entry
from bot.records.permissions import FRANCE, Right, Role, may
from bot.records.privacy import SealBroken, Vault
from bot.records.promises import RETENTION
from bot.records.statements import AGENT, INVITATION
from bot.talk.message import Address, Message

# Letters and figures that nobody takes for one another (Crockford's base 32).
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011")
# 5 bits each: 20 that say which invitation, and 130 that nobody guesses.
_FIRST, _LENGTH, _GROUP = 4, 30, 5
TERMINAL = "console"
MOST_WRONG = 5
_USED = timedelta(days=1)

_RIGHTS = select(AGENT.c.key, AGENT.c.role, AGENT.c.territory, AGENT.c.used_at).where(
    AGENT.c.author == bindparam("author_")
)


class NotPermittedError(PermissionError):
    """A right was withdrawn before what it allowed was written."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a platform, and its own name of them; empty where it has none."""

    platform: str
    name: str = field(repr=False)

    @classmethod
    def of(cls, message: Message) -> Speaker:
        """Who says a message; in a group, nobody: what agents do is done in private."""
        return cls("", "") if message.group else cls(message.address.platform, message.author)

    @property
    def known(self) -> bool:
        """Whether the platform vouches for who it is."""
        return bool(self.name)

    @property
    def holds_the_machine(self) -> bool:
        """Whether they sit at the terminal of the machine."""
        return self.platform == TERMINAL


@dataclass(frozen=True, slots=True)
class Invited:
    """What a code gives."""

    role: Role
    territory: str


@dataclass(frozen=True, slots=True)
class Agent:
    """A right somebody has. `name`: the first characters of its key, to withdraw it."""

    name: str
    role: Role
    territory: str
    label: str = field(repr=False)
    granted_at: datetime
    used_at: datetime


def invite(connection: Connection, vault: Vault, *, role: Role, territory: str, label: str, now: datetime) -> str:
    """Make a code, good once and for 15 minutes; only its HMAC is kept."""
    connection.execute(delete(INVITATION).where(INVITATION.c.made_at <= now - RETENTION["invitation"].kept))
    while True:
        code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
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
    _tell(connection, vault, audit.NOBODY, "invited", role.value, territory, now)
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def invited(connection: Connection, vault: Vault, written: str, *, now: datetime) -> Invited | None:
    """What a code would give, None when it gives nothing (any more)."""
    row = _invitation(connection, vault, written, now)
    return Invited(Role(row.role), row.territory) if row else None


def take(
    connection: Connection, vault: Vault, written: str, speaker: Speaker, address: Address, *, now: datetime
) -> Invited | None:
    """Give the right of a code to who writes it, once. A wrong code counts against the invitation it looks like."""
    row = _invitation(connection, vault, written, now)
    if not speaker.known:
        return None
    # Whoever is first has it: the second finds no row any more.
    if row is None or not connection.execute(delete(INVITATION).where(INVITATION.c.key == row.key)).rowcount:
        _count_wrong(connection, vault, written)
        return None
    person, key = vault.author(speaker.platform, speaker.name), secrets.token_hex(6)
    label = _label(vault, row.label, table=INVITATION.name, row=row.key)
    same = (AGENT.c.author == person) & (AGENT.c.role == row.role) & (AGENT.c.territory == row.territory)
    connection.execute(delete(AGENT).where(same))
    where = json.dumps([address.platform, address.room]).encode()
    new = {
        "key": key,
        "uid": vault.uid(address),
        "author": person,
        "role": row.role,
        "territory": row.territory,
        "label": vault.seal(json.dumps(label).encode(), table=AGENT.name, row=key.encode(), column="label"),
        "contact": vault.seal(where, table=AGENT.name, row=key.encode(), column="contact"),
        "granted_at": now,
        "used_at": now,
    }
    connection.execute(insert(AGENT), new)
    _tell(connection, vault, person, "granted", f"{key} {row.role}", row.territory, now)
    return Invited(Role(row.role), row.territory)


def rights_of(connection: Connection, vault: Vault, speaker: Speaker, *, now: datetime) -> tuple[Right, ...]:
    """What somebody may, as of now."""
    if speaker.holds_the_machine:
        return (Right(Role.OPERATOR, FRANCE),)
    return tuple(right for right, _ in _held(connection, vault, speaker, now)) if speaker.known else ()


def act(
    connection: Connection,
    vault: Vault,
    speaker: Speaker,
    command: str,
    *,
    target: str,
    around: tuple[str, ...],
    now: datetime,
) -> None:
    """Check a right again, in the transaction of what it allows, and write down that it was used.

    `around`: the territory concerned, then all that hold it. Raises NotPermittedError.
    """
    if not any(may(command, [right], around) for right in rights_of(connection, vault, speaker, now=now)):
        raise NotPermittedError(command)
    actor = vault.author(speaker.platform, speaker.name) if speaker.known else audit.NOBODY
    for right, used in _held(connection, vault, speaker, now):
        if now - used.used_at > _USED and may(command, [right], around):
            connection.execute(update(AGENT).where(AGENT.c.key == used.key).values(used_at=now))
    _tell(connection, vault, actor, command, target, around[0] if around else FRANCE, now)


def agents(connection: Connection, vault: Vault) -> list[Agent]:
    """Everybody who has a right, by territory."""
    rows = connection.execute(select(AGENT).order_by(AGENT.c.territory, AGENT.c.role, AGENT.c.granted_at))
    return [
        Agent(
            row.key,
            Role(row.role),
            row.territory,
            _label(vault, row.label, table=AGENT.name, row=row.key.encode()),
            row.granted_at,
            row.used_at,
        )
        for row in rows
    ]


def labels(connection: Connection, vault: Vault) -> dict[bytes, str]:
    """Who agents are, as the operator wrote it, by the pseudonym that the audit has of them."""
    rows = connection.execute(select(AGENT.c.key, AGENT.c.author, AGENT.c.label))
    return {row.author: _label(vault, row.label, table=AGENT.name, row=row.key.encode()) for row in rows}


def revoke(connection: Connection, vault: Vault, name: str, *, now: datetime) -> int:
    """Withdraw the right of that name (`Agent.name`); gives how many were: 0 or 1."""
    gone = 0
    for row in connection.execute(select(AGENT.c.key, AGENT.c.role, AGENT.c.territory)).all():
        if row.key == name.lower():
            connection.execute(delete(AGENT).where(AGENT.c.key == row.key))
            _tell(connection, vault, audit.NOBODY, "revoked", f"{name.lower()} {row.role}", row.territory, now)
            gone += 1
    return gone


def give_up(connection: Connection, vault: Vault, *, uid: bytes, now: datetime) -> None:
    """Write down that somebody who asks to be forgotten had rights; the rows leave with the rest."""
    for row in connection.execute(select(AGENT).where(AGENT.c.uid == uid)).all():
        _tell(connection, vault, row.author, "given-up", f"{row.key} {row.role}", row.territory, now)


def cleaned(written: str) -> str:
    """A code as it was made, however it was typed."""
    return "".join(written.upper().translate(_ALIKE).split()).replace("-", "").replace("–", "")


def _held(
    connection: Connection, vault: Vault, speaker: Speaker, now: datetime
) -> list[tuple[Right, Row[*tuple[Any, ...]]]]:
    """The rights somebody has, with their rows."""
    rows = connection.execute(_RIGHTS, {"author_": vault.author(speaker.platform, speaker.name)}).all()
    return [
        (Right(Role(row.role), row.territory), row) for row in rows if now - row.used_at < RETENTION[AGENT.name].kept
    ]


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


def _label(vault: Vault, sealed: bytes, *, table: str, row: bytes) -> str:
    try:
        return str(json.loads(vault.open(sealed, table=table, row=row, column="label")))
    except SealBroken:
        return "?"


def _tell(
    connection: Connection, vault: Vault, actor: bytes, action: str, target: str, territory: str, now: datetime
) -> None:
    audit.append(connection, vault, Entry(now, actor, action, target, territory))
