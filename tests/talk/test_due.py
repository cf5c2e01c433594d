"""When reminders leave: once each, by the clock of the place, never at night."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.records.subscriptions import Moment
from bot.talk.due import begins, due, is_due, is_night, recalled
from knowledge.model import Event

PARIS = ZoneInfo("Europe/Paris")
# Miquelon has daylight saving of its own; the others none, on both sides of the world.
ZONES = [
    "Europe/Paris",
    "America/Miquelon",
    "America/Guadeloupe",
    "America/Cayenne",
    "Indian/Reunion",
    "Pacific/Noumea",
]
# The days on which the clocks of Paris and of Miquelon change, over three years.
CHANGES = [
    date(2026, 3, 8),
    date(2026, 3, 29),
    date(2026, 10, 25),
    date(2026, 11, 1),
    date(2027, 3, 14),
    date(2027, 3, 28),
    date(2027, 10, 31),
    date(2027, 11, 7),
    date(2028, 3, 12),
    date(2028, 3, 26),
    date(2028, 10, 29),
    date(2028, 11, 5),
]


def event(start: date | None, hour: time | None = None, said: str = "") -> Event:
    return Event(id="agenda-1", title="x", start=start, hour=hour, said=said, document="agents", quote="x")


@pytest.mark.parametrize(
    ("hour", "moment", "left"),
    [
        ("14:30", Moment.WEEK, "2027-03-09 14:30"),
        ("14:30", Moment.DAY, "2027-03-15 14:30"),
        ("14:30", Moment.HOURS, "2027-03-16 12:30"),
        ("10:00", Moment.HOURS, "2027-03-16 08:00"),
        ("09:59", Moment.HOURS, "2027-03-15 20:00"),
        ("07:00", Moment.DAY, "2027-03-14 20:00"),
        ("21:00", Moment.DAY, "2027-03-15 20:00"),
        ("20:59", Moment.DAY, "2027-03-15 20:59"),
        ("23:30", Moment.HOURS, "2027-03-16 20:00"),
        ("00:15", Moment.HOURS, "2027-03-15 20:00"),
        (None, Moment.WEEK, "2027-03-09 10:00"),
        (None, Moment.DAY, "2027-03-15 10:00"),
        (None, Moment.HOURS, None),
    ],
)
def test_a_reminder_leaves_at_a_humane_hour(hour: str | None, moment: Moment, left: str | None) -> None:
    at = due(event(date(2027, 3, 16), time.fromisoformat(hour) if hour else None), moment, PARIS)
    assert at == (datetime.fromisoformat(left).replace(tzinfo=PARIS) if left else None)


def test_a_vague_date_is_not_recalled() -> None:
    assert due(event(None, said="printemps 2027"), Moment.DAY, PARIS) is None
    assert not is_due(event(None, said="printemps 2027"), Moment.DAY, PARIS, datetime(2027, 3, 1, tzinfo=UTC))


def test_without_an_hour_who_chose_two_hours_before_is_told_the_day_before() -> None:
    assert recalled(event(date(2027, 3, 16)), Moment.DAY) == (Moment.DAY, Moment.HOURS)
    assert recalled(event(date(2027, 3, 16), time(14)), Moment.DAY) == (Moment.DAY,)


def test_what_was_missed_is_told_in_the_morning_unless_it_is_no_news_any_more() -> None:
    meeting = event(date(2027, 3, 16), time(14, 30))
    night = datetime(2027, 3, 16, 6, 59, tzinfo=PARIS)
    assert not is_due(meeting, Moment.DAY, PARIS, night)
    assert is_due(meeting, Moment.DAY, PARIS, night + timedelta(hours=1, minutes=1))
    assert not is_due(meeting, Moment.DAY, PARIS, datetime(2027, 3, 16, 14, 30, tzinfo=PARIS))
    assert is_due(meeting, Moment.WEEK, PARIS, datetime(2027, 3, 12, 14, 29, tzinfo=PARIS))
    assert not is_due(meeting, Moment.WEEK, PARIS, datetime(2027, 3, 12, 14, 30, tzinfo=PARIS))


def told(start: date, hour: time | None, zone: ZoneInfo) -> None:
    """Each moment begins once: at its hour, not at night, before the event; and the moments come in order."""
    what = event(start, hour)
    instants: list[datetime] = []
    for moment in Moment:
        at = due(what, moment, zone)
        if at is None:
            assert (hour, moment) == (None, Moment.HOURS)
            continue
        assert not is_night(at, zone)
        beginning = begins(what, zone)
        assert beginning is not None
        assert at < beginning
        assert is_due(what, moment, zone, at)
        assert not is_due(what, moment, zone, at - timedelta(seconds=1))
        instants.append(at)
    assert instants == sorted(set(instants)), "two reminders at one instant, or out of order"


@pytest.mark.parametrize("zone", ZONES)
def test_each_quarter_hour_around_the_changes_of_clock(zone: str) -> None:
    clock = ZoneInfo(zone)
    for change in CHANGES:
        for days in (-1, 0, 1, 2, 7, 8):
            for quarter in range(96):
                told(change + timedelta(days=days), time(quarter // 4, quarter % 4 * 15), clock)


@given(
    st.dates(date(2026, 1, 1), date(2040, 1, 1)),
    st.times() | st.none(),
    st.sampled_from([*ZONES, "Indian/Mayotte", "Pacific/Tahiti", "Pacific/Wallis"]),
)
def test_any_event_anywhere(start: date, hour: time | None, zone: str) -> None:
    told(start, hour, ZoneInfo(zone))
