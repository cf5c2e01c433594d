"""Who keeps the directory of a territory: its editors."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address
from bot.records.permissions import FRANCE, Role
from bot.records.privacy import Vault
from bot.records.statements import AGENT
from bot.talk.message import Address


def editors(connection: Connection, vault: Vault, around: Collection[str]) -> list[Address]:
    """Where those of a territory are written to, given with all that hold it; of the whole country when it has none."""
    for places in ([each for each in around if each != FRANCE], [FRANCE]):
        mine = (AGENT.c.role == Role.EDITOR.value) & AGENT.c.territory.in_(places)
        rows = connection.execute(select(AGENT).where(mine).order_by(AGENT.c.granted_at)).all()
        found = [open_address(vault, row.contact, table=AGENT.name, row=row.key.encode()) for row in rows]
        if known := list(dict.fromkeys(each for each in found if each)):
            return known
    return []
