"""Who reads the offers of a territory: its officers and its commissaire."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address
from bot.records.agents import label_of, mail_of
from bot.records.permissions import FRANCE, Role
from bot.records.privacy import Vault
from bot.records.statements import AGENT
from bot.talk.message import Address

ROLES = (Role.OFFICER.value, Role.COMMISSAIRE.value)
_NATIONAL = (*ROLES, Role.NATIONAL.value)


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
    mine = AGENT.c.role.in_(ROLES) & AGENT.c.territory.in_(near)
    rows = connection.execute(select(AGENT).where(mine).order_by(AGENT.c.granted_at)).all()
    if not rows:
        theirs = AGENT.c.role.in_(_NATIONAL) & (AGENT.c.territory == FRANCE)
        rows = connection.execute(select(AGENT).where(theirs).order_by(AGENT.c.granted_at)).all()
    found: dict[bytes, Reader] = {}
    for row in rows:
        key = row.key.encode()
        address = open_address(vault, row.contact, table=AGENT.name, row=key)
        label = label_of(vault, row.label, table=AGENT.name, row=key)
        found[row.author] = Reader(row.author, label, address, mail_of(connection, vault, row.author))
    return list(found.values())
