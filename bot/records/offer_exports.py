"""Full exports of offers: asked for, agreed to or not, delivered once. What each holds is fixed when it is asked."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.engine import Connection

from bot.records import offers
from bot.records.addresses import open_address, seal_address
from bot.records.offer import Offer
from bot.records.offer_export import OPEN, Export, Reason, Selection, Status, Wish
from bot.records.privacy import Vault
from bot.records.statements import OFFER_EXPORT
from bot.talk.message import Address

# How long a second person may think about it.
VALID = timedelta(hours=24)
_DIGITS = 5
_TO_TELL = OFFER_EXPORT.c.told.is_(False)
_OPEN = OFFER_EXPORT.c.status.in_([int(status) for status in OPEN])


def new_number() -> str:
    """What the two agents call one, easy to say on the telephone."""
    return f"E-{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"


def ask(connection: Connection, vault: Vault, wish: Wish, *, author: bytes, address: Address, now: datetime) -> None:
    """Keep what an agent asks for, to be delivered to `address`; those who may agree are told later."""
    row = {
        "number": wish.number,
        "uid": vault.uid(address),
        "contact": seal_address(vault, address, table=OFFER_EXPORT.name, row=wish.number.encode()),
        "author": author,
        "approver": None,
        "territory": wish.territory,
        "axis": wish.selection.axis,
        "profile": wish.selection.profile,
        "state": wish.selection.state,
        "reason": wish.reason.value,
        "status": int(Status.ASKED),
        "told": False,
        "asked_at": now,
    }
    connection.execute(insert(OFFER_EXPORT), row)


def waiting(connection: Connection, vault: Vault, *, now: datetime) -> list[Export]:
    """Those that nobody agreed to nor refused yet, the oldest first."""
    fresh = (OFFER_EXPORT.c.status == int(Status.ASKED)) & (OFFER_EXPORT.c.asked_at > now - VALID)
    rows = connection.execute(select(OFFER_EXPORT).where(fresh).order_by(OFFER_EXPORT.c.asked_at))
    return [_export(vault, row) for row in rows]


def settle(connection: Connection, number: str, status: Status, *, approver: bytes | None = None) -> None:
    """Write where it stands from now on; whom that concerns is told later."""
    values: dict[str, Any] = {"status": int(status), "told": False}
    values |= {"approver": approver} if approver else {}
    connection.execute(update(OFFER_EXPORT).where(OFFER_EXPORT.c.number == number).values(values))


def told(connection: Connection, number: str) -> None:
    """Whom its last step concerns has been told."""
    connection.execute(update(OFFER_EXPORT).where(OFFER_EXPORT.c.number == number).values(told=True))


def some_to_do(connection: Connection, *, now: datetime) -> bool:
    """Whether one is to be told of, or has waited for too long."""
    due = _TO_TELL | (_OPEN & (OFFER_EXPORT.c.asked_at <= now - VALID))
    return connection.execute(select(OFFER_EXPORT.c.number).where(due).limit(1)).first() is not None


def expired(connection: Connection, vault: Vault, *, now: datetime) -> list[Export]:
    """Those that waited for too long."""
    rows = connection.execute(select(OFFER_EXPORT).where(_OPEN, OFFER_EXPORT.c.asked_at <= now - VALID)).all()
    return [_export(vault, row) for row in rows]


def untold(connection: Connection, vault: Vault) -> list[Export]:
    """Those whose last step somebody is to be told of."""
    rows = connection.execute(select(OFFER_EXPORT).where(_TO_TELL).order_by(OFFER_EXPORT.c.asked_at)).all()
    return [_export(vault, row) for row in rows]


def held(
    connection: Connection, vault: Vault, selection: Selection, *, within: Collection[str], until: datetime
) -> list[Offer]:
    """What an export holds: of the offers sent until it was asked for, those that are still there."""
    found = offers.inside(connection, vault, within)
    return [offer for offer in found if offer.sent_at <= until and selection.takes(offer)]


def digest(found: Iterable[Offer]) -> str:
    """What an agreement is bound to: which offers they are."""
    return hashlib.sha256(" ".join(sorted(offer.number for offer in found)).encode()).hexdigest()


def _export(vault: Vault, row: Row[*tuple[Any, ...]]) -> Export:
    selection = Selection(row.axis, row.profile, row.state)
    wish = Wish(row.number, row.territory, selection, Reason(row.reason))
    address = open_address(vault, row.contact, table=OFFER_EXPORT.name, row=row.number.encode())
    return Export(wish, Status(row.status), row.author, row.approver, address, row.asked_at)
