"""Events as iCalendar files and feeds (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, vDuration
from icalendar import Event as Entry

from knowledge.dates import last_day
from knowledge.model import Event

# The documents give hours of beginning only.
_LASTS = timedelta(hours=2)
# How often a program should look again.
_REFRESH = timedelta(hours=6)

TERRITORY = "X-SOLIPACTE-TERRITORY"
"""Whose calendar an event is in, for when the file comes back."""

Zones = Callable[[str | None], ZoneInfo]
"""The clock of a territory."""


def calendar_file(
    events: Iterable[Event], zones: Zones, *, now: datetime, name: str = "Pacte des solidarités"
) -> bytes | None:
    """The events that have a day, as a file; None when none has. `now`: aware."""
    dated = [event for event in events if event.start]
    return _written(_calendar(dated, zones, name, now)) if dated else None


def calendar_feed(
    events: Iterable[Event], zones: Zones, *, territory: str, name: str, page: str, now: datetime
) -> bytes:
    """The same as a feed to be followed, even when nothing has a day yet. `page`: where people read it.

    The same events give the same bytes all day long, so that a program can be told that nothing changed.
    """
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    calendar = _calendar([event for event in events if event.start], zones, name, day, page)
    zone = zones(territory)
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("url", page)
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_REFRESH))
    # A calendar must hold something: this, even when there is no event.
    calendar.add_component(Timezone.from_tzinfo(zone))
    return _written(calendar)


def _calendar(events: Iterable[Event], zones: Zones, name: str, stamp: datetime, page: str = "") -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Solipacte//Calendrier des solidarités//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_entry(event, stamp, zones(event.territory), page))
    return calendar


def _written(calendar: Calendar) -> bytes:
    written: bytes = calendar.to_ical()
    return written


def _entry(event: Event, stamp: datetime, zone: ZoneInfo, page: str) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@solipacte")
    entry.add("dtstamp", stamp.astimezone(UTC))
    entry.add("summary", event.title)
    start, last = event.start, last_day(event)
    if start and event.hour:
        # In UTC: programs disagree on how a time zone is written, and some would be an hour late in summer.
        begins = datetime.combine(start, event.hour, zone).astimezone(UTC)
        entry.add("dtstart", begins)
        # Of several days: until the end of the last one.
        midnight = datetime.combine(last + timedelta(days=1), time(), zone) if last and last != start else None
        entry.add("dtend", midnight.astimezone(UTC) if midnight else begins + _LASTS)
    elif start and last:
        entry.add("dtstart", start)
        entry.add("dtend", last + timedelta(days=1))
    if where := "En visioconférence" if event.online else event.place:
        entry.add("location", where)
    if event.cancelled:
        entry.add("status", "CANCELLED")
    if event.revision:
        entry.add("sequence", event.revision)
    if event.detail:
        entry.add("description", event.detail)
    if page:
        entry.add("url", page)
    else:
        _tell(entry, event)
    return entry


def _tell(entry: Entry, event: Event) -> None:
    """What the page would say, in a file that has none."""
    if event.registration.startswith("https://"):
        entry.add("url", event.registration)
    elif event.registration:
        entry.add("contact", event.registration)
    if event.axes:
        entry.add("categories", [f"Axe {axis}" for axis in event.axes])
    if event.territory:
        entry.add(TERRITORY, event.territory)
