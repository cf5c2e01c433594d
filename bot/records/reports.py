"""What people say is wrong in the directory: kept until an editor deals with it, and they are told."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, func, insert, select, update
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address, seal_address
from bot.records.privacy import SealBroken, Vault
from bot.records.report import Outcome, Reason, Report, Said
from bot.records.statements import REPORT
from bot.talk.message import Address

KEPT, KEPT_AFTER = timedelta(days=180), timedelta(days=30)
_WAITING = REPORT.c.outcome == Outcome.WAITING.value
_FIRST = (REPORT.c.steward.desc(), REPORT.c.sent_at)


def send(connection: Connection, vault: Vault, address: Address, what: Said, *, language: str, now: datetime) -> None:
    """Keep what somebody says of a service. Said twice, kept once, with the last word."""
    uid = vault.uid(address)
    about = and_(REPORT.c.service == what.service, REPORT.c.reason == what.reason.value)
    same = connection.scalar(select(REPORT.c.key).where(and_(REPORT.c.uid == uid, about, _WAITING)))
    if same:
        if what.word:
            _write_word(connection, vault, same, what.word)
        if what.steward:
            connection.execute(update(REPORT).where(REPORT.c.key == same).values(steward=True))
        return
    key = secrets.token_hex(8)
    row = {
        "key": key,
        "uid": uid,
        "contact": seal_address(vault, address, table=REPORT.name, row=key.encode()),
        "service": what.service,
        "territory": what.territory,
        "reason": what.reason.value,
        "said": _sealed_word(vault, key, what.word) if what.word else None,
        "steward": what.steward,
        "language": language,
        "outcome": Outcome.WAITING.value,
        "told": False,
        "sent_at": now,
        "counted_from": now,
    }
    connection.execute(insert(REPORT).values(row))


def add_word(connection: Connection, vault: Vault, uid: bytes, said: str) -> bool:
    """Add a word to the last thing somebody said; whether there was one that still waits."""
    asked = select(REPORT.c.key).where(and_(REPORT.c.uid == uid, _WAITING))
    key = connection.scalar(asked.order_by(REPORT.c.sent_at.desc()).limit(1))
    if key is None:
        return False
    _write_word(connection, vault, key, said)
    return True


def count_since(connection: Connection, *, uid: bytes, since: datetime) -> int:
    """How many things somebody has said since."""
    asked = select(func.count()).select_from(REPORT).where(and_(REPORT.c.uid == uid, REPORT.c.sent_at >= since))
    return connection.scalar(asked) or 0


def waiting(connection: Connection, vault: Vault, territories: Collection[str]) -> list[Report]:
    """Those of some territories that nobody has dealt with: of those in charge of a place first, then the oldest."""
    asked = select(REPORT).where(and_(_WAITING, REPORT.c.territory.in_(list(territories)))).order_by(*_FIRST)
    return [_report(vault, row) for row in connection.execute(asked)]


def territories(connection: Connection) -> list[str]:
    """Those where something waits."""
    return list(connection.scalars(select(REPORT.c.territory).where(_WAITING).distinct()))


def reported(connection: Connection, territory: str) -> frozenset[str]:
    """The ids of the services of a territory of which something waits."""
    asked = select(REPORT.c.service).where(and_(_WAITING, REPORT.c.territory == territory))
    return frozenset(connection.scalars(asked))


def said_by_stewards(connection: Connection, services: Collection[str]) -> frozenset[str]:
    """Of which of some services something waits that those in charge of them said."""
    asked = select(REPORT.c.service).where(and_(_WAITING, REPORT.c.steward.is_(True)))
    return frozenset(connection.scalars(asked.where(REPORT.c.service.in_(list(services)))))


def of_service(connection: Connection, vault: Vault, service: str) -> list[Report]:
    """What waits of one service, in the same order."""
    asked = select(REPORT).where(and_(_WAITING, REPORT.c.service == service)).order_by(*_FIRST)
    return [_report(vault, row) for row in connection.execute(asked)]


def settle(connection: Connection, service: str, outcome: Outcome, *, now: datetime) -> None:
    """Everything that waits of a service is dealt with; whoever said it is to be told."""
    values = {"outcome": outcome.value, "told": False, "counted_from": now - KEPT + KEPT_AFTER}
    connection.execute(update(REPORT).where(and_(_WAITING, REPORT.c.service == service)).values(values))


def some_untold(connection: Connection) -> bool:
    """Whether there is anything that somebody is to be told of."""
    return connection.execute(select(REPORT.c.key).where(REPORT.c.told.is_(False)).limit(1)).first() is not None


def untold(connection: Connection, vault: Vault, *, most: int) -> list[Report]:
    """What somebody is to be told of, the oldest first."""
    asked = select(REPORT).where(REPORT.c.told.is_(False)).order_by(REPORT.c.sent_at).limit(most)
    return [_report(vault, row) for row in connection.execute(asked)]


def told(connection: Connection, key: str) -> None:
    """Whoever it concerns has been told."""
    connection.execute(update(REPORT).where(REPORT.c.key == key).values(told=True))


def _report(vault: Vault, row: Row[*tuple[Any, ...]]) -> Report:
    said, key = "", row.key.encode()
    if row.said is not None:
        with suppress(SealBroken):
            said = str(json.loads(vault.open(row.said, table=REPORT.name, row=key, column="said")))
    address = open_address(vault, row.contact, table=REPORT.name, row=key)
    about = (row.service, row.territory, Reason(row.reason), said, row.language)
    return Report(row.key, *about, Outcome(row.outcome), row.sent_at, address, row.steward)


def _write_word(connection: Connection, vault: Vault, key: str, said: str) -> None:
    values = {"said": _sealed_word(vault, key, said), "told": False}
    connection.execute(update(REPORT).where(REPORT.c.key == key).values(values))


def _sealed_word(vault: Vault, key: str, said: str) -> bytes:
    plain = json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return vault.seal(plain, table=REPORT.name, row=key.encode(), column="said")
