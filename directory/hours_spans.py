"""The states that follow one another at a place, day after day, holidays and closures laid over the hours."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import opening_hours

from directory.holidays import Holiday, holidays
from directory.hours_grammar import Rules, Spot, doubtful

# How far the next opening is looked for, and how many changes are read on the way.
_HORIZON = timedelta(days=370)
_MOST_CHANGES = 1000
# Within so many days it is quicker to try each than each special day.
_FEW_DAYS = 10


class State(Enum):
    """What is known of a door at a moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Closed:
    """A temporary closure: from the first day to the last, both included, by the calendar of the place."""

    first_day: date
    last_day: date
    message: str | None = None


class Span(NamedTuple):
    """One state from a moment to another, with what explains it."""

    start: datetime
    end: datetime
    state: State
    comment: str
    closure: Closed | None
    holiday: Holiday | None


Special = Closed | Holiday


def special_days(spot: Spot, closures: Collection[Closed], start: datetime) -> dict[date, Special]:
    """Holidays and closures by day, from the day of `start` to the horizon."""
    first, last = start.date(), (start + _HORIZON).date()
    ordinary = _holidays_ahead(first, spot.zone, spot.departement)
    if not closures:
        return ordinary
    found = dict(ordinary)
    for closure in closures:
        day = max(closure.first_day, first)
        while day <= min(closure.last_day, last):
            found[day] = closure
            day += timedelta(days=1)
    return found


@lru_cache(maxsize=1024)
def _holidays_ahead(first: date, zone: str, departement: str | None) -> dict[date, Special]:
    return {**holidays(first.year, zone, departement), **holidays(first.year + 1, zone, departement)}


def spans_from(rules: Rules, start: datetime, special: dict[date, Special]) -> Iterator[Span]:
    """The states that follow from `start` to the horizon, without a gap, cut at the days that are not like others."""
    horizon = start + _HORIZON
    for count, (begin, change, said, comment) in enumerate(rules.hours.intervals(start)):
        # The library names the second 02:30 of a day when clocks go back; the wall clock is what counts here.
        end = horizon if change is None or count == _MOST_CHANGES else min(change, horizon)
        for first, last in pairwise(_cuts(max(start, begin), end, special)):
            yield _judged(rules, Span(first, last, _STATES[said], comment, None, None), special.get(first.date()))
        if end >= horizon:
            return


_STATES = {
    opening_hours.State.OPEN: State.OPEN,
    opening_hours.State.CLOSED: State.CLOSED,
    opening_hours.State.UNKNOWN: State.UNKNOWN,
}


def _cuts(start: datetime, end: datetime, special: dict[date, Special]) -> list[datetime]:
    """`start`, the midnights where a special day begins or ends, `end`."""
    if end.date() == start.date() or not special:
        return [start, end]
    first, last = start.date(), end.date()
    if (last - first).days <= _FEW_DAYS:
        edges = {first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1)}
    else:
        edges = {edge for day in special for edge in (day, day + timedelta(days=1)) if first < edge <= last}
    changes = (edge for edge in sorted(edges) if special.get(edge) != special.get(edge - timedelta(days=1)))
    midnights = (datetime.combine(edge, time(), tzinfo=start.tzinfo) for edge in changes)
    return [start, *(midnight for midnight in midnights if midnight < end), end]


def _judged(rules: Rules, span: Span, special: Special | None) -> Span:
    """A state, less what makes it untrue (a closure) or unsure (a local holiday, school holidays, a comment)."""
    if isinstance(special, Closed):
        return span._replace(state=State.CLOSED, comment="", closure=special)
    if special is not None:
        span = span._replace(holiday=special)
    if span.state is not State.OPEN:
        return span
    # A rule on holidays is applied by the library to national ones only; offices seldom write that they close.
    unsure_day = special is not None and (special is Holiday.LOCAL if rules.holidays_told else not rules.every_day)
    if unsure_day or rules.school_doubt or doubtful(span.comment):
        return span._replace(state=State.UNKNOWN)
    return span
