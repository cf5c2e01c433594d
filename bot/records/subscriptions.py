"""Who wants to be reminded of what: one row a person, told apart by pseudonym, written to by a sealed address."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address, seal_address
from bot.records.erasures import keep_stopped
from bot.records.privacy import Vault
from bot.records.sends import Status
from bot.records.statements import OUTBOX, SUBSCRIPTION
from bot.records.workers import ERASED
from bot.talk.message import Address

# The text that people agree to (`subscribe-consent`): raise it when the text says something else.
CONSENT = 1
ASKED_AGAIN_AFTER = timedelta(days=365)
_PLACES = 2**62


class Moment(StrEnum):
    """How long before an event a reminder comes."""

    WEEK = "week"
    DAY = "day"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants. `axes`: figures in order, "" for all; `kept`: single events, beside those of territories."""

    territories: tuple[str, ...] = ()
    axes: str = ""
    moments: tuple[Moment, ...] = (Moment.DAY,)
    language: str = "fr"
    kept: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing is wanted any more."""
        return not self.territories and not self.kept


def spaced(words: tuple[str, ...]) -> str:
    """Words as a column holds them, so that each can be looked for whole: " dep-44 dep-49 "."""
    return f" {' '.join(words)} " if words else ""


def wish_of(connection: Connection, uid: bytes) -> Wish | None:
    """What somebody wants, None when they are not subscribed."""
    row = connection.execute(select(SUBSCRIPTION).where(SUBSCRIPTION.c.uid == uid)).first()
    return None if row is None else _wish(row)


def subscribe(connection: Connection, vault: Vault, address: Address, wish: Wish, *, now: datetime) -> None:
    """Write what somebody agrees to; of an older subscription only the beginning is kept."""
    uid = vault.uid(address)
    values = _values(wish) | {"consent": CONSENT, "consented_at": now, "asked_at": None}
    if connection.execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.uid == uid).values(values)).rowcount:
        return
    row = {
        "uid": uid,
        "platform": address.platform,
        "place": secrets.randbelow(_PLACES) + 1,
        "contact": seal_address(vault, address, table=SUBSCRIPTION.name, row=uid),
        "since": now,
    }
    connection.execute(insert(SUBSCRIPTION), row | values)


def change(connection: Connection, uid: bytes, wish: Wish, *, now: datetime) -> None:
    """Write another wish of somebody who is subscribed; an empty one ends the subscription."""
    if wish.empty:
        unsubscribe(connection, uid, now=now)
        return
    connection.execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.uid == uid).values(_values(wish)))


def unsubscribe(connection: Connection, uid: bytes, *, now: datetime) -> bool:
    """Let go of somebody, and of what was about to be sent to them; whether they were subscribed.

    That they asked for it is kept for 30 days, so that a copy put back does not write to them again.
    """
    gone = connection.execute(delete(SUBSCRIPTION).where(SUBSCRIPTION.c.uid == uid)).rowcount
    waiting = (OUTBOX.c.uid == uid) & (OUTBOX.c.status <= Status.WAITING) & OUTBOX.c.campaign.is_not(None)
    dropped = connection.execute(delete(OUTBOX).where(waiting)).rowcount
    if gone or dropped:
        keep_stopped(connection, uid, now=now)
        connection.info[ERASED] = True
    return bool(gone)


def to_ask_again(connection: Connection, vault: Vault, *, now: datetime, most: int) -> list[tuple[Address, Wish]]:
    """Those who agreed a year ago, or to an older text, and what they want; they are asked once."""
    old = (SUBSCRIPTION.c.consented_at <= now - ASKED_AGAIN_AFTER) | (SUBSCRIPTION.c.consent < CONSENT)
    asked = select(SUBSCRIPTION).where(old, SUBSCRIPTION.c.asked_at.is_(None)).limit(most)
    found: list[tuple[Address, Wish]] = []
    for row in connection.execute(asked).all():
        connection.execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.uid == row.uid).values(asked_at=now))
        if address := open_address(vault, row.contact, table=SUBSCRIPTION.name, row=row.uid):
            found.append((address, _wish(row)))
    return found


def _wish(row: Row[*tuple[Any, ...]]) -> Wish:
    moments = tuple(Moment(each) for each in row.moments.split())
    return Wish(tuple(row.territories.split()), row.axes, moments, row.language, tuple(row.kept.split()))


def _values(wish: Wish) -> dict[str, Any]:
    return {
        "territories": spaced(wish.territories),
        "axes": wish.axes,
        "moments": spaced(wish.moments),
        "kept": spaced(wish.kept),
        "language": wish.language,
    }
