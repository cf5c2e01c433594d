"""Somebody in charge of an entry of the directory, as a value; and when they are asked about it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bot.talk.message import Address

# An entry that nobody has checked for so long is asked about; so is one whose person has not answered for a year.
OLD, AGREED_LONG_AGO = timedelta(days=90), timedelta(days=365)
# Without an answer they are asked once more, and after as long again the editors are told.
AGAIN = timedelta(days=14)
# Nobody is written to more often, however many entries they have.
A_WEEK = timedelta(days=7)
MOST_ASKS = 2


@dataclass(frozen=True, slots=True)
class Steward:
    """`address` is None when no key opens it any more; `asks`: how many times they were asked since they answered."""

    key: str
    uid: bytes = field(repr=False)
    service: str
    language: str
    since: datetime
    consented_at: datetime
    due_at: datetime | None
    asked_at: datetime | None
    asks: int
    shown: str | None
    told_at: datetime | None
    address: Address | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is noted of an entry. `asks`: counting the message that `tells` sends."""

    tells: bool
    asks: int
    due_at: datetime


def stale_at(checked: date, answered_at: datetime) -> datetime:
    """When an entry checked on a day is to be asked about, its person having last answered then."""
    return min(datetime.combine(checked, time(), UTC) + OLD, answered_at + AGREED_LONG_AGO)


def plan(steward: Steward, checked: date, now: datetime) -> Plan:
    """What is due of an entry that was last checked on a day; to be asked only when its look is due."""
    stale = stale_at(checked, steward.consented_at)
    if steward.due_at is None:
        # A copy was put back: nobody knows whether they were asked since it was made.
        return Plan(tells=False, asks=steward.asks, due_at=max(stale, now + AGAIN))
    if stale > now:
        return Plan(tells=False, asks=0, due_at=stale)
    if steward.asks == 1:
        return Plan(tells=True, asks=MOST_ASKS, due_at=now + OLD)
    return Plan(tells=True, asks=1, due_at=now + AGAIN)
