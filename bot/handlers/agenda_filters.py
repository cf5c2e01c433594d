"""What somebody chose to see of an agenda: a month, an axis of the pact, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from babel.dates import format_date

from bot.talk.event_line import cleaned
from knowledge.base import Knowledge
from knowledge.calendar import in_month, saying
from knowledge.dates import last_day
from knowledge.model import Event

MONTH, AXIS, WORDS = "mois", "axe", "mots"
LONGEST_WORDS = 80
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
_AXIS = re.compile(r"[1-4]", re.ASCII)
# More would be no choice any more.
_MOST_MONTHS = 60


@dataclass(frozen=True, slots=True)
class Filters:
    """`month`: "2027-03"; `axis`: "3"; "" where nothing was chosen."""

    month: str = ""
    axis: str = ""
    words: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """Read what an address carries; what is not as the page writes it is nothing."""
        month, axis = query.get(MONTH, ""), query.get(AXIS, "")
        return cls(
            month if _MONTH.fullmatch(month) else "",
            axis if _AXIS.fullmatch(axis) else "",
            cleaned(query.get(WORDS, "")[: 2 * LONGEST_WORDS])[:LONGEST_WORDS].strip(),
        )

    def __bool__(self) -> bool:
        """Whether anything was chosen."""
        return bool(self.month or self.axis or self.words)

    def chosen(self, knowledge: Knowledge, events: Iterable[Event]) -> list[Event]:
        """The events that fit, in their order; one that says no axis is for all of them."""
        found = list(events)
        if when := _MONTH.fullmatch(self.month):
            found = [event for event in found if in_month(event, int(when[1]), int(when[2]))]
        if self.axis:
            found = [event for event in found if not event.axes or int(self.axis) in event.axes]
        return saying(knowledge, found, self.words) if self.words else found


def months_of(events: Iterable[Event], filters: Filters, locale: str) -> list[tuple[str, str]]:
    """The months where something takes place, and the one that was chosen, with their names; in order."""
    days = {day for event in events for day in (event.start, last_day(event)) if day}
    known = sorted({f"{day:%Y-%m}" for day in days})[-_MOST_MONTHS:]
    if filters.month and filters.month not in known:
        known = sorted((*known, filters.month))
    return [(month, _named(month, locale)) for month in known]


def _named(month: str, locale: str) -> str:
    return str(format_date(date.fromisoformat(f"{month}-01"), "LLLL y", locale=locale))
