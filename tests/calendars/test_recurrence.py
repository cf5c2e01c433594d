"""Rules of repetition: what they give, and those that would go on for ever."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.calendars.found import EntryError
from bot.calendars.recurrence import AHEAD, MOST_DATES, starts
from bot.calendars.rule import Rule
from tests.calendars.conftest import TODAY, calendar, read, whens, whys

BEGINS = datetime(2027, 3, 16, 14)


def series(lines: str, start: str = "DTSTART;TZID=Europe/Paris:20270316T140000") -> list[str]:
    found = read(calendar(f"UID:a\nSUMMARY:Atelier\n{start}\n{lines}"))
    return whens(found) if not found.refused else [found.refused[0].key]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=3", ["2027-03-16 14:00", "2027-03-23 14:00", "2027-03-30 14:00"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20270323T130000Z", ["2027-03-16 14:00", "2027-03-23 14:00"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20270323T125959Z", ["2027-03-16 14:00"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20270323", ["2027-03-16 14:00", "2027-03-23 14:00"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=3TU;COUNT=2", ["2027-03-16 14:00", "2027-04-20 14:00"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=1", ["2027-03-31 14:00"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20270317T130000Z", ["2027-03-16 14:00", "2027-03-18 14:00"]),
        ("RRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20270317", ["2027-03-16 14:00"]),
        ("RRULE:FREQ=DAILY;COUNT=1\nRDATE;TZID=Europe/Paris:20270401T140000", ["2027-03-16 14:00", "2027-04-01 14:00"]),
        ("RDATE:20270318T130000Z/PT1H,20270319T130000Z", ["2027-03-16 14:00", "2027-03-18 14:00", "2027-03-19 14:00"]),
        ("rrule:freq=weekly;count=1", ["2027-03-16 14:00"]),
    ],
)
def test_a_series_becomes_single_events(lines: str, expected: list[str]) -> None:
    assert series(lines) == expected


def test_an_hour_stays_the_same_when_clocks_change() -> None:
    assert series("RRULE:FREQ=WEEKLY;COUNT=3") == ["2027-03-16 14:00", "2027-03-23 14:00", "2027-03-30 14:00"]
    in_utc = series("RRULE:FREQ=WEEKLY;COUNT=3", "DTSTART:20270316T130000Z")
    assert in_utc == ["2027-03-16 14:00", "2027-03-23 14:00", "2027-03-30 15:00"]


def test_whole_days_repeat() -> None:
    days = series("DTEND;VALUE=DATE:20270318\nRRULE:FREQ=YEARLY;COUNT=2", "DTSTART;VALUE=DATE:20270316")
    assert days == ["2027-03-16 2027-03-17", "2028-03-16 2028-03-17"]


def test_of_a_series_that_goes_on_what_is_over_is_left_aside() -> None:
    found = read(calendar("UID:a\nSUMMARY:a\nDTSTART;VALUE=DATE:20260301\nRRULE:FREQ=WEEKLY;COUNT=4"))
    assert (whens(found), found.past) == (["2026-03-15", "2026-03-22"], 2)


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "events-rule-often"),
        ("FREQ=MINUTELY;COUNT=5", "events-rule-often"),
        ("FREQ=HOURLY;COUNT=5", "events-rule-often"),
        ("FREQ=DAILY", "events-rule-endless"),
        ("FREQ=DAILY;COUNT=201", "events-rule-many"),
        ("FREQ=DAILY;UNTIL=20290101", "events-rule-many"),
        ("FREQ=YEARLY;COUNT=5", "events-rule-far"),
        ("FREQ=YEARLY;UNTIL=20300101", "events-rule-far"),
        ("FREQ=YEARLY;UNTIL=99991231T235959Z", "event-far"),
        ("FREQ=DAILY;COUNT=99999", "events-rule-many"),
        ("FREQ=DAILY;COUNT=999999", "events-rule-unread"),
        ("FREQ=DAILY;COUNT=0", "events-rule-unread"),
        ("FREQ=DAILY;COUNT=-1", "events-rule-unread"),
        ("FREQ=DAILY;INTERVAL=0;COUNT=2", "events-rule-unread"),
        ("FREQ=YEARLY;INTERVAL=9999;COUNT=2", "events-rule-unread"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", "events-rule-far"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", "events-rule-far"),
        ("FREQ=DAILY;BYHOUR=1,2,3;COUNT=9", "events-rule-unread"),
        ("FREQ=DAILY;BYEASTER=1;COUNT=9", "events-rule-unread"),
        ("FREQ=DAILY;FREQ=DAILY;COUNT=9", "events-rule-unread"),
        ("FREQ=DAILY;BYDAY=XX;COUNT=9", "events-rule-unread"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=9", "events-rule-far"),
        ("FREQ=MONTHLY;BYMONTHDAY=99;COUNT=9", "events-rule-unread"),
        ("FREQ=DAILY;COUNT=9;BYDAY=" + ",".join(["MO"] * 200), "events-rule-unread"),
        ("", "events-rule-unread"),
        ("RÉPÈTE", "events-rule-unread"),
    ],
)
def test_a_rule_that_no_calendar_can_hold_is_refused(rule: str, why: str) -> None:
    assert series(f"RRULE:{rule}") == [why]


def test_a_rule_that_began_long_ago_is_not_followed() -> None:
    assert series("RRULE:FREQ=DAILY;COUNT=1", "DTSTART:19700101T100000Z") == ["events-rule-old"]


def test_a_refused_series_names_the_line_and_leaves_the_others() -> None:
    endless = "UID:a\nSUMMARY:a\nDTSTART:20270316\nRRULE:FREQ=DAILY"
    found = read(calendar(endless, "UID:b\nSUMMARY:b\nDTSTART:20270316"))
    assert (whys(found), [draft.name for draft in found.drafts]) == ([(3, "events-rule-endless")], ["b"])


rules = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
    optional={
        "INTERVAL": st.integers(-1, 40).map(str),
        "COUNT": st.integers(1, 300).map(str),
        "BYDAY": st.lists(st.sampled_from(["MO", "1TU", "-1FR", "5SU", "54MO"]), min_size=1, max_size=3).map(",".join),
        "BYMONTHDAY": st.integers(-32, 32).map(str),
        "BYMONTH": st.integers(0, 13).map(str),
        "BYSETPOS": st.integers(-370, 370).map(str),
        "WKST": st.sampled_from(["MO", "SU", "X"]),
    },
)


@given(rules, st.dates(date(2017, 1, 1), date(2029, 1, 1)), st.integers(0, 1200))
def test_any_rule_gives_a_bounded_list_in_order_or_is_refused(parts: dict[str, str], first: date, days: int) -> None:
    begins = datetime(first.year, first.month, first.day, 9)
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        found = starts(Rule.read(rule), begins, until=begins + timedelta(days=days), today=TODAY)
    except EntryError:
        return
    assert found == sorted(set(found))
    assert all(begins <= each <= begins + timedelta(days=days) for each in found)
    assert sum(each.date() >= TODAY for each in found) <= MOST_DATES
    assert all(each.date() <= TODAY + AHEAD for each in found)


def _as_dateutil_reads(rule: str, begins: datetime, last: datetime) -> list[datetime]:
    return list(takewhile(lambda each: each <= last, rrulestr(rule, dtstart=begins)))


def numbers(least: int, most: int) -> st.SearchStrategy[str]:
    each = st.integers(least, most).filter(bool).map(str)
    return st.lists(each, min_size=1, max_size=3, unique=True).map(",".join)


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.fixed_dictionaries(
        {},
        optional={
            "INTERVAL": st.integers(1, 15).map(str),
            "BYMONTH": numbers(1, 12),
            "BYMONTHDAY": numbers(-28, 28),
            "BYDAY": st.one_of(
                st.lists(st.sampled_from(["MO", "TU", "SU"]), min_size=1, unique=True).map(",".join),
                st.lists(st.sampled_from(["1MO", "-1FR", "3TU"]), min_size=1, unique=True).map(",".join),
            ),
            "WKST": st.sampled_from(["MO", "WE", "SU"]),
            "BYSETPOS": numbers(-3, 3),
        },
    ),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
)
def test_the_days_of_a_rule_are_those_of_another_program(often: str, parts: dict[str, str], first: date) -> None:
    # Where it is the rule that is read differently: the first week begins with the first day there.
    assume(not (often == "WEEKLY" and "BYSETPOS" in parts))
    begins, last = datetime(first.year, first.month, first.day, 9), datetime(2029, 12, 31, 23)
    rule = ";".join(f"{name}={value}" for name, value in {"FREQ": often, **parts}.items())
    ours = [datetime(day.year, day.month, day.day, 9) for day in Rule.read(rule).between(first, last.date())]
    assume(ours)  # the other looks for what never comes until the year 9999
    assert ours == _as_dateutil_reads(rule, begins, last)
