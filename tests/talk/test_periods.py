"""The first working morning of a month or of a week, on the clock and with the holidays of each place."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.talk.months import month_name, month_said
from bot.talk.periods import Period, begun, first_working_day, midnight
from directory.zones import zone_of


def zone(departement: str) -> ZoneInfo:
    return ZoneInfo(zone_of(departement))


@pytest.mark.parametrize(
    ("start", "departement", "day"),
    [
        ("2026-12-01", "44", "2026-12-01"),
        ("2026-11-01", "44", "2026-11-02"),
        ("2027-01-01", "44", "2027-01-04"),
        ("2026-05-01", "44", "2026-05-04"),
        ("2026-08-01", "44", "2026-08-03"),
        ("2026-04-06", "44", "2026-04-07"),
        ("2026-12-28", "67", "2026-12-28"),
        ("2027-12-26", "44", "2027-12-27"),
        ("2025-12-26", "44", "2025-12-26"),
        ("2025-12-26", "67", "2025-12-29"),
        ("2026-04-27", "976", "2026-04-28"),
    ],
)
def test_a_week_end_and_a_holiday_of_the_place_are_left_out(start: str, departement: str, day: str) -> None:
    found = first_working_day(date.fromisoformat(start), zone(departement), departement)
    assert found == date.fromisoformat(day)


@pytest.mark.parametrize("departement", ["44", "971", "973", "974", "975", "976", "988"])
@pytest.mark.parametrize("period", list(Period))
def test_in_each_zone_it_begins_at_nine_once_and_never_at_night(departement: str, period: Period) -> None:
    clock = zone(departement)
    at, end = datetime(2026, 10, 1, tzinfo=UTC), datetime(2027, 4, 15, tzinfo=UTC)
    first: dict[date, datetime] = {}
    while at < end:
        if start := begun(period, at, clock, departement):
            assert 8 <= at.astimezone(clock).hour < 21
            first.setdefault(start, at.astimezone(clock))
        at += timedelta(minutes=30)
    assert len(first) >= 6
    for start, moment in list(first.items())[1:]:
        assert (moment.hour, moment.minute) == (9, 0)
        assert moment.date() == first_working_day(start, clock, departement)
        assert period.start(moment.date()) == start


def test_what_was_missed_is_told_until_the_next_one() -> None:
    at = datetime(2026, 12, 30, 15, tzinfo=UTC)
    assert begun(Period.MONTH, at, zone("44"), "44") == date(2026, 12, 1)
    assert begun(Period.WEEK, at, zone("44"), "44") == date(2026, 12, 28)


def test_periods_follow_each_other() -> None:
    day = date(2026, 1, 1)
    for period in Period:
        for number in range(800):
            start = period.start(day + timedelta(days=number))
            assert start <= day + timedelta(days=number) < period.after(start)
            assert period.before(period.after(start)) == start
    assert midnight(date(2026, 3, 29), zone("44")).astimezone(UTC) == datetime(2026, 3, 28, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("octobre", "2026-10-01"),
        ("Décembre", "2025-12-01"),
        ("décembre 2026", "2026-12-01"),
        ("août", "2026-08-01"),
        ("10/2026", "2026-10-01"),
        ("2026-10", "2026-10-01"),
        ("1/2026", "2026-01-01"),
        ("13/2026", None),
        ("0/2026", None),
        ("nivôse", None),
        ("", None),
        ("2026", None),
    ],
)
def test_months_are_read(said: str, month: str | None) -> None:
    assert month_said(said, date(2026, 11, 27)) == (date.fromisoformat(month) if month else None)


def test_a_month_in_words_is_read_again() -> None:
    for number in range(1, 13):
        month = date(2026, number, 1)
        assert month_said(month_name(month, "fr"), date(2027, 1, 1)) == month
