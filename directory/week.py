"""Opening hours that come back every week or every month, when they can be said plainly. Pure.

Only what leaves no doubt is read: days, "the first Tuesday", hours, days off, public holidays off. The rest
(seasons, school holidays, comments, fallbacks, sunrise) is `directory.hours`' affair, moment by moment.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_CLOCK = r"(?:[01]\d|2[0-4]):[0-5]\d"
_RULE = re.compile(
    rf"(?:(?P<days>{_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)*)|(?P<day>{_DAY})\[(?P<nth>[1-5]|-1)\])?\s*"
    rf"(?P<hours>{_CLOCK}-{_CLOCK}(?:,{_CLOCK}-{_CLOCK})*|off|closed)"
)
_HOLIDAYS_OFF = re.compile(r"PH\s+(?:off|closed)")


class Slot(NamedTuple):
    """From an hour to another, "HH:MM"; `closes` before `opens`: the morning after; "24:00": midnight."""

    opens: str
    closes: str


class Pattern(NamedTuple):
    """Days with the same hours. `nth`: which of the month (-1: the last); None: every week."""

    days: tuple[str, ...]
    slots: tuple[Slot, ...]
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """All that the hours say: no day but these is open. `holidays_off`: closed on public holidays, expressly."""

    patterns: tuple[Pattern, ...]
    holidays_off: bool = False

    @property
    def always(self) -> bool:
        """Day and night, every day."""
        return self.patterns == (Pattern(DAYS, (Slot("00:00", "24:00"),)),)


def read_week(expression: str | None) -> Week | None:
    """The hours of an OSM expression, None when they cannot be said without a doubt."""
    rules = [" ".join(rule.split()) for rule in (expression or "").split(";") if rule.strip()]
    usual = [rule for rule in rules if not _HOLIDAYS_OFF.fullmatch(rule)]
    if usual == ["24/7"]:
        return Week((Pattern(DAYS, (Slot("00:00", "24:00"),)),), holidays_off=len(rules) > 1)
    weekly: dict[str, tuple[Slot, ...]] = {}
    monthly: defaultdict[tuple[str, int], tuple[Slot, ...]] = defaultdict(tuple)
    for rule in usual:
        read = _RULE.fullmatch(rule)
        slots = _slots(read["hours"]) if read else None
        if read is None or slots is None:
            return None
        if read["day"]:
            monthly[read["day"], int(read["nth"])] = slots
        else:
            # A later rule wins on its days, as the specification has it.
            weekly.update(dict.fromkeys(_days(read["days"]), slots))
    if {day for day, _ in monthly} & weekly.keys() or not usual:
        return None
    if len(usual) > 1 and any(slot.closes < slot.opens for slots in weekly.values() for slot in slots):
        return None  # what is left of a night after another rule is read in more than one way
    found = (*_alike(weekly), *(Pattern((day,), slots, nth) for (day, nth), slots in monthly.items() if slots))
    return Week(found, holidays_off=len(usual) < len(rules)) if found else None


def _alike(weekly: dict[str, tuple[Slot, ...]]) -> Iterable[Pattern]:
    together: defaultdict[tuple[Slot, ...], list[str]] = defaultdict(list)
    for day in DAYS:
        if slots := weekly.get(day):
            together[slots].append(day)
    return (Pattern(tuple(days), slots) for slots, days in together.items())


def _days(written: str | None) -> list[str]:
    if written is None:
        return list(DAYS)
    found: list[str] = []
    for part in written.split(","):
        first, _, last = part.partition("-")
        start, count = DAYS.index(first), (DAYS.index(last or first) - DAYS.index(first)) % 7 + 1
        found += [DAYS[(start + ahead) % 7] for ahead in range(count)]
    return found


def _slots(written: str) -> tuple[Slot, ...] | None:
    """None when an hour does not exist, or when two slots meet."""
    if not written[0].isdigit():
        return ()
    slots = tuple(sorted(Slot(*part.split("-")) for part in written.split(",")))
    wrong = any(slot.opens >= "24:00" or slot.closes > "24:00" or slot.opens == slot.closes for slot in slots)
    nights = [slot for slot in slots if slot.closes < slot.opens]
    apart = all(first.closes < second.opens for first, second in pairwise(slots))
    return None if wrong or not apart or (nights and len(slots) > 1) else slots
