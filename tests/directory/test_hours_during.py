"""Temporary closures, and whether a place is open during a moment. 20 November 2026 is a Friday."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from directory.hours import Closed, Hours, Opening, State, open_during
from directory.hours_grammar import Spot
from directory.when import NOW, When
from tests.directory.hours_asked import COMMENT, NIGHT, OFFICE, PARIS, at

CLOSURE = Closed(date(2026, 11, 20), date(2026, 11, 29), "Travaux")


def test_a_temporary_closure_wins_and_says_until_when() -> None:
    hours = Hours(OFFICE, Spot(PARIS), (CLOSURE,))
    said = hours.at(at("2026-11-20T10:00"))
    assert (said.state, said.closure, said.next) == (State.CLOSED, CLOSURE, at("2026-11-30T08:30"))
    assert hours.at(at("2026-11-19T18:00")).next == at("2026-11-30T08:30")
    assert hours.at(at("2026-11-30T09:00")).state is State.OPEN


def test_a_night_ends_where_a_closure_begins() -> None:
    hours = Hours(NIGHT, Spot(PARIS), (CLOSURE,))
    assert hours.at(at("2026-11-19T23:00")).until == at("2026-11-20T00:00")
    assert Hours("24/7", Spot(PARIS), (CLOSURE,)).at(at("2026-11-19T23:00")).until == at("2026-11-20T00:00")


def test_a_closure_is_sure_even_when_the_hours_are_not() -> None:
    said = Hours("9h-12h", Spot(PARIS), (CLOSURE,)).at(at("2026-11-21T10:00"))
    assert (said.state, said.closure) == (State.CLOSED, CLOSURE)
    assert Hours(None, Spot(PARIS), (CLOSURE,)).at(at("2026-12-01T10:00")).state is State.UNKNOWN


def during(expression: str | None, start: str, end: str) -> Opening:
    when = When(start=datetime.fromisoformat(start), end=datetime.fromisoformat(end))
    return Hours(expression, Spot(PARIS)).during(when, at("2026-11-20T10:00"))


def test_saturday_morning() -> None:
    said = during("Mo-Fr 08:00-18:00; Sa 09:30-12:30", "2026-11-21T06:00", "2026-11-21T12:00")
    assert (said.state, said.since, said.until) == (State.OPEN, at("2026-11-21T09:30"), at("2026-11-21T12:30"))


@pytest.mark.parametrize(
    ("expression", "start", "end", "expected"),
    [
        ("Sa 14:00-18:00", "2026-11-21T06:00", "2026-11-21T12:00", False),
        ("Sa 12:00-18:00", "2026-11-21T06:00", "2026-11-21T12:00", False),
        ("Sa 11:59-18:00", "2026-11-21T06:00", "2026-11-21T12:00", True),
        (NIGHT, "2026-11-20T22:00", "2026-11-21T06:00", True),
        ("24/7", "2026-11-21T14:30", "2026-11-21T14:31", True),
        (COMMENT, "2026-11-23T06:00", "2026-11-23T12:00", None),
        ('Sa "sur rendez-vous"; Su 09:00-12:00', "2026-11-21T06:00", "2026-11-21T12:00", None),
        ('Sa "sur rendez-vous"; Su 09:00-12:00', "2026-11-21T00:00", "2026-11-23T00:00", True),
        (None, "2026-11-21T06:00", "2026-11-21T12:00", None),
        ("Mo-Fr 09:00-12:00; PH off", "2026-12-25T06:00", "2026-12-25T12:00", False),
        ("Mo-Fr 09:00-12:00", "2026-12-25T06:00", "2026-12-25T12:00", None),
    ],
)
def test_open_during(expression: str | None, start: str, end: str, *, expected: bool | None) -> None:
    when = When(start=datetime.fromisoformat(start), end=datetime.fromisoformat(end))
    assert open_during(Hours(expression, Spot(PARIS)), when, at("2026-11-20T10:00")) is expected


def test_now_is_a_moment_too() -> None:
    assert open_during(Hours(OFFICE, Spot(PARIS)), NOW, at("2026-11-20T10:00")) is True
    assert open_during(Hours(OFFICE, Spot(PARIS)), NOW, at("2026-11-20T20:00")) is False


def test_a_moment_is_a_real_interval_of_the_wall_clock() -> None:
    nine, ten = datetime(2026, 11, 20, 9), datetime(2026, 11, 20, 10)
    for start, end in ((ten, nine), (nine, nine), (nine, None), (at("2026-11-20T09:00"), ten)):
        with pytest.raises(ValueError, match="moment"):
            When(start=start, end=end)
    with pytest.raises(ValueError, match="zone"):
        Hours(OFFICE, Spot(PARIS)).at(nine)
