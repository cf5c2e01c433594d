"""Opening hours as HSDS schedules: an RRULE (RFC 5545) for each set of days and hours, or the words alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from directory.hours_grammar import comment_of
from directory.week import Pattern, Slot, read_week


def schedules(expression: str | None, identifier: Callable[[int], str]) -> list[dict[str, Any]]:
    """The schedules of an OSM expression, which each holds as its description.

    Hours are those of the place. Public holidays off stand in `notes`: HSDS has no rule for them. `identifier`: the
    UUID of the schedule of a number.
    """
    if not expression or not (said := comment_of(expression)):
        return []
    week = read_week(expression)
    if week is None:
        return [{"id": identifier(0), "description": said}]
    rules = [(pattern, slot) for pattern in week.patterns for slot in pattern.slots]
    notes = {"notes": "PH off"} if week.holidays_off else {}
    return [
        {"id": identifier(number), **_rule(pattern), **_hours(slot), "description": said, **notes}
        for number, (pattern, slot) in enumerate(rules)
    ]


def _rule(pattern: Pattern) -> dict[str, Any]:
    days = [day.upper() for day in pattern.days]
    if pattern.nth is None:
        return {"freq": "WEEKLY", "interval": 1, "wkst": "MO", "byday": ",".join(days)}
    return {"freq": "MONTHLY", "interval": 1, "byday": ",".join(f"{pattern.nth}{day}" for day in days)}


def _hours(slot: Slot) -> dict[str, str]:
    return {"opens_at": slot.opens, "closes_at": slot.closes}
