"""Times and dates as people say them."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from babel.dates import format_date

from bot.talk.wording import Voice


@lru_cache(maxsize=4096)
def _date(day: date, shape: str, locale: str) -> str:
    return format_date(day, shape, locale=locale)


def clock(voice: Voice, at: datetime | time) -> str:
    """ "17 h", "9 h 30"."""
    if at.minute:
        return voice("clock-hour-minute", hour=str(at.hour), minute=f"{at.minute:02}")
    return voice("clock-hour", hour=str(at.hour))


def weekday(voice: Voice, day: date) -> str:
    """ "lundi"."""
    return _date(day, "EEEE", voice.locale)


def short_date(voice: Voice, day: date) -> str:
    """ "12 mars 2026"."""
    return _date(day, "long", voice.locale)


def day_name(voice: Voice, day: date, today: date) -> str:
    """ "aujourd’hui", "demain", "lundi", or the date when it is a week away or more."""
    ahead = (day - today).days
    if ahead == 0:
        return voice("day-today")
    if ahead == 1:
        return voice("day-tomorrow")
    return weekday(voice, day) if 0 < ahead < 7 else short_date(voice, day)


_WEEKDAYS = (
    date(2024, 1, 1),
    date(2024, 1, 2),
    date(2024, 1, 3),
    date(2024, 1, 4),
    date(2024, 1, 5),
    date(2024, 1, 6),
    date(2024, 1, 7),
)


def weekday_name(voice: Voice, place: int) -> str:
    """The name of a day of the week, 0 for Monday."""
    return weekday(voice, _WEEKDAYS[place])


def moment_name(voice: Voice, code: str) -> str:
    """A code of `bot.talk.moments` in words: "samedi matin", "demain à 14 h"."""
    if code == "now":
        return voice("moment-now")
    day, _, hour = code.partition("@")
    day, _, part = day.partition(":")
    if day == "weekend":
        return voice("moment-weekend")
    if day == "d0" and part:
        return voice(f"part-today-{part}")
    name = {"d0": "day-today", "d1": "day-tomorrow", "d2": "day-after-tomorrow"}.get(day)
    said = voice(name) if name else weekday_name(voice, int(day[1])) if day[0] == "w" else day
    if hour:
        return voice("moment-day-hour", day=said, time=clock(voice, time.fromisoformat(hour)))
    return voice("moment-day-part", day=said, part=voice(f"part-{part}")) if part else voice("moment-day", day=said)
