"""Hours that come back every week: what is read says the same as the evaluation of the whole grammar."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from directory.week import DAYS, Pattern, Slot, Week, read_week

# A month without a public holiday, and the days around it.
START = datetime(2026, 2, 27)
HALF_HOURS = [START + timedelta(minutes=30 * step + 7) for step in range(33 * 48)]
DAY = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


@pytest.mark.parametrize(
    ("written", "patterns", "holidays_off"),
    [
        ("Mo-Fr 09:00-12:00,14:00-17:00; PH off", [(DAYS[:5], ("09:00-12:00", "14:00-17:00"), None)], True),
        (
            "Mo-Fr 09:00-17:00; We off",
            [(("Mo", "Tu", "Th", "Fr"), ("09:00-17:00",), None)],
            False,
        ),
        (
            "Mo,We 09:00-12:00; Tu[1] 14:00-17:00",
            [(("Mo", "We"), ("09:00-12:00",), None), (("Tu",), ("14:00-17:00",), 1)],
            False,
        ),
        ("Sa-Mo 10:00-12:00", [(("Mo", "Sa", "Su"), ("10:00-12:00",), None)], False),
        ("Mo-Su 19:00-08:00", [(DAYS, ("19:00-08:00",), None)], False),
        ("Fr[-1] 17:00-19:00", [(("Fr",), ("17:00-19:00",), -1)], False),
        ("24/7", [(DAYS, ("00:00-24:00",), None)], False),
        ("  Mo   09:00-12:00 ; ", [(("Mo",), ("09:00-12:00",), None)], False),
    ],
)  # fmt: skip
def test_what_is_plain_is_read(
    written: str, patterns: list[tuple[tuple[str, ...], tuple[str, ...], int | None]], *, holidays_off: bool
) -> None:
    expected = tuple(
        Pattern(days, tuple(Slot(*slot.split("-")) for slot in slots), nth) for days, slots, nth in patterns
    )
    assert read_week(written) == Week(expected, holidays_off=holidays_off)


@pytest.mark.parametrize(
    "written",
    [
        None, "", ";", "PH off", "Lu-Ve 9h-12h", "lundi et jeudi matin", '"sur rendez-vous"', "Mo-Fr",
        'Mo-Fr 09:00-12:00 "sauf vacances"', "Mo-Fr 09:00-12:00; SH off", "Aug off; Mo-Fr 09:00-12:00",
        "Mo-Fr 09:00-12:00 || \"appeler\"", "week 1-53/2 Mo 09:00-12:00", "Mo sunrise-sunset", "Mo 18:00+",
        "Mo 25:00-26:00", "Mo 09:00-26:00", "Mo 09:00-12:00,11:00-13:00", "Mo 09:00-09:00", "Tu[6] 09:00-10:00",
        "Tu 09:00-10:00; Tu[1] 14:00-15:00", "Mo-Fr 19:00-08:00; We 10:00-12:00", "PH 10:00-12:00", "Mo-Fr off",
        "Mo 09:00-12:00, We 14:00-17:00", "Mo 24:00-25:00",
    ],
)  # fmt: skip
def test_what_leaves_a_doubt_is_not(written: str | None) -> None:
    assert read_week(written) is None


def clocks(first: int, last: int) -> st.SearchStrategy[str]:
    return st.builds("{:02}:{:02}".format, st.integers(first, last), st.sampled_from([0, 30]))


SLOTS = st.one_of(
    st.builds("{}-{}".format, clocks(6, 12), clocks(13, 19)),
    st.builds("{}-{},{}-{}".format, clocks(6, 8), clocks(9, 11), clocks(12, 14), clocks(15, 23)),
)
RULES = st.one_of(
    st.builds("{}-{} {}".format, st.sampled_from(DAY), st.sampled_from(DAY), SLOTS),
    st.builds("{} {}".format, st.lists(st.sampled_from(DAY), min_size=1, unique=True).map(",".join), SLOTS),
    st.builds("{}[{}] {}".format, st.sampled_from(DAY), st.sampled_from([1, 2, 3, 4, -1]), SLOTS),
    st.builds("{} off".format, st.sampled_from(DAY)),
    SLOTS,
)


@settings(max_examples=120, deadline=None)
@given(st.lists(RULES, min_size=1, max_size=4).map("; ".join))
def test_it_says_the_same_as_the_whole_grammar(written: str) -> None:
    week = read_week(written)
    if week is None:
        return
    evaluated = OpeningHours(written)
    for moment in HALF_HOURS:
        assert is_open(week, moment) == evaluated.is_open(moment), (written, moment)


@pytest.mark.parametrize("written", ["Mo-Su 19:00-08:00", "Fr 22:00-02:00", "24/7", "Mo-Su 00:00-24:00"])
def test_nights_too(written: str) -> None:
    week = read_week(written)
    assert week is not None
    for moment in HALF_HOURS:
        assert is_open(week, moment) == OpeningHours(written).is_open(moment)


def is_open(week: Week, moment: datetime) -> bool:
    """A second reading of the patterns, of our own."""
    clock, before = f"{moment:%H:%M}", moment - timedelta(days=1)
    for pattern in week.patterns:
        for slot in pattern.slots:
            night = slot.closes < slot.opens
            today = on(pattern, moment) and slot.opens <= clock and (night or clock < slot.closes)
            if today or (night and on(pattern, before) and clock < slot.closes):
                return True
    return False


def on(pattern: Pattern, day: datetime) -> bool:
    if DAYS[day.weekday()] not in pattern.days:
        return False
    if pattern.nth is None:
        return True
    if pattern.nth == -1:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == pattern.nth
