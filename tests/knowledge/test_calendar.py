"""The events of the documents: which ones, when, and as a file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from knowledge.base import Knowledge
from knowledge.calendar import asks_for_events, events, is_over, wanted
from knowledge.dates import when
from knowledge.ics import calendar_file

NOW = datetime(2024, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("quoi de prévu le 19 novembre en Pays de la Loire", ["pdl-ev-genre"]),
        ("agenda d'octobre à Narbonne", ["occ-ev-narbonne"]),
        ("agenda de la Bretagne", []),
        ("prochaine réunion mobilité", ["pdl-ev-atelier-mobilite", "pdl-ev-journee-mobilite"]),
    ],
)
def test_events_by_place_day_and_words(knowledge: Knowledge, question: str, found: list[str]) -> None:
    asked = knowledge.reader.read(question)
    assert asks_for_events(asked)
    held = [event.id for event in events(knowledge, wanted(asked))]
    assert [name for name in held if name in found] == found
    assert bool(held) == bool(found)


def test_a_question_about_one_event_is_no_list(knowledge: Knowledge) -> None:
    assert not asks_for_events(knowledge.reader.read("où a lieu la journée nationale du travail social"))


def test_what_is_past_is_told_past(knowledge: Knowledge) -> None:
    held = knowledge.library.events
    assert not is_over(held["pdl-ev-genre"], date(2024, 11, 19))
    assert is_over(held["pdl-ev-genre"], date(2024, 11, 20))
    assert not is_over(held["pdl-ev-conference"], date(2025, 6, 1))
    assert is_over(held["pdl-ev-conference"], date(2026, 1, 1))


def test_dates_are_said_as_people_say_them(knowledge: Knowledge) -> None:
    said = {name: when(event) for name, event in knowledge.library.events.items()}
    assert said["pdl-ev-impact-social"] == "mardi 1er octobre 2024"
    assert said["pdl-ev-conference"] == "Fin 2024/Début 2025"
    assert "24 et 25 septembre 2024" in said.values()


@pytest.mark.parametrize(
    "question", ["agenda axe 3 octobre 2024", "octobre 2024, axe 3", "agenda de l'axe 3 en octobre 2024"]
)
def test_an_axis_is_no_subject_and_no_day(knowledge: Knowledge, question: str) -> None:
    asked = wanted(knowledge.reader.read(question))
    assert (asked.axes, asked.months, asked.years, asked.terms, asked.days) == ((3,), (10,), (2024,), (), ())


def test_the_file_opens_in_a_calendar(knowledge: Knowledge) -> None:
    content = calendar_file(knowledge.library.events.values(), lambda _: ZoneInfo("Europe/Paris"), now=NOW)
    assert content is not None
    entries = Calendar.from_ical(content).walk("VEVENT")
    dated = [event for event in knowledge.library.events.values() if event.start]
    assert len(entries) == len(dated) > 10
    (one,) = [entry for entry in entries if "transition écologique" in str(entry["summary"])]
    assert one.decoded("dtstart") == datetime(2024, 9, 23, 12, 30, tzinfo=UTC)
    assert calendar_file([], lambda _: ZoneInfo("Europe/Paris"), now=NOW) is None
