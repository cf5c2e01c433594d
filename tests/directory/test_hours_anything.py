"""Whatever is written where hours should be, something true is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from directory.hours import Hours, State, open_during
from directory.hours_grammar import Spot
from directory.when import NOW, When

TOKENS = [
    "Mo",
    "Tu-Fr",
    "Sa",
    "Su",
    "We[1]",
    "PH",
    "SH",
    "off",
    "open",
    "unknown",
    "24/7",
    "09:00-12:00",
    "19:00-08:00",
]
TOKENS += [
    "26:00",
    ";",
    "||",
    ",",
    '"sur rendez-vous"',
    '"',
    "week 1-53/2",
    "Jul-Aug",
    "Dec 25",
    "easter",
    "sunrise",
    "+",
]
EXPRESSIONS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(TOKENS), max_size=7).map(" ".join))
MOMENTS = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2027, 12, 31), timezones=st.just(UTC))
SPOTS = st.sampled_from([Spot("Europe/Paris", 48.8, 2.3, "75"), Spot("Indian/Reunion", -20.9, 55.4, "974")])


@given(EXPRESSIONS, SPOTS, MOMENTS)
def test_any_text_gives_one_coherent_answer(expression: str, spot: Spot, moment: datetime) -> None:
    said = Hours(expression, spot).at(moment)
    assert said.until is None or (said.state is State.OPEN and said.until > moment)
    assert said.next is None or (said.state is State.CLOSED and said.next > moment)
    assert not said.always or said.state is State.OPEN


@given(EXPRESSIONS, SPOTS, MOMENTS)
def test_filter_and_display_agree(expression: str, spot: Spot, moment: datetime) -> None:
    hours = Hours(expression, spot)
    shown = {State.OPEN: True, State.CLOSED: False, State.UNKNOWN: None}
    assert open_during(hours, NOW, moment) is shown[hours.at(moment).state]
    start = moment.replace(tzinfo=None)
    when = When(start=start, end=start + timedelta(hours=4))
    assert open_during(hours, when, moment) is shown[hours.during(when, moment).state]
