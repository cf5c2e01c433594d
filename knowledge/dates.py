"""Dates and hours in words."""

from __future__ import annotations

from datetime import date, time

from babel.dates import format_date

from knowledge.model import Event


def day(when: date, locale: str = "fr", *, weekday: bool = False, year: bool = True) -> str:
    """ "1er octobre 2024", "jeudi 19 septembre 2024", "1 October 2024"."""
    pattern = ("EEEE " if weekday else "") + "d MMMM" + (" y" if year else "")
    said = str(format_date(when, pattern, locale=locale))
    return said.replace("1 ", "1er ", 1) if locale == "fr" and when.day == 1 else said


def hour(at: time, locale: str = "fr") -> str:
    """ "14 h 30", "10 h" in French, "14:30" elsewhere."""
    if locale != "fr":
        return f"{at.hour}:{at.minute:02}"
    return f"{at.hour} h {at.minute:02}" if at.minute else f"{at.hour} h"


def when(event: Event, locale: str = "fr") -> str:
    """When an event takes place, as precisely as its document says."""
    if not event.start:
        return event.said
    if event.end and event.end != event.start:
        same_month = (event.start.year, event.start.month) == (event.end.year, event.end.month)
        first = (
            str(event.start.day) if same_month else day(event.start, locale, year=event.start.year != event.end.year)
        )
        if same_month and event.start.day == 1 and locale == "fr":
            first = "1er"
        joined = "{} et {}" if (event.end - event.start).days == 1 else "du {} au {}"
        if locale != "fr":
            joined = "{} – {}"
        return joined.format(first, day(event.end, locale))
    return day(event.start, locale, weekday=True)


def last_day(event: Event) -> date | None:
    """The last day of an event, None when its date is vague."""
    return event.end or event.start
