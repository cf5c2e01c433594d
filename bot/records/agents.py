"""Agents: their rights, used and withdrawn; `bot.records.invitations` gives them. Everything is written down.

A right belongs to the platform's own name of a person, which nobody can take over. It is read at each command and
again when what it allows is written, so that withdrawing it works at once.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from bot.records import audit
from bot.records.addresses import open_address, seal_address
from bot.records.audit import Entry
from bot.records.permissions import FRANCE, Right, Role, may
from bot.records.privacy import SealBroken, Vault
from bot.records.promises import RETENTION
from bot.records.statements import AGENT
from bot.talk.message import Address, Message

TERMINAL = "console"
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
class Agent:
    """A right somebody has. `name`: the first characters of its key, to withdraw it."""

    name: str
    role: Role
    territory: str
    label: str = field(repr=False)
    granted_at: datetime
    used_at: datetime


def grant(
    connection: Connection, vault: Vault, speaker: Speaker, address: Address, right: Right, *, label: str, now: datetime
) -> None:
    """Give a right to who speaks; the same one given before is replaced."""
    person, key = vault.author(speaker.platform, speaker.name), secrets.token_hex(6)
    same = (AGENT.c.author == person) & (AGENT.c.role == right.role.value) & (AGENT.c.territory == right.territory)
    connection.execute(delete(AGENT).where(same))
    row = {
        "key": key,
        "uid": vault.uid(address),
        "author": person,
        "role": right.role.value,
        "territory": right.territory,
        "label": vault.seal(json.dumps(label).encode(), table=AGENT.name, row=key.encode(), column="label"),
        "contact": seal_address(vault, address, table=AGENT.name, row=key.encode()),
        "granted_at": now,
        "used_at": now,
    }
    connection.execute(insert(AGENT), row)
    tell(connection, vault, person, "granted", f"{key} {right.role}", right.territory, now)


def rights_of(connection: Connection, vault: Vault, speaker: Speaker, *, now: datetime) -> tuple[Right, ...]:
    """What somebody may, as of now."""
    if speaker.holds_the_machine:
        return (Right(Role.OPERATOR, FRANCE),)
    author = vault.author(speaker.platform, speaker.name)
    return rights_of_author(connection, author, now=now) if speaker.known else ()


def rights_of_author(connection: Connection, author: bytes, *, now: datetime) -> tuple[Right, ...]:
    """What somebody may, as of now, by the pseudonym of the audit."""
    return tuple(right for right, _ in _held(connection, author, now))


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
    for right, used in _held(connection, actor, now):
        if now - used.used_at > _USED and may(command, [right], around):
            connection.execute(update(AGENT).where(AGENT.c.key == used.key).values(used_at=now))
    tell(connection, vault, actor, command, target, around[0] if around else FRANCE, now)


def agents(connection: Connection, vault: Vault) -> list[Agent]:
    """Everybody who has a right, by territory."""
    rows = connection.execute(select(AGENT).order_by(AGENT.c.territory, AGENT.c.role, AGENT.c.granted_at))
    return [
        Agent(
            row.key,
            Role(row.role),
            row.territory,
            label_of(vault, row.label, table=AGENT.name, row=row.key.encode()),
            row.granted_at,
            row.used_at,
        )
        for row in rows
    ]


def labels(connection: Connection, vault: Vault) -> dict[bytes, str]:
    """Who agents are, as the operator wrote it, by the pseudonym that the audit has of them."""
    rows = connection.execute(select(AGENT.c.key, AGENT.c.author, AGENT.c.label))
    return {row.author: label_of(vault, row.label, table=AGENT.name, row=row.key.encode()) for row in rows}


def set_mail(connection: Connection, vault: Vault, speaker: Speaker, address: str | None) -> None:
    """Keep where an agent reads reports too; None: nowhere else."""
    mine = AGENT.c.author == vault.author(speaker.platform, speaker.name)
    for key in connection.execute(select(AGENT.c.key).where(mine)).scalars().all():
        plain = json.dumps(address).encode()
        sealed = vault.seal(plain, table=AGENT.name, row=key.encode(), column="mail") if address else None
        connection.execute(update(AGENT).where(AGENT.c.key == key).values(mail=sealed))


def mail_of(connection: Connection, vault: Vault, author: bytes) -> str | None:
    """Where an agent reads reports too."""
    rows = connection.execute(select(AGENT.c.key, AGENT.c.mail).where(AGENT.c.author == author)).all()
    for row in rows:
        if row.mail:
            with suppress(SealBroken):
                sealed = vault.open(row.mail, table=AGENT.name, row=row.key.encode(), column="mail")
                return str(json.loads(sealed))
    return None


def whom_to_ask(
    connection: Connection, vault: Vault, command: str, around: tuple[str, ...], *, but: bytes | None
) -> list[Address]:
    """Where those who may use a command in a territory are written to, once each; `but`: not that one."""
    found: dict[bytes, Address] = {}
    for row in connection.execute(select(AGENT).order_by(AGENT.c.granted_at)).all():
        if row.author == but or not may(command, [Right(Role(row.role), row.territory)], around):
            continue
        if address := open_address(vault, row.contact, table=AGENT.name, row=row.key.encode()):
            found[row.author] = address
    return list(found.values())


def revoke(connection: Connection, vault: Vault, name: str, *, now: datetime) -> int:
    """Withdraw the right of that name (`Agent.name`); gives how many were: 0 or 1."""
    gone = 0
    for row in connection.execute(select(AGENT.c.key, AGENT.c.role, AGENT.c.territory)).all():
        if row.key == name.lower():
            connection.execute(delete(AGENT).where(AGENT.c.key == row.key))
            tell(connection, vault, audit.NOBODY, "revoked", f"{name.lower()} {row.role}", row.territory, now)
            gone += 1
    return gone


def give_up(connection: Connection, vault: Vault, *, uid: bytes, now: datetime) -> None:
    """Write down that somebody who asks to be forgotten had rights; the rows leave with the rest."""
    for row in connection.execute(select(AGENT).where(AGENT.c.uid == uid)).all():
        tell(connection, vault, row.author, "given-up", f"{row.key} {row.role}", row.territory, now)


def _held(connection: Connection, author: bytes, now: datetime) -> list[tuple[Right, Row[*tuple[Any, ...]]]]:
    """The rights somebody has, with their rows."""
    rows = connection.execute(_RIGHTS, {"author_": author}).all()
    return [
        (Right(Role(row.role), row.territory), row) for row in rows if now - row.used_at < RETENTION[AGENT.name].kept
    ]


def label_of(vault: Vault, sealed: bytes, *, table: str, row: bytes) -> str:
    """Who it is, as the operator wrote it; "?" when no key opens it any more."""
    try:
        return str(json.loads(vault.open(sealed, table=table, row=row, column="label")))
    except SealBroken:
        return "?"


def tell(
    connection: Connection, vault: Vault, actor: bytes, action: str, target: str, territory: str, now: datetime
) -> None:
    """Write down what was done."""
    audit.append(connection, vault, Entry(now, actor, action, target, territory))
