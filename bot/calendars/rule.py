"""A rule of repetition (RFC 5545, RRULE), and the days that it gives.

Followed period by period and day by day, between two dates: a library would look for a 30th of February until the
year 9999 (dateutil takes 7 s for it). The tests hold the days to those of dateutil.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from bot.calendars.found import EntryError

_LONGEST_RULE = 300
_OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"})
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(rf"([+-]?\d{{1,2}})?({'|'.join(_WEEKDAYS)})", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,5}", re.ASCII)
_MOST_APART, _MOST_TIMES = 1_000, 99_999


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says. `days`: pairs (which one of the month or year, 0 for all; weekday from 0 for Monday)."""

    often: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    week_start: int = 0
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()

    @classmethod
    def read(cls, written: str) -> Self:
        """Read a rule. Raises EntryError for what is none, or runs too fast."""
        said = written.strip().upper().rstrip(";")
        pairs = [part.partition("=") for part in said.split(";")]
        parts = {name.strip(): value.strip() for name, _, value in pairs}
        if len(said) > _LONGEST_RULE or len(parts) != len(pairs) or "FREQ" not in parts:
            raise EntryError("events-rule-unread")
        if parts["FREQ"] not in _OFTEN:
            raise EntryError("events-rule-often")
        if not parts.keys() <= _KNOWN or not all(parts.values()) or parts.get("WKST", "MO") not in _WEEKDAYS:
            raise EntryError("events-rule-unread")
        return cls(
            often=parts["FREQ"],
            interval=_numbers(parts.get("INTERVAL", "1"), 1, _MOST_APART)[0],
            count=_numbers(parts["COUNT"], 1, _MOST_TIMES)[0] if "COUNT" in parts else None,
            until=parts.get("UNTIL", ""),
            week_start=_WEEKDAYS.index(parts.get("WKST", "MO")),
            days=tuple(_weekday(each) for each in parts["BYDAY"].split(",")) if "BYDAY" in parts else (),
            month_days=_numbers(parts.get("BYMONTHDAY", ""), -31, 31),
            months=_numbers(parts.get("BYMONTH", ""), 1, 12),
            positions=_numbers(parts.get("BYSETPOS", ""), -366, 366),
        )

    def between(self, first: date, last: date) -> Iterator[date]:
        """The days of the rule from its beginning, `first`, to `last`, in order."""
        rule = self._like(first)
        for begins, length in rule.periods(first, last):
            held = [day for number in range(length) if rule.holds(day := begins + timedelta(days=number))]
            if rule.positions:
                chosen = {held[at] for each in rule.positions if -len(held) <= (at := each - (each > 0)) < len(held)}
                held = sorted(chosen)
            yield from (day for day in held if first <= day <= last)

    def _like(self, first: date) -> Rule:
        """The same rule, with what it does not say taken from its first day."""
        if self.days or self.month_days or self.often == "DAILY":
            return self
        if self.often == "WEEKLY":
            return replace(self, days=((0, first.weekday()),))
        months = self.months or ((first.month,) if self.often == "YEARLY" else ())
        return replace(self, month_days=(first.day,), months=months)

    def periods(self, first: date, last: date) -> Iterator[tuple[date, int]]:
        """The first day and the length of each period that the interval keeps."""
        if self.often in ("DAILY", "WEEKLY"):
            length = 7 if self.often == "WEEKLY" else 1
            begins = first - timedelta(days=(first.weekday() - self.week_start) % 7 if length > 1 else 0)
            while begins <= last:
                yield begins, length
                begins += timedelta(days=length * self.interval)
            return
        months = 12 if self.often == "YEARLY" else 1
        at = first.year * 12 + (0 if months > 1 else first.month - 1)
        while (begins := date(at // 12, at % 12 + 1, 1)) <= last:
            ends = date((at + months) // 12, (at + months) % 12 + 1, 1)
            yield begins, (ends - begins).days
            at += months * self.interval

    def holds(self, day: date) -> bool:
        """Whether a day of a period that is kept is one of the rule."""
        if self.months and day.month not in self.months:
            return False
        length = monthrange(day.year, day.month)[1]
        if self.month_days and not {day.day, day.day - length - 1} & set(self.month_days):
            return False
        return not self.days or any(weekday == day.weekday() and self._is(day, which) for which, weekday in self.days)

    def _is(self, day: date, which: int) -> bool:
        """Whether a day is the first, the second, the last… of its weekday, in its month or its year."""
        if not which or self.often in ("DAILY", "WEEKLY"):
            return True
        if self.often == "YEARLY" and not self.months:
            place, length = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
        else:
            place, length = day.day, monthrange(day.year, day.month)[1]
        return which in ((place - 1) // 7 + 1, -((length - place) // 7 + 1))


def _numbers(said: str, least: int, most: int) -> tuple[int, ...]:
    """Numbers between two, never 0; none for nothing."""
    found = said.split(",") if said else []
    if not all(_NUMBER.fullmatch(each) and least <= int(each) <= most and int(each) for each in found):
        raise EntryError("events-rule-unread")
    return tuple(map(int, found))


def _weekday(said: str) -> tuple[int, int]:
    found = _BYDAY.fullmatch(said)
    if not found or (found[1] and not 1 <= abs(int(found[1])) <= 53):
        raise EntryError("events-rule-unread")
    return int(found[1] or 0), _WEEKDAYS.index(found[2])
