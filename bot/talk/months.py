"""Months as agents write them: "octobre", "octobre 2026", "10/2026", "2026-10"; and in words. Pure."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date, get_month_names

from directory.words import words

_FIGURES = re.compile(r"(?:(?P<year>20\d{2})-(?P<month>\d{1,2})|(?P<month_>\d{1,2})/(?P<year_>20\d{2}))")
_YEAR = re.compile(r"20\d{2}")
_NUMBERS = {words(name)[0]: number for number, name in get_month_names("wide", locale="fr").items()}


def month_said(said: str, today: date) -> date | None:
    """The first day of the month that is written, the last one of that name when its year is not said; None: none is.

    >>> month_said("décembre", date(2026, 11, 27)), month_said("02/2027", date(2026, 11, 27))
    (datetime.date(2025, 12, 1), datetime.date(2027, 2, 1))
    """
    if found := _FIGURES.fullmatch(said.strip()):
        year, month = found["year"] or found["year_"], int(found["month"] or found["month_"])
        return date(int(year), month, 1) if 1 <= month <= 12 else None
    spoken = words(said)
    number = next((_NUMBERS[word] for word in spoken if word in _NUMBERS), 0)
    if not number:
        return None
    year = next((int(word) for word in spoken if _YEAR.fullmatch(word)), today.year - (number > today.month))
    return date(year, number, 1)


def month_name(month: date, locale: str) -> str:
    """ "octobre 2026"."""
    return str(format_date(month, "LLLL y", locale=locale))
