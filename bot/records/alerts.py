"""Who wants to know what is new of which search: a few rows a person, written to by a sealed address."""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, update
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address, seal_address
from bot.records.alert import Alert, Asked, Places
from bot.records.erasures import let_go
from bot.records.privacy import SealBroken, Vault
from bot.records.statements import ALERT
from bot.talk.message import Address

# The text that people agree to (`alert-consent`): raise it when the text says something else.
CONSENT = 1
MOST = 5
ASKED_AGAIN_AFTER = timedelta(days=150)
_A = ALERT.c


def keep(connection: Connection, vault: Vault, address: Address, asked: Asked, *, now: datetime) -> bool:
    """Keep a search; the same one again is agreed to again. False when somebody keeps too many."""
    uid = vault.uid(address)
    own = of_person(connection, vault, uid)
    agreed = {"consent": CONSENT, "consented_at": now, "asked_at": None, "language": asked.language}
    if same := next((each for each in own if each.search == asked.search), None):
        connection.execute(update(ALERT).where(_A.key == same.key).values(agreed))
        return True
    if len(own) >= MOST:
        return False
    key = secrets.token_hex(8)
    row = {
        "key": key,
        "uid": uid,
        "looked": asked.version,
        "told_at": max((each.told_at for each in own if each.told_at), default=None),
        "since": now,
        "contact": seal_address(vault, address, table=ALERT.name, row=key.encode()),
        "search": _seal(vault, key, "search", dict(asked.search)),
        "places": _seal_places(vault, key, Places(asked.known)),
    }
    connection.execute(insert(ALERT).values(row | agreed))
    return True


def count(connection: Connection, uid: bytes) -> int:
    """How many searches somebody keeps."""
    return connection.scalar(select(func.count()).select_from(ALERT).where(_A.uid == uid)) or 0


def of_person(connection: Connection, vault: Vault, uid: bytes) -> list[Alert]:
    """The searches of somebody, the oldest first."""
    asked = select(ALERT).where(_A.uid == uid).order_by(_A.since, _A.key)
    return [_alert(vault, row) for row in connection.execute(asked)]


def renew(connection: Connection, uid: bytes, *, now: datetime) -> None:
    """Somebody agrees to go on with all of them."""
    connection.execute(update(ALERT).where(_A.uid == uid).values(consented_at=now, asked_at=None))


def end(connection: Connection, uid: bytes, *, key: str | None, now: datetime) -> bool:
    """Let go of one search of somebody (None: of all), and of what was about to be told; whether there was any."""
    mine = _A.uid == uid if key is None else (_A.uid == uid) & (_A.key == key)
    if not connection.execute(delete(ALERT).where(mine)).rowcount:
        return False
    let_go(connection, uid, now=now)
    return True


def due(connection: Connection, vault: Vault, *, version: int, now: datetime, most: int) -> list[Alert]:
    """All the searches of people who have one to look at, so many people at most, person by person."""
    unseen = or_(_A.looked.is_(None), _A.looked != version, _A.due_at <= now)
    people = select(_A.uid).where(unseen).group_by(_A.uid).order_by(_A.uid).limit(most)
    asked = select(ALERT).where(_A.uid.in_(people)).order_by(_A.uid, _A.since, _A.key)
    return [_alert(vault, row) for row in connection.execute(asked)]


def advance(
    connection: Connection, vault: Vault, alert: Alert, places: Places, *, version: int, due_at: datetime | None
) -> bool:
    """Note what was looked at; False when another did, or the person left, since it was read: nothing is noted."""
    values: dict[str, Any] = {"looked": version, "due_at": due_at}
    if places != alert.places:
        values["places"] = _seal_places(vault, alert.key, places)
    unchanged = (_A.key == alert.key) & (_A.places == alert.sealed) & _A.looked.is_not_distinct_from(alert.looked)
    return connection.execute(update(ALERT).where(unchanged).values(values)).rowcount > 0


def told(connection: Connection, uid: bytes, *, now: datetime) -> None:
    """Somebody is told of something new: not again before a day."""
    connection.execute(update(ALERT).where(_A.uid == uid).values(told_at=now))


def to_ask_again(connection: Connection, vault: Vault, *, now: datetime, most: int) -> list[list[Alert]]:
    """The searches of those who agreed five months ago to one of them, by person; they are asked once."""
    old = (_A.consented_at <= now - ASKED_AGAIN_AFTER) | (_A.consent < CONSENT)
    people = connection.scalars(
        select(_A.uid).where(old, _A.asked_at.is_(None)).group_by(_A.uid).order_by(_A.uid).limit(most)
    ).all()
    found = [of_person(connection, vault, uid) for uid in people]
    connection.execute(update(ALERT).where(_A.uid.in_(people)).values(asked_at=now))
    return found


def _alert(vault: Vault, row: Row[*tuple[Any, ...]]) -> Alert:
    search = _open(vault, row, "search")
    places = _open(vault, row, "places") or {}
    address = open_address(vault, row.contact, table=ALERT.name, row=row.key.encode())
    there = Places(frozenset(places.get("known", ())), frozenset(places.get("told", ())))
    kept = (row.places, row.looked, row.told_at, row.language, row.since)
    return Alert(row.key, row.uid, address, search, there, *kept)


def _seal_places(vault: Vault, key: str, places: Places) -> bytes:
    return _seal(vault, key, "places", {"known": sorted(places.known), "told": sorted(places.told)})


def _seal(vault: Vault, key: str, column: str, value: dict[str, Any]) -> bytes:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return vault.seal(plain, table=ALERT.name, row=key.encode(), column=column)


def _open(vault: Vault, row: Row[*tuple[Any, ...]], column: str) -> dict[str, Any] | None:
    sealed: bytes = getattr(row, column)
    try:
        read = json.loads(vault.open(sealed, table=ALERT.name, row=row.key.encode(), column=column))
    except SealBroken:
        return None
    return read if isinstance(read, dict) else None
