"""One message to many people, as it is decided and as it is written down."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import Row

from bot.records.audience import Audience
from bot.records.sends import Tally
from bot.records.subscriptions import Moment
from knowledge.model import Event


class Kind(StrEnum):
    """What it is."""

    REMINDER = "reminder"
    CHANGE = "change"
    BROADCAST = "broadcast"
    CORRECTION = "correction"


class State(IntEnum):
    """Where it stands."""

    PROPOSED = 0
    """A second person must say yes."""
    READY = 1
    """It leaves when it is due."""
    SENDING = 2
    PAUSED = 3
    DONE = 4
    STOPPED = 5
    """Some may have received it."""
    DECLINED = 6


OVER = (State.DONE, State.STOPPED, State.DECLINED)
WRITTEN_BY_AGENTS = (Kind.BROADCAST, Kind.CORRECTION)


def reminder_key(event: Event, moment: Moment) -> str:
    """The name of a reminder: a new one when the date of the event changes."""
    return f"{Kind.REMINDER} {event.id} {moment} {event.start}T{event.hour or ''}"


def change_key(event: str, revision: int) -> str:
    """The name of the news of a change."""
    return f"{Kind.CHANGE} {event} {revision}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A campaign about to be written. `key`: the same one is written once; `texts`: by language (BCP 47)."""

    key: str
    kind: Kind
    territories: tuple[str, ...]
    due_at: datetime
    axes: str = ""
    languages: tuple[str, ...] = ()
    event: str = ""
    moments: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    of: int | None = None
    status: State = State.READY
    night: bool = False
    people: int = 0
    territory: str = ""
    author: bytes | None = None
    contact: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Plan):
    """One that is written. `legs`: by platform, the place of the last subscription written to."""

    id: int
    legs: Mapping[str, int]
    approver: bytes | None
    created_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None
    result: Tally

    @property
    def audience(self) -> Audience:
        """Whom it is for. What concerns an event is also for those who keep that one alone."""
        event = self.event if self.kind in (Kind.REMINDER, Kind.CHANGE) else ""
        return Audience(self.territories, self.axes, self.languages, self.moments, event, self.created_at)

    @property
    def left(self) -> int:
        """Those who stopped their subscription before it reached them."""
        known = self.result
        return max(0, self.people - known.sent - known.gone - known.refused - known.in_doubt)


def campaign_of(row: Row[*tuple[Any, ...]]) -> Campaign:
    """One that was written, from its row."""
    return Campaign(
        id=row.id,
        key=row.key,
        kind=Kind(row.kind),
        event=row.event,
        moments=tuple(row.moment.split()),
        territories=tuple(row.territories.split()),
        axes=row.axes,
        languages=tuple(row.languages.split()),
        texts=json.loads(row.texts),
        of=row.of,
        status=State(row.status),
        legs=json.loads(row.legs or "{}"),
        night=row.night,
        people=row.people,
        territory=row.territory,
        author=row.author,
        approver=row.approver,
        contact=row.contact,
        created_at=row.created_at,
        due_at=row.due_at,
        begun_at=row.begun_at,
        ended_at=row.ended_at,
        result=Tally(row.sent, row.refused, row.gone, row.in_doubt, row.repeated),
    )
