"""What moment a message asks for: "ouvert maintenant", "samedi matin", "demain à 14 h". Pure.

A moment is kept as a short code that fits a button and a saved search: `now`, `d1:morning`, `w5`, `weekend`,
`d0@14:30`. It is turned into hours only when the place, and so the local time, is known.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from directory.when import NOW, When
from directory.words import words

_DATA = Path(__file__).parent / "data" / "moments.toml"
_CODE = re.compile(r"now|(?:d[0-9]|w[0-6]|weekend)(?::(?:morning|noon|afternoon|evening|night))?(?:@\d\d:\d\d)?")
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their words: whole moments, days, parts of the day; hours of the parts; exceptions."""

    whole: Mapping[tuple[str, ...], str]
    days: Mapping[tuple[str, ...], str]
    parts: Mapping[tuple[str, ...], str]
    hours: Mapping[str, tuple[int, int]]
    not_now: frozenset[tuple[str, ...]]


@cache
def phrases() -> Phrases:
    """The phrases of `data/moments.toml`."""
    read: dict[str, Any] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    tables = {
        name: {words(phrase): code for code, listed in read[name].items() for phrase in listed}
        for name in ("whole", "days", "parts")
    }
    hours = {part: (first, last) for part, (first, last) in read["hours"].items()}
    return Phrases(**tables, hours=hours, not_now=frozenset(words(p) for p in read["not_now"]["phrases"]))


def read_moment(said: Sequence[str]) -> str | None:
    """The code of the moment that folded words ask for, None when they ask for none.

    >>> read_moment("douche samedi matin".split())
    'w5:morning'
    """
    return find_moment(said)[0]


def find_moment(said: Sequence[str]) -> tuple[str | None, frozenset[int]]:
    """The code of the moment, and which of the words say it: those name no place."""
    known = phrases()
    tables = {"whole": known.whole, "day": known.days, "part": known.parts}
    found: dict[str, str] = {}
    taken: set[int] = set()
    for start, end, phrase in _windows(said):
        here = set(range(start, end))
        name = next((n for n, table in tables.items() if phrase in table and n not in found), None)
        if here & taken or not (name or phrase in known.not_now):
            continue
        taken |= here
        if phrase not in known.not_now and name:
            found[name] = tables[name][phrase]
    code = _joined(found, read_hour(said))
    return code, frozenset(taken if code else ())


def _joined(found: Mapping[str, str], hour: str | None) -> str | None:
    whole, day = found.get("whole"), found.get("day")
    if day:
        part = found.get("part") or (whole.partition(":")[2] if whole else "")
        return f"{day}@{hour}" if hour else f"{day}:{part}" if part else day
    if hour and whole != "now":
        return f"d0@{hour}"
    return whole


def _windows(said: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for length in range(_LONGEST, 0, -1):
        for start in range(len(said) - length + 1):
            yield start, start + length, tuple(said[start : start + length])


_BEFORE_HOUR = frozenset(("a", "vers", "des", "avant", "apres", "jusqu", "at", "around", "las", "الساعه", "о"))


def read_hour(said: Sequence[str]) -> str | None:
    """An hour said after a preposition ("à 14 h", "vers 9h30", "at 5 pm") as HH:MM, None when there is none."""
    for before, word, *after in _neighbours(said):
        if before not in _BEFORE_HOUR:
            continue
        if match := re.fullmatch(r"(\d{1,2})h(\d{2})?", word):
            return _clock(int(match[1]), int(match[2] or 0))
        if word.isdecimal() and len(word) <= 2 and after and after[0] in ("h", "heures", "heure", "am", "pm"):
            evening = 12 if after[0] == "pm" and int(word) < 12 else 0
            minutes = int(after[1]) if len(after) > 1 and after[1].isdecimal() and len(after[1]) == 2 else 0
            return _clock(int(word) + evening, minutes)
    return None


def _neighbours(said: Sequence[str]) -> Iterator[Sequence[str]]:
    for index in range(len(said) - 1):
        yield said[index : index + 4]


def _clock(hour: int, minute: int) -> str | None:
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def is_moment(code: str) -> bool:
    """Whether a text is the code of a moment (a button can be forged)."""
    return _CODE.fullmatch(code) is not None


def resolve(code: str, local_now: datetime) -> When:
    """The hours that a code means where it is `local_now` (naive, wall clock of the place).

    Raises ValueError for what is not a code. A day or a part of it that has begun starts now.
    """
    if not is_moment(code):
        raise ValueError(f"not a moment: {code!r}")
    if code == "now":
        return NOW
    day, _, clock = code.partition("@")
    day, _, part = day.partition(":")
    midnight = datetime.combine(local_now.date(), time()) + timedelta(days=_days_ahead(day, local_now))
    if clock:
        hour, minute = map(int, clock.split(":"))
        start = midnight + timedelta(hours=hour, minutes=minute)
        return When(start=start, end=start + timedelta(minutes=1))
    first, last = phrases().hours[part] if part else (0, 48 if day == "weekend" else 24)
    start, end = midnight + timedelta(hours=first), midnight + timedelta(hours=last)
    return When(start=max(start, local_now) if end > local_now else start, end=end)


def _days_ahead(day: str, local_now: datetime) -> int:
    if day == "weekend":
        return (5 - local_now.weekday()) % 7 if local_now.weekday() != 6 else -1
    if day.startswith("w"):
        return (int(day[1]) - local_now.weekday()) % 7
    return int(day[1:])
