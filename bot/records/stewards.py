"""Who is in charge of which entry of the directory: a few rows a person, written to by a sealed address."""

from __future__ import annotations

import secrets
from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select, update
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address, seal_address
from bot.records.erasures import let_go
from bot.records.privacy import Vault
from bot.records.statements import STEWARD
from bot.records.steward import AGAIN, MOST_ASKS, OLD, Plan, Steward, stale_at
from bot.records.workers import ERASED
from bot.talk.message import Address
from directory.tables import SERVICES

# The text that people agree to (`steward-consent`): raise it when the text says something else.
CONSENT = 1
# Entries of one person, and people of one entry.
MOST, MOST_OF_ONE = 10, 3
_S = STEWARD.c
_LASTS = _S.ended.is_(False)


def begin(
    connection: Connection, vault: Vault, address: Address, about: tuple[str, date], *, language: str, now: datetime
) -> bool:
    """Put somebody in charge of an entry (`about`: its id, the day it was checked); False when there are too many."""
    service, checked = about
    uid = vault.uid(address)
    own = of_person(connection, vault, uid)
    if any(each.service == service for each in own):
        return True
    if len(own) >= MOST or count_of(connection, service) >= MOST_OF_ONE:
        return False
    # That an editor ended it before is no news any more.
    connection.execute(delete(STEWARD).where(_S.uid == uid, _S.service == service))
    key = secrets.token_hex(8)
    row = {
        "key": key,
        "uid": uid,
        "service": service,
        "language": language,
        "consent": CONSENT,
        "since": now,
        "consented_at": now,
        # They have just been shown it: they are not asked again at once.
        "due_at": max(stale_at(checked, now), now + AGAIN),
        "asks": 0,
        "told_at": max((each.told_at for each in own if each.told_at), default=None),
        "ended": False,
        "contact": seal_address(vault, address, table=STEWARD.name, row=key.encode()),
    }
    connection.execute(insert(STEWARD).values(row))
    return True


def count(connection: Connection, uid: bytes) -> int:
    """How many entries somebody is in charge of."""
    return connection.scalar(select(func.count()).select_from(STEWARD).where(_S.uid == uid, _LASTS)) or 0


def count_of(connection: Connection, service: str) -> int:
    """How many people are in charge of an entry."""
    return connection.scalar(select(func.count()).select_from(STEWARD).where(_S.service == service, _LASTS)) or 0


def of_person(connection: Connection, vault: Vault, uid: bytes) -> list[Steward]:
    """The entries of somebody, the oldest first."""
    asked = select(STEWARD).where(_S.uid == uid, _LASTS).order_by(_S.since, _S.key)
    return [_steward(vault, row) for row in connection.execute(asked)]


def answered(connection: Connection, uid: bytes, key: str, *, now: datetime) -> bool:
    """Somebody answered of one of their entries, which is an agreement to go on; False: it is not theirs any more."""
    mine = (_S.uid == uid) & (_S.key == key) & _LASTS
    values = {"asks": 0, "asked_at": None, "shown": None, "consented_at": now, "due_at": now + OLD}
    return connection.execute(update(STEWARD).where(mine).values(values)).rowcount > 0


def end(connection: Connection, uid: bytes, *, key: str | None, now: datetime) -> bool:
    """Let go of one entry of somebody (None: of all), and of what was about to be told; whether there was any."""
    mine = _S.uid == uid if key is None else (_S.uid == uid) & (_S.key == key)
    if not connection.execute(delete(STEWARD).where(mine)).rowcount:
        return False
    let_go(connection, uid, now=now)
    return True


def end_of(connection: Connection, service: str, *, now: datetime) -> None:
    """An editor ends it for everybody in charge of an entry; they are to be told, then their rows leave."""
    connection.execute(update(STEWARD).where(_S.service == service).values(ended=True, due_at=now))


def due(connection: Connection, vault: Vault, *, now: datetime, most: int) -> list[Steward]:
    """All the entries of people who have one to look at, so many people at most, person by person."""
    people = select(_S.uid).where(_LASTS, _is_due(now))
    some = people.group_by(_S.uid).order_by(_S.uid).limit(most)
    asked = select(STEWARD).where(_S.uid.in_(some), _LASTS).order_by(_S.uid, _S.since, _S.key)
    return [_steward(vault, row) for row in connection.execute(asked)]


def ended(connection: Connection, vault: Vault, *, now: datetime, most: int) -> list[Steward]:
    """Those that an editor ended, whose people are to be told now."""
    asked = select(STEWARD).where(_S.ended.is_(True), _is_due(now)).order_by(_S.key).limit(most)
    return [_steward(vault, row) for row in connection.execute(asked)]


def put_off(connection: Connection, key: str, *, until: datetime) -> None:
    """Somebody is to be told later."""
    connection.execute(update(STEWARD).where(_S.key == key).values(due_at=until))


def told_of_end(connection: Connection, key: str) -> bool:
    """Somebody is told that an editor ended it: nothing of it is kept; False when another told them."""
    connection.info[ERASED] = True
    return connection.execute(delete(STEWARD).where(_S.key == key)).rowcount > 0


def waits(connection: Connection, *, now: datetime) -> bool:
    """Whether there is an entry to look at, or somebody to be told."""
    return connection.execute(select(_S.key).where(_is_due(now)).limit(1)).first() is not None


def advance(connection: Connection, steward: Steward, what: Plan, *, now: datetime) -> bool:
    """Note what was decided of an entry; False when another did, or they answered or left, since it was read."""
    values: dict[str, Any] = {"asks": what.asks, "due_at": what.due_at}
    if what.tells:
        values["asked_at"] = now
    same = (_S.key == steward.key) & _LASTS & (_S.asks == steward.asks)
    unchanged = same & _S.due_at.is_not_distinct_from(steward.due_at)
    return connection.execute(update(STEWARD).where(unchanged).values(values)).rowcount > 0


def told(connection: Connection, uid: bytes, *, key: str, shown: str, now: datetime) -> None:
    """Somebody is written to, and shown one of their entries (`shown`: what of it); not again before a week."""
    connection.execute(update(STEWARD).where(_S.uid == uid).values(told_at=now, shown=None))
    connection.execute(update(STEWARD).where(_S.key == key).values(shown=shown))


def silent(connection: Connection, *, now: datetime) -> frozenset[str]:
    """The ids of entries about which nobody in charge answered, asked twice, nor did anybody check them since."""
    asked = select(_S.service, _S.asked_at, _S.asks, _S.consented_at, SERVICES.c.date_maj)
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(asked.join(SERVICES, SERVICES.c.id == _S.service).where(_LASTS)):
        rows[row.service].append(row)
    return frozenset(service for service, those in rows.items() if _is_silent(those, now))


def _is_due(now: datetime) -> ColumnElement[bool]:
    return or_(_S.due_at.is_(None), _S.due_at <= now)


def _is_silent(rows: list[Any], now: datetime) -> bool:
    asked = [row for row in rows if row.asks >= MOST_ASKS and row.asked_at and row.asked_at <= now - AGAIN]
    if not asked:
        return False
    since = min(row.asked_at for row in asked)
    return all(row.consented_at < since and row.date_maj < since.date() for row in rows)


def _steward(vault: Vault, row: Row[*tuple[Any, ...]]) -> Steward:
    address = open_address(vault, row.contact, table=STEWARD.name, row=row.key.encode())
    when = (row.since, row.consented_at, row.due_at, row.asked_at, row.asks, row.shown, row.told_at)
    return Steward(row.key, row.uid, row.service, row.language, *when, address)
