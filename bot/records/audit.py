"""What agents do, written down for good: a chain in which no row can be changed or left out unseen.

Each row carries an HMAC of itself and of the row before, by a key that is not in the database. The end of the chain is
signed in `cursor`, so that the last rows cannot be cut off; so is its beginning, since rows leave after a year.
The database itself refuses to change a row, and to erase one before its time (see the migrations).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, text
from sqlalchemy.engine import Connection

from bot.records.privacy import Vault
from bot.records.promises import RETENTION
from bot.records.statements import AUDIT, CURSOR, upsert

NOBODY = bytes(32)
"""Whoever holds the machine, at its terminal."""
_NO_SEAL = ""
_START, _END = "audit-start", "audit-end"
# Any number, the same in every version.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7064002)")
_INSERT = insert(AUDIT).returning(AUDIT.c.id)
_CHAIN = select(AUDIT).order_by(AUDIT.c.id).execution_options(yield_per=1000)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done. `actor`: a pseudonym; `target`: an identifier, never a content."""

    at: datetime
    actor: bytes
    action: str
    target: str
    territory: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many rows were read, and the last good seal.

    `wrong`: "", or `changed` (the row `at`), `cut` (after it), `unsigned` (the end).
    """

    count: int
    seal: str
    wrong: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place in the chain: the number of a row, and its seal."""

    id: int
    seal: str


def append(connection: Connection, vault: Vault, entry: Entry) -> None:
    """Add a row, in the transaction of what it tells."""
    key = _key(vault)
    if connection.dialect.name == "postgresql":
        # One at a time, also for the very first row; on SQLite there is one writer.
        connection.execute(_ONE_AT_A_TIME)
    last = _mark(connection, key, _END) or _Mark(0, _NO_SEAL)
    row = {"at": entry.at, "actor": entry.actor, "action": entry.action, "target": entry.target}
    seal = _seal(key, last.seal, entry)
    number = connection.execute(_INSERT, {**row, "territory": entry.territory, "seal": seal}).scalar_one()
    _write(connection, key, _END, _Mark(number, seal))


def verify(connection: Connection, vault: Vault) -> Verdict:
    """Read the whole chain, and say whether it is as it was written."""
    key = _key(vault)
    start, end = _mark(connection, key, _START), _mark(connection, key, _END)
    last, count = start or _Mark(0, _NO_SEAL), 0
    with connection.execute(_CHAIN) as rows:
        for row in rows:
            entry = Entry(row.at, row.actor, row.action, row.target, row.territory)
            if not hmac.compare_digest(_seal(key, last.seal, entry), row.seal):
                return Verdict(count, last.seal, "changed", row.id)
            last, count = _Mark(row.id, row.seal), count + 1
    if end is None or end.id < 0:
        return Verdict(count, last.seal, "unsigned" if count or end else "")
    if not hmac.compare_digest(end.seal, last.seal) or end.id != last.id:
        return Verdict(count, last.seal, "cut", last.id)
    return Verdict(count, last.seal)


def entries(connection: Connection, *, most: int) -> Iterator[tuple[int, Entry]]:
    """The last rows, oldest first, with their numbers."""
    rows = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc()).limit(most)).all()
    for row in reversed(rows):
        yield row.id, Entry(row.at, row.actor, row.action, row.target, row.territory)


def expire(connection: Connection, vault: Vault, *, now: datetime, most: int) -> int:
    """Let the oldest rows go once they are a year old, at most `most`; gives how many. The chain begins after them."""
    key = _key(vault)
    old = select(AUDIT.c.id, AUDIT.c.seal).where(AUDIT.c.at <= now - RETENTION[AUDIT.name].kept)
    rows = connection.execute(old.order_by(AUDIT.c.id).limit(most)).all()
    if not rows:
        return 0
    last = rows[-1]
    # A clock that went back may have left a younger row before an old one: the chain is cut at one place only.
    kept = select(AUDIT.c.id).where(AUDIT.c.id < last.id, AUDIT.c.at > now - RETENTION[AUDIT.name].kept).limit(1)
    if connection.execute(kept).first():
        return 0
    # First the beginning: the database lets go of nothing after it.
    _write(connection, key, _START, _Mark(last.id, last.seal))
    return connection.execute(delete(AUDIT).where(AUDIT.c.id <= last.id)).rowcount


def _key(vault: Vault) -> bytes:
    return vault.derived("audit")


def _seal(key: bytes, before: str, entry: Entry) -> str:
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    said = (part.encode() for part in (entry.action, entry.target, entry.territory))
    parts: list[bytes] = [before.encode(), at.encode(), entry.actor, *said]
    # With their lengths: else what moves from one part to the next would not be seen.
    told = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.new(key, told, hashlib.sha256).hexdigest()


def _mark(connection: Connection, key: bytes, name: str) -> _Mark | None:
    value = connection.execute(select(CURSOR.c.value).where(CURSOR.c.door == name)).scalar()
    if value is None:
        return None
    number, seal, signature = value.split(" ")
    if not hmac.compare_digest(signature, _signature(key, name, number, seal)):
        return _Mark(-1, _NO_SEAL)
    return _Mark(int(number), seal)


def _write(connection: Connection, key: bytes, name: str, mark: _Mark) -> None:
    number, seal = str(mark.id), mark.seal
    value = f"{number} {seal} {_signature(key, name, number, seal)}"
    connection.execute(upsert(CURSOR, connection.dialect.name), {"door": name, "value": value})


def _signature(key: bytes, name: str, number: str, seal: str) -> str:
    return hmac.new(key, f"{name}|{number}|{seal}".encode(), hashlib.sha256).hexdigest()
