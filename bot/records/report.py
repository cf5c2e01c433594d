"""What somebody says is wrong in the directory, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.talk.message import Address


class Reason(StrEnum):
    """What is wrong."""

    CLOSED = "closed"
    """For good."""
    HOURS = "hours"
    PHONE = "phone"
    MOVED = "moved"
    SHUT = "shut"
    """For some days: only whoever is in charge of a place says it."""
    OTHER = "other"


class Outcome(StrEnum):
    """What became of it."""

    WAITING = "waiting"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    """It was checked: the directory was right."""
    WITHDRAWN = "withdrawn"
    """The service is shown no more."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a service. `word`: in their words; `steward`: they are in charge of the place."""

    service: str
    territory: str
    reason: Reason
    word: str = field(default="", repr=False)
    steward: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """`address`: where its author is told; None when it does not open. `steward`: they are in charge of the place."""

    key: str
    service: str
    territory: str
    reason: Reason
    said: str = field(repr=False)
    language: str
    outcome: Outcome
    sent_at: datetime
    address: Address | None = field(repr=False)
    steward: bool = False
