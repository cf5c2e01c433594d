"""Files of services that would change much: asked for, agreed to or not, carried out once."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address, seal_address
from bot.records.agents import rights_of_author, whom_to_ask
from bot.records.permissions import may
from bot.records.privacy import SealBroken, Vault
from bot.records.statements import AGENT, IMPORT_WISH
from bot.talk.message import Address
from directory.importers.sent import Offered

DOES, AGREES = "service", "imports"
"""The commands whose right it takes to change the directory by a file, and to agree to it."""
VALID = timedelta(hours=24)
_DIGITS = 5


class Status(IntEnum):
    """Where it stands."""

    ASKED = 0
    AGREED = 1
    DONE = 2
    REFUSED = 3
    EXPIRED = 4
    VOID = 5
    """One of the two had lost their right."""
    MOVED = 6
    """The directory has changed, so that what was read is not what would be written."""
    LOST = 7
    """The file is not there any more, or is another one."""


_OPEN = IMPORT_WISH.c.status.in_([int(Status.ASKED), int(Status.AGREED)])
_TO_TELL = IMPORT_WISH.c.told.is_(False) & (IMPORT_WISH.c.status != int(Status.AGREED))


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. `handle`: how its platform finds the file; `plan`: a digest of what it would change."""

    number: str
    territories: tuple[str, ...]
    name: str = field(repr=False)
    handle: str = field(repr=False)
    sha256: str
    columns: tuple[str, ...] | None
    whole: bool
    day: date
    plan: str

    def offered(self, content: bytes) -> Offered:
        """The file, once it was fetched again."""
        return Offered(self.name, content, self.day, self.columns, self.whole)


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish, and where it stands. `author`, `approver`: the pseudonyms of the audit; `address`: where it was asked."""

    wish: Wish
    status: Status
    author: bytes
    approver: bytes | None
    address: Address | None = field(repr=False)
    asked_at: datetime
    run: int | None


def new_number() -> str:
    """What the two agents call one, easy to say on the telephone."""
    return f"I-{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"


def ask(connection: Connection, vault: Vault, wish: Wish, *, author: bytes, address: Address, now: datetime) -> None:
    """Keep what an editor asks for; those who may agree are told later."""
    key = wish.number.encode()
    plain = json.dumps([wish.name, wish.handle]).encode()
    row = {
        "number": wish.number,
        "uid": vault.uid(address),
        "contact": seal_address(vault, address, table=IMPORT_WISH.name, row=key),
        "file": vault.seal(plain, table=IMPORT_WISH.name, row=key, column="file"),
        "author": author,
        "territories": " ".join(wish.territories),
        "sha256": wish.sha256,
        "fields": ",".join(wish.columns or ()),
        "whole": wish.whole,
        "day": wish.day.isoformat(),
        "plan": wish.plan,
        "status": int(Status.ASKED),
        "told": False,
        "asked_at": now,
    }
    connection.execute(insert(IMPORT_WISH), row)


def waiting(connection: Connection, vault: Vault, *, now: datetime) -> list[Asked]:
    """Those that nobody agreed to nor refused yet, the oldest first."""
    fresh = (IMPORT_WISH.c.status == int(Status.ASKED)) & (IMPORT_WISH.c.asked_at > now - VALID)
    return _found(connection, vault, fresh)


def agreed(connection: Connection, vault: Vault, *, now: datetime) -> list[Asked]:
    """Those that are to be carried out."""
    fresh = (IMPORT_WISH.c.status == int(Status.AGREED)) & (IMPORT_WISH.c.asked_at > now - VALID)
    return _found(connection, vault, fresh)


def settle(
    connection: Connection,
    number: str,
    status: Status,
    *,
    was: Status,
    approver: bytes | None = None,
    run: int | None = None,
) -> bool:
    """Write where it stands from now on; False when it stood elsewhere. Whom that concerns is told later."""
    values: dict[str, Any] = {"status": int(status), "told": False, "run": run}
    values |= {"approver": approver} if approver else {}
    mine = (IMPORT_WISH.c.number == number) & (IMPORT_WISH.c.status == int(was))
    return bool(connection.execute(update(IMPORT_WISH).where(mine).values(values)).rowcount)


def told(connection: Connection, number: str) -> None:
    """Whom its last step concerns has been told."""
    connection.execute(update(IMPORT_WISH).where(IMPORT_WISH.c.number == number).values(told=True))


def some_to_do(connection: Connection, *, now: datetime) -> bool:
    """Whether one is to be told of, or has waited for too long."""
    due = _TO_TELL | (_OPEN & (IMPORT_WISH.c.asked_at <= now - VALID))
    return connection.execute(select(IMPORT_WISH.c.number).where(due).limit(1)).first() is not None


def expire(connection: Connection, *, now: datetime) -> None:
    """End those that waited for too long."""
    late = _OPEN & (IMPORT_WISH.c.asked_at <= now - VALID)
    connection.execute(update(IMPORT_WISH).where(late).values(status=int(Status.EXPIRED), told=False))


def untold(connection: Connection, vault: Vault) -> list[Asked]:
    """Those whose last step somebody is to be told of."""
    return _found(connection, vault, _TO_TELL)


def may_everywhere(
    connection: Connection, who: bytes, command: str, places: Iterable[tuple[str, ...]], now: datetime
) -> bool:
    """Whether somebody may use a command in all territories, each given with all that hold it."""
    rights = rights_of_author(connection, who, now=now)
    return all(may(command, rights, around) for around in places)


def approvers(connection: Connection, vault: Vault, places: Iterable[tuple[str, ...]], *, but: bytes) -> list[Address]:
    """Where those are written to who may agree to an import in all these territories, each given with all that hold it.

    `but`: not that one.
    """
    found = [whom_to_ask(connection, vault, AGREES, around, but=but) for around in places]
    return [one for one in found[0] if all(one in others for others in found)] if found else []


def address_of(connection: Connection, vault: Vault, author: bytes) -> Address | None:
    """Where an agent is written to; None when they are one no more."""
    query = select(AGENT.c.key, AGENT.c.contact).where(AGENT.c.author == author).order_by(AGENT.c.granted_at.desc())
    row = connection.execute(query).first()
    return open_address(vault, row.contact, table=AGENT.name, row=row.key.encode()) if row else None


def _found(connection: Connection, vault: Vault, which: Any) -> list[Asked]:  # noqa: ANN401  a condition of SQLAlchemy
    rows = connection.execute(select(IMPORT_WISH).where(which).order_by(IMPORT_WISH.c.asked_at)).all()
    return [_asked(vault, row) for row in rows]


def _asked(vault: Vault, row: Row[*tuple[Any, ...]]) -> Asked:
    key = row.number.encode()
    try:
        name, handle = json.loads(vault.open(row.file, table=IMPORT_WISH.name, row=key, column="file"))
    except SealBroken:
        name = handle = ""
    columns = tuple(row.fields.split(",")) if row.fields else None
    day = date.fromisoformat(row.day)
    territories = tuple(row.territories.split())
    wish = Wish(row.number, territories, name, handle, row.sha256, columns, row.whole, day, row.plan)
    address = open_address(vault, row.contact, table=IMPORT_WISH.name, row=key)
    return Asked(wish, Status(row.status), row.author, row.approver, address, row.asked_at, row.run)
