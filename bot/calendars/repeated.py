"""An event that comes again, in one line: "Café | chaque mardi du 02/03/2027 au 25/05/2027 14:00 | Nantes"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time

from bot.calendars.recurrence import starts
from bot.calendars.rule import Rule
from bot.records.diary import Announcement
from bot.talk.event_line import LineError, cleaned, read_line

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAY = "|".join(_DAYS)
_EACH = rf"(?:chaque|tous\s+les)\s+(?P<each>{_DAY})s?\b|un\s+(?P<other>{_DAY})\s+sur\s+deux\b"
_REPEATED = re.compile(rf"(?:{_EACH})\s*,?\s*(?P<rest>.*)", re.IGNORECASE)


def repeats(line: str) -> bool:
    """Whether the date of a line comes again."""
    parts = line.split("|")
    return len(parts) > 1 and bool(_REPEATED.fullmatch(cleaned(parts[1])))


def read_lines(line: str, *, today: date) -> tuple[Announcement, ...]:
    """The events of a line, one or, when its date comes again, one for each day that is to come.

    Raises LineError; EntryError for days that no calendar can hold.
    """
    if not repeats(line):
        return (read_line(line, today=today),)
    title, when, *others = line.split("|")
    found = _REPEATED.fullmatch(cleaned(when))
    if not found or not found["rest"]:
        raise LineError("event-repeat-end")
    span = read_line("|".join((title, found["rest"], *others)), today=today)
    if not span.start or not span.end:
        raise LineError("event-repeat-end")
    weekday = _DAYS.index((found["each"] or found["other"]).lower())
    rule = Rule("WEEKLY", interval=2 if found["other"] else 1, days=((0, weekday),))
    begins, until = datetime.combine(span.start, time()), datetime.combine(span.end, time())
    days = [day.date() for day in starts(rule, _first(begins, weekday), until=until, today=today)]
    to_come = tuple(replace(span, start=day, end=None) for day in days if day >= today)
    if not to_come:
        raise LineError("event-repeat-none")
    return to_come


def _first(begins: datetime, weekday: int) -> datetime:
    """The first such day: of "un mardi sur deux", the first Tuesday is one."""
    return begins.fromordinal(begins.toordinal() + (weekday - begins.weekday()) % 7)
