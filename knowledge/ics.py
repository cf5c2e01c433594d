"""Events as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from knowledge.dates import last_day
from knowledge.model import Event

_PARIS = ZoneInfo("Europe/Paris")
# The documents give hours of beginning only.
_LASTS = timedelta(hours=2)


def calendar_file(events: Iterable[Event], *, now: datetime, name: str = "Pacte des solidarités") -> bytes | None:
    """The events that have a day, as a file; None when none has. `now`: aware."""
    dated = [event for event in events if event.start]
    if not dated:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//Solipacte//Calendrier des solidarités//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in dated:
        calendar.add_component(_entry(event, now))
    written: bytes = calendar.to_ical()
    return written


def _entry(event: Event, now: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@solipacte")
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("summary", event.title)
    start, last = event.start, last_day(event)
    if start and event.hour:
        begins = datetime.combine(start, event.hour, _PARIS)
        entry.add("dtstart", begins.astimezone(UTC))
        entry.add("dtend", (begins + _LASTS).astimezone(UTC))
    elif start and last:
        entry.add("dtstart", start)
        entry.add("dtend", last + timedelta(days=1))
    if where := "En visioconférence" if event.online else event.place:
        entry.add("location", where)
    if event.detail:
        entry.add("description", event.detail)
    return entry
