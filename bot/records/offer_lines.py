"""The steps of an offer, in order; those that somebody is to be told of are found until they are."""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.engine import Connection

from bot.records.privacy import SealBroken, Vault
from bot.records.statements import OFFER_LINE


class Kind(StrEnum):
    """What a step is."""

    SENT = "sent"
    MOVED = "moved"
    """An agent moved it into another state, perhaps with a word for the author."""
    ANSWER = "answer"
    """An agent writes to the author."""
    NOTE = "note"
    """Agents only."""
    REPLY = "reply"
    """The author writes to the agents."""
    WITHDRAWN = "withdrawn"


FOR_AGENTS = frozenset({Kind.SENT, Kind.REPLY, Kind.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Line:
    """One step. `actor`: the agent, None for the author."""

    key: str
    offer: str
    territory: str
    kind: Kind
    state: str
    said: str = field(repr=False)
    actor: bytes | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A step to be written. `uid`: the author of the offer; `actor`: the agent who writes, None for the author."""

    offer: str
    territory: str
    kind: Kind
    uid: bytes = field(repr=False)
    state: str = ""
    said: str = field(default="", repr=False)
    actor: bytes | None = None


def write(connection: Connection, vault: Vault, entry: Entry, *, now: datetime) -> None:
    """Add a step; whoever it concerns is told of it later, and nobody of a note."""
    key = secrets.token_hex(8)
    plain = json.dumps(entry.said, ensure_ascii=False).encode("utf-8", "surrogatepass")
    content = vault.seal(plain, table=OFFER_LINE.name, row=key.encode(), column="content") if entry.said else None
    row = {
        "key": key,
        "uid": entry.uid,
        "offer": entry.offer,
        "territory": entry.territory,
        "kind": entry.kind.value,
        "state": entry.state,
        "content": content,
        "actor": entry.actor,
        "told": entry.kind is Kind.NOTE,
        "written_at": now,
    }
    connection.execute(insert(OFFER_LINE), row)


def lines_of(connection: Connection, vault: Vault, offer: str) -> list[Line]:
    """The steps of an offer, in order."""
    asked = select(OFFER_LINE).where(OFFER_LINE.c.offer == offer).order_by(OFFER_LINE.c.written_at)
    return [_line(vault, row) for row in connection.execute(asked)]


def untold(connection: Connection, vault: Vault, *, most: int) -> list[Line]:
    """The steps that nobody was told of yet, the oldest first."""
    asked = select(OFFER_LINE).where(OFFER_LINE.c.told.is_(False)).order_by(OFFER_LINE.c.written_at).limit(most)
    return [_line(vault, row) for row in connection.execute(asked)]


def some_untold(connection: Connection) -> bool:
    """Whether there is any."""
    return connection.execute(select(OFFER_LINE.c.key).where(OFFER_LINE.c.told.is_(False)).limit(1)).first() is not None


def told(connection: Connection, key: str) -> None:
    """Whoever a step concerns has been told."""
    connection.execute(update(OFFER_LINE).where(OFFER_LINE.c.key == key).values(told=True))


def _line(vault: Vault, row: Row[*tuple[Any, ...]]) -> Line:
    said, place = "", {"table": OFFER_LINE.name, "row": row.key.encode(), "column": "content"}
    if row.content is not None:
        with suppress(SealBroken):
            said = str(json.loads(vault.open(row.content, **place)))
    return Line(row.key, row.offer, row.territory, Kind(row.kind), row.state, said, row.actor, row.written_at)
