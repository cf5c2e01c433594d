"""What came in: stored once, sealed, in order; emptied once answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.engine import Connection

from bot.post.arrival import Arrival
from bot.records.privacy import SealBroken, Vault
from bot.records.statements import INBOX, insert_into
from bot.records.store import SettledError
from bot.talk.message import Address, FileRef, Message, Position

if TYPE_CHECKING:
    from sqlalchemy import Insert

# A message that waited at so many crashes may be what causes them: it is answered alone, and counted before.
SUSPECT = 3
# One that was being answered alone at so many crashes is given up.
MOST_ALONE = 8
_ALONE = 100
# Rows read at once from one conversation.
_AT_ONCE = 20


class Status(IntEnum):
    """Where a message stands. 0: to be answered; more than 1: settled."""

    WAITING = 0
    ANSWERED = 2
    FAILED = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message to be answered; `message` is None when it cannot be read any more."""

    id: int
    attempts: int
    message: Message | None = field(repr=False)

    @property
    def suspect(self) -> bool:
        """Whether it may be what makes the process die."""
        return self.attempts % _ALONE >= SUSPECT

    @property
    def guilty(self) -> bool:
        """Whether the process died each time it was answered alone."""
        return self.attempts // _ALONE >= MOST_ALONE


_OPEN = INBOX.c.status == Status.WAITING
_OF_ONE = (
    select(INBOX.c.id, INBOX.c.event, INBOX.c.payload, INBOX.c.attempts)
    .where(INBOX.c.uid == bindparam("uid_"), _OPEN)
    .order_by(INBOX.c.id)
    .limit(_AT_ONCE)
)
_SETTLE = (
    update(INBOX)
    .where(INBOX.c.id == bindparam("id_"), _OPEN)
    .values(status=bindparam("status_"), uid=None, payload=None)
)
_BEGIN_ALONE = update(INBOX).where(INBOX.c.id == bindparam("id_"), _OPEN).values(attempts=INBOX.c.attempts + _ALONE)


@cache
def _insert(dialect: str) -> Insert:
    insert = insert_into(INBOX, dialect)
    columns = ("event", "uid", "payload", "status", "attempts", "received_at")
    row = {name: bindparam(name, type_=INBOX.c[name].type) for name in columns}
    return insert.values(row).on_conflict_do_nothing(index_elements=["event"]).returning(INBOX.c.id)


@dataclass(frozen=True, slots=True)
class Row:
    """An arrival ready to be written: everything about it is already a pseudonym or sealed."""

    event: bytes
    uid: bytes
    payload: bytes


def prepare(vault: Vault, arrival: Arrival) -> Row:
    """Seal a message under the pseudonym of its event."""
    address = arrival.message.address
    event = vault.event(address.platform, arrival.event)
    payload = vault.seal(_written(arrival.message), table=INBOX.name, row=event, column="payload")
    return Row(event, vault.uid(address), payload)


def store(connection: Connection, rows: Iterable[Row], *, now: datetime) -> list[int | None]:
    """Write what is new; gives the number of each row, None for what is known already."""
    statement = _insert(connection.dialect.name)
    numbers = []
    for row in rows:
        values = {"event": row.event, "uid": row.uid, "payload": row.payload, "status": 0, "attempts": 0}
        numbers.append(connection.execute(statement, {**values, "received_at": now}).scalar())
    return numbers


def waiting(connection: Connection, vault: Vault, *, uid: bytes) -> list[Waiting]:
    """The first messages of a conversation that wait, oldest first."""
    rows = connection.execute(_OF_ONE, {"uid_": uid})
    return [Waiting(number, attempts, _read(vault, event, payload)) for number, event, payload, attempts in rows]


def settle(connection: Connection, number: int, status: Status) -> None:
    """Mark a message answered or failed, and empty it. Raises SettledError when somebody else did."""
    if not connection.execute(_SETTLE, {"id_": number, "status_": status}).rowcount:
        raise SettledError


def begin_alone(connection: Connection, number: int) -> None:
    """Count, before it begins, that a suspect is answered alone."""
    connection.execute(_BEGIN_ALONE, {"id_": number})


def take_up(connection: Connection, *, before: datetime, crashed: bool) -> list[bytes]:
    """The conversations with messages older than `before`; `crashed`: whoever was to answer them died doing so."""
    old = (_OPEN, INBOX.c.received_at <= before)
    if crashed:
        # Modulo: what waits at a hundred crashes is no more suspect than what waits at three.
        waited = INBOX.c.attempts % _ALONE < _ALONE - 1
        connection.execute(update(INBOX).where(*old, waited).values(attempts=INBOX.c.attempts + 1))
    return list(connection.execute(select(INBOX.c.uid).where(*old).distinct()).scalars())


def _written(message: Message) -> bytes:
    content: dict[str, Any] = {
        "platform": message.address.platform,
        "room": message.address.room,
        "text": message.text,
        "pressed": message.pressed,
        "language": message.language,
        "group": message.group,
        "unread": message.unread,
        "ref": message.ref,
        "author": message.author,
    }
    if message.position:
        content["position"] = [message.position.latitude, message.position.longitude]
    if message.file:
        content["file"] = [message.file.name, message.file.size, message.file.handle]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _read(vault: Vault, event: bytes, payload: bytes | None) -> Message | None:
    try:
        content = json.loads(vault.open(payload or b"", table=INBOX.name, row=event, column="payload"))
    except SealBroken:
        return None
    position: Sequence[float] | None = content.get("position")
    file: Sequence[Any] | None = content.get("file")
    return Message(
        Address(content["platform"], content["room"]),
        content["text"],
        position=Position(*position) if position else None,
        pressed=content["pressed"],
        language=content["language"],
        group=content["group"],
        unread=content["unread"],
        file=FileRef(*file) if file else None,
        ref=content["ref"],
        # Not written before officers had rights.
        author=content.get("author", ""),
    )
