"""How many hours a week a door is open for sure. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from directory.hours import Hours
from directory.hours_grammar import read_rules
from directory.hours_spans import State, spans_from


def weekly_hours(hours: Hours, monday: date) -> float | None:
    """The hours of the week that begins on a day, as written, closures aside; None: nothing sure is known.

    >>> from directory.hours_grammar import Spot
    >>> weekly_hours(Hours("Mo-Fr 09:00-12:00", Spot("Europe/Paris")), date(2026, 3, 9))
    15.0
    """
    rules = read_rules(hours.expression, hours.spot)
    if rules is None:
        return None
    start = datetime.combine(monday, time(), ZoneInfo(hours.spot.zone))
    end = start + timedelta(days=7)
    sure, unsure = timedelta(0), False
    for span in spans_from(rules, start, {}):
        if span.start >= end:
            break
        if span.state is State.OPEN:
            sure += min(span.end, end) - span.start
        unsure = unsure or span.state is State.UNKNOWN
    return sure / timedelta(hours=1) if sure or not unsure else None
