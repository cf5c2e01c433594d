"""The offers of a territory in figures, for its agents: how many, never whose nor what was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from bot.records.offer import LATE, State
from bot.records.offer_lines import Kind
from bot.records.statements import OFFER, OFFER_LINE

# What an author takes for an answer.
_ANSWERS = (Kind.MOVED.value, Kind.ANSWER.value)


@dataclass(frozen=True, slots=True)
class OfferFigures:
    """The offers that came during some days and are still kept, as they stand now.

    `median_days`: from an offer to its first answer, None when none was answered. `withdrawn`: taken back during those
    days. `late`: unread for a week now, whenever they came.
    """

    received: int
    states: Counter[str]
    profiles: Counter[str]
    subjects: Counter[str]
    answered: int
    median_days: float | None
    withdrawn: int
    late: int

    @property
    def silent(self) -> bool:
        """There is nothing to tell."""
        return not (self.received or self.withdrawn or self.late)


def figures(
    connection: Connection, within: Collection[str], *, since: datetime, until: datetime, now: datetime
) -> OfferFigures:
    """Count the offers of some territories that came since an instant, before another."""
    here = OFFER.c.territory.in_(within)
    during = here & (OFFER.c.sent_at >= since) & (OFFER.c.sent_at < until)
    rows = connection.execute(
        select(OFFER.c.number, OFFER.c.state, OFFER.c.profile, OFFER.c.subject, OFFER.c.sent_at).where(during)
    ).all()
    answers = _first_answers(connection, [row.number for row in rows])
    days = [(answers[row.number] - row.sent_at) / timedelta(days=1) for row in rows if row.number in answers]
    late = here & (OFFER.c.state == State.RECEIVED.value) & (OFFER.c.moved_at <= now - LATE)
    return OfferFigures(
        received=len(rows),
        states=Counter(row.state for row in rows),
        profiles=Counter(row.profile for row in rows),
        subjects=Counter(row.subject for row in rows),
        answered=len(days),
        median_days=median(days) if days else None,
        withdrawn=_withdrawn(connection, within, since, until),
        late=connection.scalar(select(func.count()).select_from(OFFER).where(late)) or 0,
    )


def _first_answers(connection: Connection, numbers: Collection[str]) -> dict[str, datetime]:
    line = OFFER_LINE.c
    asked = (
        select(line.offer, func.min(line.written_at).label("first"))
        .where(line.offer.in_(numbers), line.actor.is_not(None), line.kind.in_(_ANSWERS))
        .group_by(line.offer)
    )
    return {row.offer: row.first for row in connection.execute(asked)}


def _withdrawn(connection: Connection, within: Collection[str], since: datetime, until: datetime) -> int:
    line = OFFER_LINE.c
    taken_back = (line.kind == Kind.WITHDRAWN.value) & line.territory.in_(within)
    during = (line.written_at >= since) & (line.written_at < until)
    return connection.scalar(select(func.count()).select_from(OFFER_LINE).where(taken_back & during)) or 0
