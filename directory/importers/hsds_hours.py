"""HSDS schedules, which are recurrences of RFC 5545, as one OSM expression. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from directory.hours_week import DAYS, comment, named, span
from directory.importers import picking

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NTH = re.compile(r"([1-5]|-1)(MO|TU|WE|TH|FR|SA|SU)")
_TOLD = ("description", "notes")


def expression(schedules: Sequence[Mapping[str, Any]]) -> str | None:
    """All the schedules of a place or service; only their words when one of them is not surely read."""
    rules = [_rule(schedule) for schedule in schedules]
    known = [rule for rule in rules if rule]
    if len(known) < len(rules):
        said = (picking.text(schedule, name) for schedule in schedules for name in _TOLD)
        return comment(". ".join(dict.fromkeys(part for part in said if part)))
    # Different days: each rule adds to the others instead of replacing them.
    return ", ".join(known) or None


def _rule(schedule: Mapping[str, Any]) -> str | None:
    hours = span(schedule.get("opens_at"), schedule.get("closes_at"))
    days = _days(schedule)
    season = _season(schedule)
    if not hours or not days or season is None:
        return None
    said = f"{season}{days} {hours[0]}-{hours[1]}"
    notes = comment(" ".join(part for name in _TOLD if (part := picking.text(schedule, name))))
    return f"{said} {notes}" if notes else said


def _days(schedule: Mapping[str, Any]) -> str | None:
    every = schedule.get("interval")
    if (every not in (None, 1, "1")) or any(schedule.get(name) for name in ("bymonthday", "byweekno", "byyearday")):
        return None
    written = [day.strip().upper() for day in picking.text(schedule, "byday").split(",") if day.strip()]
    match picking.text(schedule, "freq").upper():
        case "DAILY" if not written:
            return named(range(len(DAYS)))
        case "WEEKLY" if written and set(written) <= {*_NAMES}:
            return named(sorted({_NAMES.index(day) for day in written}))
        case "MONTHLY" if written:
            return _of_the_month(written)
    return None


def _of_the_month(written: Sequence[str]) -> str | None:
    found = [_NTH.fullmatch(day) for day in written]
    if None in found:
        return None
    return ",".join(f"{DAYS[_NAMES.index(day[2])]}[{day[1]}]" for day in found if day)


def _season(schedule: Mapping[str, Any]) -> str | None:
    """Between which days it holds: "" when always, None when it cannot be said."""
    first = picking.text(schedule, "valid_from")
    last = picking.text(schedule, "valid_to") or picking.text(schedule, "until")
    if not last:
        return ""
    end = picking.day(last)
    start = picking.day(first) if first else end and end.replace(month=1, day=1)
    return f"{_written(start)}-{_written(end)} " if start and end and start <= end else None


def _written(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02}"
