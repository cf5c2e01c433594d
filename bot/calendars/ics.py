"""The events of an iCalendar file: single ones, series, and the days of a series that were moved or called off."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.calendars.entries import Entry, entries
from bot.calendars.found import (
    MOST_EVENTS,
    MOST_SERIES,
    Desk,
    Draft,
    EntryError,
    FileRefusedError,
    Found,
    Refusal,
    series_of,
)
from bot.calendars.series import Series
from bot.talk.event_line import LineError, cleaned


def read_ics(text: str, desk: Desk) -> Found:
    """What a file holds. Raises FileRefusedError."""
    reading = _Reading(desk)
    found = entries(text)
    if not found:
        raise FileRefusedError("events-file-no-event")
    if sum("RRULE" in entry.properties for entry in found) > MOST_SERIES:
        raise FileRefusedError("events-file-many-series", most=MOST_SERIES)
    for entry in found:
        reading.sort(entry)
    for name in reading.named:
        reading.series(name)
    for entry in reading.nameless:
        reading.add(entry)
    refused = tuple(sorted(reading.refused, key=lambda each: each.line))
    drafts = tuple(sorted(reading.drafts, key=lambda each: (each.line, each.part)))
    return Found(drafts, refused, reading.past, frozenset(reading.whole))


@dataclass(slots=True)
class _Reading:
    """What was read so far. `named`: by UID, the entry of the series, then those of its days."""

    desk: Desk
    named: dict[str, list[Entry]] = field(default_factory=dict)
    nameless: list[Entry] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)
    past: int = 0

    def sort(self, entry: Entry) -> None:
        """Put an entry with those of the same name."""
        name = entry.text("UID")
        if name:
            self.named.setdefault(name, []).append(entry)
        else:
            self.nameless.append(entry)

    def series(self, name: str) -> None:
        """All that a name stands for: an event or a series, and the days of it that are not like the others."""
        before = len(self.refused)
        days = [entry for entry in self.named[name] if "RECURRENCE-ID" in entry.properties]
        # Of several versions of one event, the latest.
        versions = sorted((e for e in self.named[name] if "RECURRENCE-ID" not in e.properties), key=_version)
        moved: dict[datetime, Entry] = {}
        for master in versions[-1:]:
            try:
                series = Series.of(master, self.desk)
                moved = {series.told(day): day for day in days}
                times = series.times()
            except (EntryError, LineError) as wrong:
                self._refuse(master, wrong)
                return
            kept = set(times)
            days = [day for told, day in moved.items() if told not in kept]
            for told in times:
                day = moved.get(told)
                if day is None and series.is_long_over(told):
                    self.past += 1
                    continue
                self.add(day or master, name, told.date().isoformat() if series.repeats else "", None if day else told)
            if len(self.refused) == before:
                self.whole.add(series_of(series.territory, name))
        for day in days:
            self.add(day, name)

    def add(self, entry: Entry, name: str = "", part: str = "", wall: datetime | None = None) -> None:
        """One event, when it is not over; `wall`: when it begins, where its entry says it for another day."""
        try:
            series = Series.of(entry, self.desk)
            told = series.told(entry).date().isoformat() if "RECURRENCE-ID" in entry.properties else part
            draft = Draft(entry.line, series.event(wall), name, told, entry.text("STATUS").upper() == "CANCELLED")
        except (EntryError, LineError) as wrong:
            self._refuse(entry, wrong)
            return
        self.drafts.append(draft)
        if len(self.drafts) > MOST_EVENTS:
            raise FileRefusedError("events-file-many", most=MOST_EVENTS)

    def _refuse(self, entry: Entry, wrong: EntryError | LineError) -> None:
        if str(wrong) == "event-past":
            self.past += 1
            return
        arguments = wrong.arguments if isinstance(wrong, EntryError) else {}
        title = cleaned(entry.text("SUMMARY"))[:80]
        self.refused.append(Refusal(entry.line, str(wrong), title, arguments))


def _version(entry: Entry) -> int:
    number = entry.text("SEQUENCE")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else 0
