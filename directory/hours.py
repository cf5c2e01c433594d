"""Open or not, until when, again when: one answer for what is shown and for what is filtered.

Unknown is never open. Times are those of the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import NamedTuple
from zoneinfo import ZoneInfo

import opening_hours

from directory.holidays import Holiday
from directory.hours_grammar import Rules, Spot, comment_of, read_rules
from directory.hours_spans import Closed, Span, Special, State, spans_from, special_days
from directory.when import NOW, When

__all__ = ["Closed", "Hours", "Opening", "State", "open_during", "opening"]

# Open for longer without a break: day and night, all year round.
_ENDLESS = timedelta(days=300)


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


class _Seen(NamedTuple):
    """The state at the moment asked; the spans met from its start, the last one open if any is; those that follow.

    `rules`: None when the hours are not understood, and then `special` is what the day is.
    """

    state: State
    rules: Rules | None
    met: list[Span]
    rest: Iterator[Span]
    special: Special | None = None


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
        if when.start is None and now.tzinfo is not None:
            rules = read_rules(self.expression, self.spot)
            # No closure, holiday or comment opens what the rules close: no need to cut the year in days.
            if rules and rules.hours.state(now.astimezone(ZoneInfo(self.spot.zone)))[0] == opening_hours.State.CLOSED:
                return State.CLOSED
        return self._seen(when, now).state

    def _seen(self, when: When, now: datetime) -> _Seen:
        """The one reading of the hours, for what is shown and for what is filtered."""
        if now.tzinfo is None:
            raise ValueError("a moment needs its zone")
        zone = ZoneInfo(self.spot.zone)
        start = now.astimezone(zone) if when.start is None else when.start.replace(tzinfo=zone)
        end = None if when.end is None else when.end.replace(tzinfo=zone)
        rules, special = read_rules(self.expression, self.spot), special_days(self.spot, self.closures, start)
        if rules is None:
            today = special.get(start.date())
            return _Seen(State.CLOSED if isinstance(today, Closed) else State.UNKNOWN, None, [], iter(()), today)
        spans = spans_from(rules, start, special)
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


def _open(rules: Rules, asked: Span, rest: Iterator[Span], *, shown_since: bool) -> Opening:
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


def _closed(asked: Span, spans: Iterator[Span]) -> Opening:
    following = next((span.start for span in spans if span.state is State.OPEN), None)
    return Opening(
        State.CLOSED, next=following, comment=asked.comment or None, closure=asked.closure, holiday=asked.holiday
    )


def _unknown(expression: str | None, span: Span) -> Opening:
    raw = comment_of(expression or "")
    return Opening(State.UNKNOWN, comment=span.comment or None, raw=raw, holiday=span.holiday)


def _not_understood(expression: str | None, special: Special | None) -> Opening:
    """Hours that cannot be evaluated; a closure is sure all the same."""
    if isinstance(special, Closed):
        return Opening(State.CLOSED, closure=special)
    return Opening(State.UNKNOWN, raw=comment_of(expression or "") or None, holiday=special)
