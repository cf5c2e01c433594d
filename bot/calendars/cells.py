"""What stands in the cells of a table, spelled as people write it in one line."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.calendars.found import EntryError
from bot.talk.event_line import cleaned
from directory.tabular.cells import clock

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?)?")
_DAY_WITH_HOUR = re.compile(r"(\S+/\S+/\S+) (\d{1,2}:\d\d)(?::\d\d)?")
_HOUR = re.compile(r"(\d{1,2})\s*(?:[h:.]\s*(\d\d)?)?(?::\d\d)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_FRACTION = re.compile(r"0?[.,]\d{1,20}", re.ASCII)
_UNTIL = re.compile(r"\s*(?:-|–|à|a|to|/)\s*(?=\d)", re.IGNORECASE)
_FROM = re.compile(r"^(?:de|dès|à|at|from)\s+", re.IGNORECASE)
# Excel counts days from here; what it counts is a date of our century between these two.
_EPOCH = date(1899, 12, 30)
_DAYS = range(36_526, 73_051)
_LONGEST = 2_000
_YES = frozenset({"oui", "o", "x", "1", "vrai", "yes", "y", "true"})


def text_of(cell: str) -> str:
    """A cell without what nobody sees. Raises EntryError for a formula, or for a text beyond measure."""
    if len(cell) > _LONGEST:
        raise EntryError("events-cell-long", most=_LONGEST)
    said = cleaned(cell)
    if said.startswith("="):
        raise EntryError("events-formula")
    # How a spreadsheet, and our own export, say that a text is no formula.
    return said[1:] if re.match("'[=+@\\-]", said) else said


def day_of(said: str) -> tuple[str, str]:
    """A date as `event_line` reads it, and the hour that stands beside it, "" when none does."""
    if found := _ISO.fullmatch(said):
        hour = f"{found[4]}:{found[5]}" if found[4] and (found[4], found[5]) != ("00", "00") else ""
        return f"{found[3]}/{found[2]}/{found[1]}", hour
    if said.isascii() and said.isdecimal() and len(said) == 5 and int(said) in _DAYS:
        return f"{_EPOCH + timedelta(days=int(said)):%d/%m/%Y}", ""
    found = _DAY_WITH_HOUR.fullmatch(said)
    return (found[1], found[2]) if found else (said, "")


def hour_of(said: str) -> str:
    """When it begins, as "14:30"; "" when the cell is empty. Raises EntryError."""
    if not said:
        return ""
    if _FRACTION.fullmatch(said):
        return clock(float(said.replace(",", ".")))
    found = _HOUR.fullmatch(_UNTIL.split(_FROM.sub("", said), maxsplit=1)[0].strip())
    half = (found[3] or "").lower() if found else ""
    if not found or (half and not 1 <= int(found[1]) <= 12):
        raise EntryError("event-no-such-hour")
    hour = int(found[1]) % 12 + 12 * (half == "p") if half else int(found[1])
    return f"{hour}:{found[2] or '00'}"


def is_yes(said: str) -> bool:
    """Whether a cell says yes."""
    return said.lower() in _YES
