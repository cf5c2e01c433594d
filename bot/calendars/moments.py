"""The dates and hours of an iCalendar file, in the time zones they are written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bot.calendars.entries import Property
from bot.calendars.found import EntryError

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?", re.ASCII)
_LENGTH = re.compile(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a moment of it. `wall`: what the clock shows; `zone`: of which clock, None for that of the place."""

    wall: datetime
    whole_day: bool
    zone: tzinfo | None = None

    @property
    def day(self) -> date:
        """The day, on the clock it is written for."""
        return self.wall.date()

    def at(self, clock: tzinfo) -> datetime:
        """The moment itself; `clock`: that of the place."""
        return self.wall.replace(tzinfo=self.zone or clock)

    def seen_from(self, zone: tzinfo | None, clock: tzinfo) -> datetime:
        """What a clock of `zone` shows then (None: `clock`, that of the place); a whole day is the same everywhere."""
        if self.whole_day:
            return self.wall
        return self.at(clock).astimezone(zone or clock).replace(tzinfo=None)


def moment(written: Property, value: str | None = None) -> Moment:
    """Read DTSTART, DTEND, RECURRENCE-ID, or one `value` of RDATE or EXDATE. Raises EntryError."""
    found = _MOMENT.fullmatch((written.value if value is None else value).strip())
    if not found:
        raise EntryError("events-no-moment")
    # Clocks cannot be compared at both ends of time.
    if not _FIRST_YEAR <= int(found[1]) <= _LAST_YEAR:
        raise EntryError("event-past" if int(found[1]) < _FIRST_YEAR else "event-far")
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise EntryError("event-no-such-day") from None
    if found[4] is None:
        return Moment(datetime.combine(day, time()), whole_day=True)
    try:
        # A leap second is no hour of a meeting.
        at = time(int(found[4]), int(found[5]), min(int(found[6] or 0), 59))
    except ValueError:
        raise EntryError("event-no-such-hour") from None
    zone = UTC if found[7] else zone_named(name) if (name := written.parameters.get("TZID")) else None
    return Moment(datetime.combine(day, at), whole_day=False, zone=zone)


def length(written: Property) -> timedelta:
    """Read DURATION. Raises EntryError."""
    found = _LENGTH.fullmatch(written.value.strip())
    if not found:
        raise EntryError("event-backwards" if written.value.strip().startswith("-") else "events-no-moment")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def zone_named(name: str) -> ZoneInfo:
    """The time zone of a name, IANA's or Windows'. Raises EntryError: a wrong hour is worse than none."""
    # "/softwarestudio.org/Tzfile/Europe/Paris": some programs write where they found it.
    parts = name.split("/")
    for each in (name, WINDOWS_TO_OLSON.get(name, ""), "/".join(parts[-2:]), "/".join(parts[-3:])):
        try:
            if each:
                return ZoneInfo(each)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    raise EntryError("events-zone", zone=name[:60])
