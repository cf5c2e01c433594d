"""A date that comes again, in one line: which days it gives, and what is refused."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.found import EntryError
from bot.calendars.repeated import read_lines, repeats
from bot.talk.event_line import LineError, read_line
from tests.calendars.conftest import TODAY


def days(when: str) -> list[str]:
    return [str(event.start) for event in read_lines(f"Café | {when} | Nantes | axe 3", today=TODAY)]


APRIL = ["2026-04-07", "2026-04-14", "2026-04-21"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("chaque mardi du 07/04/2026 au 21/04/2026", APRIL),
        ("chaque mardi du 1er au 24 avril 2026", APRIL),
        ("Tous les mardis du 1er avril 2026 au 24 avril 2026 à 14 h", APRIL),
        ("chaque mardi, du 2 avril au 24 avril 2026", APRIL),
        ("un mardi sur deux du 01/04/2026 au 24/04/2026", ["2026-04-07", "2026-04-21"]),
        ("chaque mardi du 01/03/2026 au 18/03/2026", ["2026-03-10", "2026-03-17"]),
    ],
)
def test_each_day_is_an_event(when: str, expected: list[str]) -> None:
    assert repeats(f"Café | {when}")
    assert days(when) == expected


def test_each_event_is_whole() -> None:
    one, *_, last = read_lines("Café | chaque mardi du 07/04/2026 au 21/04/2026 14:00 | Nantes | axe 3", today=TODAY)
    assert (one.title, one.hour, one.end, one.place, one.axes) == ("Café", time(14), None, "Nantes", "3")
    assert last.start == date(2026, 4, 21)


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("chaque mardi", "event-repeat-end"),
        ("chaque mardi 07/04/2026", "event-repeat-end"),
        ("chaque mardi printemps 2026", "event-repeat-end"),
        ("chaque mardi du 08/04/2026 au 13/04/2026", "event-repeat-none"),
        ("chaque mardi du 21/04/2026 au 07/04/2026", "event-backwards"),
        ("chaque mardi du 30/02/2027 au 07/04/2027", "event-no-such-day"),
        ("chaque mardi du 07/04/2025 au 21/04/2025", "event-past"),
        ("chaque mardi du 07/04/2026 au 21/04/2026 25:00", "event-no-such-hour"),
        ("chaque mardi du 07/04/2026 au 21/04/2026 sauf le 14", "event-no-date"),
        ("chaque jour du 07/04/2026 au 21/04/2026", "event-no-date"),
        ("chaque mardi du 07/04/2026 au 21/04/2030", "events-rule-far"),
        ("chaque mardi du 07/04/1999 au 21/04/2026", "events-rule-old"),
    ],
)
def test_what_no_calendar_can_hold_is_refused(when: str, why: str) -> None:
    with pytest.raises((LineError, EntryError), match=f"^{why}$"):
        days(when)


@pytest.mark.parametrize("line", ["Café | mardi 7 avril 2026", "Chaque mardi | 07/04/2026", "Café", "", "a | le mardi"])
def test_a_line_that_comes_once_is_read_as_ever(line: str) -> None:
    assert not repeats(line)
    try:
        once = read_line(line, today=TODAY)
    except LineError as wrong:
        with pytest.raises(LineError, match=str(wrong)):
            read_lines(line, today=TODAY)
    else:
        assert read_lines(line, today=TODAY) == (once,)


@given(st.dates(TODAY, date(2028, 11, 30)), st.integers(7, 90), st.integers(0, 6))
def test_the_days_are_those_of_the_week(first: date, length: int, weekday: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    name = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[weekday]
    found = [date.fromisoformat(day) for day in days(f"chaque {name} du {first:%d/%m/%Y} au {last:%d/%m/%Y}")]
    span = range(first.toordinal(), last.toordinal() + 1)
    assert found == [day for each in span if (day := date.fromordinal(each)).weekday() == weekday]
