"""One entry of an iCalendar file: what it says, and when it takes place, once or several times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.calendars.entries import Entry, Property
from bot.calendars.found import Desk, EntryError
from bot.calendars.moments import Moment, length, moment
from bot.calendars.recurrence import starts
from bot.calendars.rule import Rule
from bot.records.diary import Announcement
from bot.talk.event_line import check_days, cleaned, read_place, read_registration, read_title
from knowledge.ics import TERRITORY

_DAY = timedelta(days=1)
# An evening that ends at one in the morning is no event of two days.
_NIGHT = timedelta(hours=6)
_MOST_LISTED = 500
_MOST_RULES = 3
_LONGEST = timedelta(days=366)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_AXIS = re.compile(r"\baxes?\s*([1-4])(?:\s*(?:,|et)\s*([1-4]))*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Series:
    """An entry, with what is computed from it. `clock`: that of its territory; `lasts`: from beginning to end."""

    entry: Entry
    desk: Desk
    territory: str
    clock: ZoneInfo
    begins: Moment
    lasts: timedelta

    @classmethod
    def of(cls, entry: Entry, desk: Desk) -> Self:
        """Read the times of an entry. Raises EntryError."""
        if any(day.parameters.get("RANGE") for day in entry.properties.get("RECURRENCE-ID", ())):
            raise EntryError("events-range")
        territory = desk.place(entry.text(TERRITORY))
        start = entry.first("DTSTART")
        if start is None:
            raise EntryError("events-no-moment")
        clock, begins = desk.clock(territory), moment(start)
        return cls(entry, desk, territory, clock, begins, _lasts(entry, begins, clock))

    @property
    def repeats(self) -> bool:
        """Whether it is a series, or a day of one."""
        return any(name in self.entry.properties for name in ("RRULE", "RDATE", "RECURRENCE-ID"))

    def told(self, day: Entry) -> datetime:
        """Which time of this series an entry moves, on the clock of the series. Raises EntryError."""
        written = day.first("RECURRENCE-ID")
        if written is None or written.parameters.get("RANGE"):
            raise EntryError("events-range")
        return self._shown(moment(written))

    def times(self) -> list[datetime]:
        """Every time it begins, those over included, on its own clock. Raises EntryError."""
        without = frozenset(self._listed("EXDATE"))
        rules = self.entry.properties.get("RRULE", ())
        if len(rules) > _MOST_RULES:
            raise EntryError("events-rule-unread")
        found = set() if rules else {self.begins.wall}
        for rule in rules:
            found.update(self._ruled(rule, without))
        found.update(self._listed("RDATE"))
        return sorted(found - without)

    def is_long_over(self, wall: datetime) -> bool:
        """Whether a time of it is past on every clock of the world."""
        return (wall + self.lasts).date() < self.desk.today - 2 * _DAY

    def event(self, wall: datetime | None = None) -> Announcement:
        """What is announced when it begins at `wall`, on its own clock; None: at its own beginning.

        Raises EntryError, or LineError for what it says.
        """
        said = replace(_said(self.entry), territory=self.territory)
        begins = replace(self.begins, wall=wall or self.begins.wall)
        if begins.whole_day:
            first, last, hour = begins.day, (begins.wall + self.lasts - _DAY).date(), None
        else:
            shown = begins.at(self.clock).astimezone(self.clock)
            # Through UTC: what a clock shows cannot be added to on the night that it is put back.
            ends = (begins.at(self.clock).astimezone(UTC) + self.lasts).astimezone(self.clock)
            first, hour = shown.date(), shown.time().replace(second=0)
            last = max(first, (ends - _NIGHT).date())
        check_days(first, last, self.desk.today)
        return replace(said, start=first, end=last if last != first else None, hour=hour)

    def _shown(self, when: Moment) -> datetime:
        """A time as the clock of the series shows it; a whole day stands for the hour of the series."""
        if when.whole_day and not self.begins.whole_day:
            return datetime.combine(when.day, self.begins.wall.time())
        if self.begins.whole_day:
            return datetime.combine(when.day, time())
        return when.seen_from(self.begins.zone, self.clock)

    def _ruled(self, written: Property, without: frozenset[datetime]) -> list[datetime]:
        rule, until = Rule.read(written.value), None
        if rule.until:
            last = moment(Property(rule.until))
            until = last.wall + _DAY - timedelta(seconds=1) if last.whole_day else self._shown(last)
        return starts(rule, self.begins.wall, until=until, today=self.desk.today, without=without)

    def _listed(self, name: str) -> Iterator[datetime]:
        """The dates of RDATE or EXDATE."""
        values = [(each, one) for each in self.entry.properties.get(name, ()) for one in each.value.split(",")]
        if len(values) > _MOST_LISTED:
            raise EntryError("events-rule-many", most=_MOST_LISTED)
        for written, value in values:
            # A period: its beginning.
            yield self._shown(moment(written, value.partition("/")[0]))


def _lasts(entry: Entry, begins: Moment, clock: ZoneInfo) -> timedelta:
    if written := entry.first("DTEND"):
        ends = moment(written)
        if begins.whole_day or ends.whole_day:
            lasts = datetime.combine(ends.day, time()) - datetime.combine(begins.day, time())
        else:
            lasts = ends.at(clock).astimezone(UTC) - begins.at(clock).astimezone(UTC)
    else:
        lasts = length(said) if (said := entry.first("DURATION")) else timedelta()
    if lasts < timedelta():
        raise EntryError("event-backwards")
    if lasts > _LONGEST:
        raise EntryError("events-long")
    return max(lasts, _DAY) if begins.whole_day else lasts


def _said(entry: Entry) -> Announcement:
    """Title, place, registration and axes. Raises EntryError and LineError."""
    title = cleaned(entry.text("SUMMARY"))
    if not title:
        raise EntryError("events-no-title")
    written = read_title(title)
    where = cleaned(entry.text("LOCATION"))
    link = cleaned(entry.text("URL")) or cleaned(entry.text("CONTACT"))
    if at := _ADDRESS.fullmatch(where):
        # A meeting online, and where to join it.
        written, where, link = replace(written, online=True), "", link or at[0]
    if where:
        written = read_place(where, written)
    # A contact may be a name: only an address is shown.
    if "://" in link or "@" in link:
        written = read_registration(link, written)
    axes = {axis for each in entry.properties.get("CATEGORIES", ()) for axis in _axes(each.text)}
    return replace(written, axes="".join(sorted(axes)))


def _axes(text: str) -> Iterator[str]:
    for found in _AXIS.finditer(text):
        yield from re.findall("[1-4]", found[0])
