"""The days a place is closed, as an editor writes them: "du 1er au 20 août", "jusqu'au 3 janvier", "demain". Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from directory.words import fold

LONGEST = timedelta(days=366)
_BEGUN = timedelta(days=62)  # a closure that began earlier is rather one whose days were exchanged
_MONTHS = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
]
_DAY = rf"(\d{{1,2}})(?:er)?(?:(?:\s+({'|'.join(_MONTHS)})|[/.-](\d{{1,2}}))(?:(?:\s+|[/.-])(\d{{4}}))?)?"
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SPAN = re.compile(rf"(?:ferme\w*\s+)?(?:du\s+)?{_DAY}\s*(?:au|a|-|–|jusqu'?\s?au)\s*{_DAY}(?:\s+inclus)?")
_UNTIL = re.compile(rf"(?:ferme\w*\s+)?jusqu'?\s?(?:au|a)\s+{_DAY}(?:\s+inclus)?")
_ONE = re.compile(rf"(?:ferme\w*\s+)?(?:le\s+)?{_DAY}")
_NEAR = {"aujourd'hui": 0, "aujourdhui": 0, "demain": 1}


class DaysError(ValueError):
    """Days that cannot be read; the message is the name of the sentence that says what to do."""


def closed_days(said: str, *, today: date) -> tuple[date, date]:
    """The first and the last day, included. Without a year, those to come, or under way. Raises DaysError.

    >>> closed_days("du 1er au 20 août", today=date(2026, 7, 2))
    (datetime.date(2026, 8, 1), datetime.date(2026, 8, 20))
    >>> closed_days("du 28 décembre au 3 janvier", today=date(2026, 7, 2))
    (datetime.date(2026, 12, 28), datetime.date(2027, 1, 3))
    """
    text = _ISO.sub(lambda found: f"{found[3]}/{found[2]}/{found[1]}", " ".join(fold(said).replace("’", "'").split()))
    if text in _NEAR:
        return (day := today + timedelta(days=_NEAR[text])), day
    if found := _SPAN.fullmatch(text):
        groups = found.groups()
        last = _day(groups[4:], today)
        first = _before(groups[:4], last)
    elif found := _UNTIL.fullmatch(text):
        first, last = today, _day(found.groups(), today)
    elif found := _ONE.fullmatch(text):
        first = last = _day(found.groups(), today)
    else:
        raise DaysError("closed-days-unread")
    if last < first or first < today - _BEGUN:
        raise DaysError("closed-days-reversed")
    if last < today:
        raise DaysError("closed-days-past")
    if last - first > LONGEST:
        raise DaysError("closed-days-long")
    return first, last


Parts = tuple[str | None, ...]


def _day(parts: Parts, today: date) -> date:
    """A day with its month; the next one when no year is told."""
    number, name, month, year = parts
    if not (name or month):
        raise DaysError("closed-days-month")
    if year:
        return _date(int(year), name, month, number)
    found = _date(today.year, name, month, number)
    return found if found >= today else _date(today.year + 1, name, month, number)


def _before(parts: Parts, last: date) -> date:
    """The first day: of the last one's month and year when it tells none, of the year before when it comes after."""
    number, name, month, year = parts
    if not (name or month):
        return _date(last.year, None, str(last.month), number)
    if year:
        return _date(int(year), name, month, number)
    found = _date(last.year, name, month, number)
    return found if found <= last else _date(last.year - 1, name, month, number)


def _date(year: int, name: str | None, month: str | None, number: str | None) -> date:
    try:
        return date(year, _MONTHS.index(name) + 1 if name else int(month or 0), int(number or 0))
    except ValueError:
        raise DaysError("closed-days-no-such-day") from None
