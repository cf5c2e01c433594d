"""Who is told of what happens in a territory: its officers and its commissaire of offers, its editors of services."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address
from bot.records.agents import label_of, mail_of
from bot.records.permissions import FRANCE, Role
from bot.records.privacy import Vault
from bot.records.statements import AGENT
from bot.talk.message import Address

ROLES = (Role.OFFICER.value, Role.COMMISSAIRE.value)
_NATIONAL = (*ROLES, Role.NATIONAL.value)
_EDITOR = AGENT.c.role == Role.EDITOR.value


@dataclass(frozen=True, slots=True)
class Reader:
    """An agent. `author`: the pseudonym of the audit; `mail`: where they read reports too, None when nowhere."""

    author: bytes
    label: str = field(repr=False)
    address: Address | None = field(repr=False)
    mail: str | None = field(repr=False)


def readers(connection: Connection, vault: Vault, around: Collection[str]) -> list[Reader]:
    """Those of a territory, given with all that hold it, once each; those of the whole country when it has none."""
    near = [each for each in around if each != FRANCE]
    mine = _holding(connection, vault, AGENT.c.role.in_(ROLES) & AGENT.c.territory.in_(near))
    return mine or _holding(connection, vault, AGENT.c.role.in_(_NATIONAL) & (AGENT.c.territory == FRANCE))


def editors(connection: Connection, vault: Vault, around: Collection[str]) -> list[Reader]:
    """Who looks after the directory of a territory, given with all that hold it."""
    return _holding(connection, vault, _EDITOR & AGENT.c.territory.in_(around))


def edited(connection: Connection) -> list[str]:
    """The territories that have an editor of their own."""
    asked = select(AGENT.c.territory).where(_EDITOR, AGENT.c.territory != FRANCE).distinct()
    return list(connection.execute(asked.order_by(AGENT.c.territory)).scalars())


def _holding(connection: Connection, vault: Vault, rights: ColumnElement[bool]) -> list[Reader]:
    """Those who have some rights, once each."""
    found: dict[bytes, Reader] = {}
    for row in connection.execute(select(AGENT).where(rights).order_by(AGENT.c.granted_at)).all():
        key = row.key.encode()
        address = open_address(vault, row.contact, table=AGENT.name, row=key)
        label = label_of(vault, row.label, table=AGENT.name, row=key)
        found[row.author] = Reader(row.author, label, address, mail_of(connection, vault, row.author))
    return list(found.values())
