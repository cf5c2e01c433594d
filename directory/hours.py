"""Open or not, until when, again when: one answer for what is shown and for what is filtered.

Unknown is never open. Times are those of the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

import opening_hours

from directory.holidays import Holiday, holidays
from directory.hours_grammar import Rules, Spot, comment_of, doubtful, read_rules
from directory.when import NOW, When

# How far the next opening is looked for, and how many changes are read on the way.
_HORIZON = timedelta(days=370)
_MOST_CHANGES = 1000
# Within so many days it is quicker to try each than each special day.
_FEW_DAYS = 10
# Open for longer without a break: day and night, all year round.
_ENDLESS = timedelta(days=300)


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


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known of the hours at the moment asked; datetimes are aware, on the clock of the place.

    `since`: when hours were asked, from when in them it is open. `until`: when open, the time it closes (None: not
    told, or never). `next`: when closed, the next sure opening within a year. `always`: day and night, every day.
    `comment`: what goes with the hours ("sur rendez-vous"). `raw`: the hours as written, when they are not understood.
    `closure`: why it is closed, for how long. `holiday`: the moment is on a public holiday, so better call.
    """

    state: State
    since: datetime | None = None
    until: datetime | None = None
    next: datetime | None = None
    always: bool = False
    comment: str | None = None
    raw: str | None = None
    closure: Closed | None = None
    holiday: Holiday | None = None


class _Span(NamedTuple):
    start: datetime
    end: datetime
    state: State
    comment: str
    closure: Closed | None
    holiday: Holiday | None


_Special = Closed | Holiday


class _Seen(NamedTuple):
    """The state at the moment asked; the spans met from its start, the last one open if any is; those that follow.

    `rules`: None when the hours are not understood, and then `special` is what the day is.
    """

    state: State
    rules: Rules | None
    met: list[_Span]
    rest: Iterator[_Span]
    special: _Special | None = None


class Hours(NamedTuple):
    """Hours at a place: what `opening` and `open_during` are told, together."""

    expression: str | None
    spot: Spot
    closures: tuple[Closed, ...] = ()

    def at(self, moment: datetime) -> Opening:
        """What is known at a moment (aware)."""
        return self.during(NOW, moment)

    def during(self, when: When, now: datetime) -> Opening:
        """What is known of the hours asked, or of now (aware): open if it is open at any time of them."""
        seen = self._seen(when, now)
        if seen.rules is None:
            return _not_understood(self.expression, seen.special)
        if seen.state is State.OPEN:
            return _open(seen.rules, seen.met[-1], seen.rest, shown_since=when.start is not None)
        if seen.state is State.CLOSED:
            return _closed(seen.met[0], chain(seen.met[-1:], seen.rest))
        return _unknown(self.expression, next(span for span in seen.met if span.state is State.UNKNOWN))

    def state(self, when: When, now: datetime) -> State:
        """The state that `during` gives, without looking for what follows."""
        return self._seen(when, now).state

    def _seen(self, when: When, now: datetime) -> _Seen:
        """The one reading of the hours, for what is shown and for what is filtered."""
        if now.tzinfo is None:
            raise ValueError("a moment needs its zone")
        zone = ZoneInfo(self.spot.zone)
        start = now.astimezone(zone) if when.start is None else when.start.replace(tzinfo=zone)
        end = None if when.end is None else when.end.replace(tzinfo=zone)
        rules, special = read_rules(self.expression, self.spot), _special_days(self, start)
        if rules is None:
            today = special.get(start.date())
            return _Seen(State.CLOSED if isinstance(today, Closed) else State.UNKNOWN, None, [], iter(()), today)
        spans = _spans(rules, start, special)
        met = [next(spans)]
        while end and met[-1].state is not State.OPEN and met[-1].end < end:
            met.append(next(spans))
        states = {span.state for span in met}
        state = next(state for state in (State.OPEN, State.UNKNOWN, State.CLOSED) if state in states)
        return _Seen(state, rules, met, spans)


