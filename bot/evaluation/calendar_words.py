"""Dates and hours brought to one writing: "September 24 and 25" and "24–25 septembre", "2:30 pm" and "14h30"."""

from __future__ import annotations

import re

_FRENCH_OF = {
    "january": "janvier",
    "february": "fevrier",
    "march": "mars",
    "april": "avril",
    "may": "mai",
    "june": "juin",
    "july": "juillet",
    "august": "aout",
    "september": "septembre",
    "october": "octobre",
    "november": "novembre",
    "december": "decembre",
}
FRENCH = tuple(_FRENCH_OF.values())
_TRANSLATED = _FRENCH_OF | {"oct.": "octobre", "nov.": "novembre", "dec.": "decembre"}
_MONTH = f"(?:{'|'.join(FRENCH)})"
_YEAR = r"(?:19|20)\d\d"

# "may" is also a verb: it is a month beside a number only.
_FOREIGN_MONTH = re.compile(
    rf"\b(?:{'|'.join(each for each in _FRENCH_OF if each != 'may')})\b"
    r"|\b(?:oct|nov|dec)\.|(?<=\d )may\b|\bmay(?= \d)"
)
_DAY_OF_MONTH = re.compile(rf"(\d) of ({_MONTH})")
_MONTH_THEN_DAYS = re.compile(rf"(?<!\d )\b({_MONTH}) (\d{{1,2}})\s*(?:-|to|and|&)\s*(\d{{1,2}})(?!\d)")
_MONTH_THEN_DAY = re.compile(rf"(?<!\d )\b({_MONTH}) (\d{{1,2}})(?![\dh:])")
_COMMA_YEAR = re.compile(rf"(\d{{1,2}} {_MONTH}), ?(\d{{4}})")
_NUMERIC = re.compile(r"\b0?(\d{1,2})[/.](0?[1-9]|1[0-2])[/.](20\d\d)\b")
_LEADING_ZERO = re.compile(rf"(?<!\d)0(\d {_MONTH})")
_DAYS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?: {_MONTH})?\s*(?:-|et|au?|and|to|&)\s*(?:le )?(\d{{1,2}}) ({_MONTH})",
)
_YEARS = re.compile(rf"\b({_YEAR})\s*(?:[-/]|et|au?|to|and)\s*({_YEAR})\b")

_TWELVE_HOURS = re.compile(r"\b(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])\.?m\b\.?")
_HOURS_AND_MINUTES = re.compile(r"\b(\d{1,2})\s*(?:h|:|heures?)\s*(\d{2})\b")
_ON_THE_HOUR = re.compile(r"\b0?(\d{1,2})h00\b")
_HOURS = re.compile(r"\b(\d{1,2})\s*(?:heures?|h)\b")


def _numeric(found: re.Match[str]) -> str:
    return f"{int(found[1])} {FRENCH[int(found[2]) - 1]} {found[3]}"


def _on_24_hours(found: re.Match[str]) -> str:
    return f"{int(found[1]) % 12 + (12 if found[3] == 'p' else 0)}h{found[2] or ''}"


def one_date_writing(text: str) -> str:
    """Text already in lower case, its dates as "1 octobre 2024", "24-25 septembre", "2024-2027"."""
    text = _FOREIGN_MONTH.sub(lambda found: _TRANSLATED[found[0]], text)
    text = _DAY_OF_MONTH.sub(r"\1 \2", text)
    text = _MONTH_THEN_DAYS.sub(r"\2-\3 \1", text)
    text = _MONTH_THEN_DAY.sub(r"\2 \1", text)
    text = _COMMA_YEAR.sub(r"\1 \2", text)
    text = _NUMERIC.sub(_numeric, text)
    text = _LEADING_ZERO.sub(r"\1", text)
    text = _DAYS.sub(r"\1-\2 \3", text)
    return _YEARS.sub(r"\1-\2", text)


def one_hour_writing(text: str) -> str:
    """Text already in lower case, its hours as "9h", "14h30"."""
    text = _TWELVE_HOURS.sub(_on_24_hours, text)
    text = _HOURS_AND_MINUTES.sub(r"\1h\2", text)
    text = _ON_THE_HOUR.sub(r"\1h", text)
    return _HOURS.sub(r"\1h", text)
