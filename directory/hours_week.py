"""A week of opening hours, day by day, written in OSM's syntax. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
Hours = tuple[str, str]
"""From when to when: ("09:00", "12:30")."""

_CLOCK = re.compile(r"([01]?\d|2[0-4])[:hH]?([0-5]\d)(?::[0-5]\d)?")
_LONGEST_COMMENT = 400
# Closing earlier than opening is the next day only for what opens in the evening.
_EVENING = "16:00"


def clock(written: object) -> str | None:
    """An hour of the day, from "830", "8:30", "08:30:00" or 830; None when it is none.

    >>> clock(830), clock("9h00"), clock("2500")
    ('08:30', '09:00', None)
    """
    said = str(written).strip() if isinstance(written, str | int) and not isinstance(written, bool) else ""
    found = _CLOCK.fullmatch(said.zfill(4) if said.isascii() and said.isdigit() else said)
    if not found or (found[1] == "24" and found[2] != "00"):
        return None
    return f"{int(found[1]):02}:{found[2]}"


def span(start: object, end: object) -> Hours | None:
    """Two hours that make an opening; None when they do not."""
    opens, closes = clock(start), clock(end)
    if not opens or not closes or opens in (closes, "24:00"):
        return None
    if closes < opens < _EVENING:
        return None
    return opens, closes


def week(days: Mapping[int, Sequence[Hours]]) -> str | None:
    """Hours of each day (0: Monday) as one expression, the same ones together; None when there are none.

    >>> week({0: [("09:00", "12:00")], 1: [("09:00", "12:00")], 5: [("10:00", "11:00")]})
    'Mo-Tu 09:00-12:00; Sa 10:00-11:00'
    """
    said = {
        day: ",".join(f"{start}-{end}" for start, end in sorted(set(hours))) for day, hours in days.items() if hours
    }
    groups: list[tuple[list[int], str]] = []
    for day in sorted(said):
        if groups and groups[-1][1] == said[day]:
            groups[-1][0].append(day)
        else:
            groups.append(([day], said[day]))
    return "; ".join(f"{named(group)} {hours}" for group, hours in groups) or None


def named(days: Sequence[int]) -> str:
    """Days of the week, in order, as OSM names them: "Mo-Fr", "Mo,We"."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs)


def comment(text: str) -> str | None:
    """Words alone: shown as they are, and never open. None when there are none."""
    said = " ".join(text.replace('"', "'").split())[:_LONGEST_COMMENT]
    return f'"{said}"' if said else None
