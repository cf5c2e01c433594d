"""What the tests of calendars share."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from bot.calendars.found import Desk, Draft, Found
from bot.calendars.reading import read_events
from bot.calendars.territories import desk_of
from tests.house import TUESDAY, shipped

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 3, 10)


def desk(territory: str = "dep-44", now: datetime = TUESDAY) -> Desk:
    return desk_of(shipped().knowledge.territories, territory, now=now)


def read(content: str | bytes, territory: str = "dep-44") -> Found:
    return read_events(content.encode() if isinstance(content, str) else content, desk(territory))


def calendar(*events: str) -> str:
    """An iCalendar file; the lines of each event."""
    entries = "".join(f"BEGIN:VEVENT\n{lines.strip()}\nEND:VEVENT\n" for lines in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{entries}END:VCALENDAR\n"


def when(draft: Draft) -> str:
    """The days and the hour of an event."""
    what = draft.what
    days = " ".join(str(day) for day in (what.start, what.end) if day) or what.said
    return f"{days} {what.hour:%H:%M}" if what.hour else days


def whens(found: Found) -> list[str]:
    return [when(draft) for draft in found.drafts]


def whys(found: Found) -> list[tuple[int, str]]:
    return [(refused.line, refused.key) for refused in found.refused]


@pytest.fixture
def data() -> Path:
    return DATA