def opening(
    expression: str | None,
    *,
    zone: str,
    latitude: float | None,
    longitude: float | None,
    at: datetime,
    closures: Iterable[Closed] = (),
    departement: str | None = None,
) -> Opening:
    """What hours in OSM syntax say at a moment (aware), in an IANA zone; degrees serve sunrise and sunset."""
    return Hours(expression, Spot(zone, latitude, longitude, departement), tuple(closures)).at(at)


def open_during(hours: Hours, when: When, now: datetime) -> bool | None:
    """Whether it is open at the moment asked, None when nothing sure is known: the filter reads what is shown."""
    state = hours.state(when, now)
    return None if state is State.UNKNOWN else state is State.OPEN


def _special_days(hours: Hours, start: datetime) -> dict[date, _Special]:
    """Holidays and closures by day, from the day of `start` to the horizon."""
    first, last = start.date(), (start + _HORIZON).date()
    ordinary = _holidays_ahead(first, hours.spot.zone, hours.spot.departement)
    if not hours.closures:
        return ordinary
    found = dict(ordinary)
    for closure in hours.closures:
        day = max(closure.first_day, first)
        while day <= min(closure.last_day, last):
            found[day] = closure
            day += timedelta(days=1)
    return found


@lru_cache(maxsize=1024)
def _holidays_ahead(first: date, zone: str, departement: str | None) -> dict[date, _Special]:
    return {**holidays(first.year, zone, departement), **holidays(first.year + 1, zone, departement)}


def _spans(rules: Rules, start: datetime, special: dict[date, _Special]) -> Iterator[_Span]:
    """The states that follow from `start` to the horizon, without a gap, cut at the days that are not like others."""
    horizon = start + _HORIZON
    for count, (begin, change, said, comment) in enumerate(rules.hours.intervals(start)):
        # The library names the second 02:30 of a day when clocks go back; the wall clock is what counts here.
        end = horizon if change is None or count == _MOST_CHANGES else min(change, horizon)
        for first, last in pairwise(_cuts(max(start, begin), end, special)):
            yield _judged(rules, _Span(first, last, _STATES[said], comment, None, None), special.get(first.date()))
        if end >= horizon:
            return


_STATES = {
    opening_hours.State.OPEN: State.OPEN,
    opening_hours.State.CLOSED: State.CLOSED,
    opening_hours.State.UNKNOWN: State.UNKNOWN,
}


def _cuts(start: datetime, end: datetime, special: dict[date, _Special]) -> list[datetime]:
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


def _judged(rules: Rules, span: _Span, special: _Special | None) -> _Span:
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


def _open(rules: Rules, asked: _Span, rest: Iterator[_Span], *, shown_since: bool) -> Opening:
    until = asked.end
    for span in rest:
        if span.state is not State.OPEN:
            break
        until = span.end
    endless = until - asked.start > _ENDLESS
    return Opening(
        State.OPEN,
        since=asked.start if shown_since else None,
        until=None if endless or rules.open_ended else until,
        always=endless,
        comment=asked.comment or None,
        holiday=asked.holiday,
    )


def _closed(asked: _Span, spans: Iterator[_Span]) -> Opening:
    following = next((span.start for span in spans if span.state is State.OPEN), None)
    return Opening(
        State.CLOSED, next=following, comment=asked.comment or None, closure=asked.closure, holiday=asked.holiday
    )


def _unknown(expression: str | None, span: _Span) -> Opening:
    raw = comment_of(expression or "")
    return Opening(State.UNKNOWN, comment=span.comment or None, raw=raw, holiday=span.holiday)


def _not_understood(expression: str | None, special: _Special | None) -> Opening:
    """Hours that cannot be evaluated; a closure is sure all the same."""
    if isinstance(special, Closed):
        return Opening(State.CLOSED, closure=special)
    return Opening(State.UNKNOWN, raw=comment_of(expression or "") or None, holiday=special)
