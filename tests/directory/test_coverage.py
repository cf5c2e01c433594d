"""How communes are covered, against reading every service one by one."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from directory.communes.commune import Commune
from directory.coverage import NEAR_KM, Cover, Survey
from directory.distance import great_circle_km
from directory.hours import Hours
from directory.hours_grammar import Spot
from directory.search_query import Query
from directory.snapshot import IndexRow
from directory.snapshot_build import build
from directory.weekly import weekly_hours
from tests.directory.invented import TOWNS
from tests.directory.test_search_brute_force import directory, eligible

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Paris"))
COMMUNES = [
    Commune(f"{number:05}", "x", departement, "", None, None, 1, latitude, longitude, ())
    for number, (latitude, longitude, departement) in enumerate(TOWNS)
]


@pytest.mark.parametrize("need", ["need-03", "theme-05", "need-nobody"])
def test_a_survey_finds_what_reading_each_service_finds(need: str) -> None:
    rows, snapshot = directory()
    for covered in Survey(snapshot, NOW).of(need, COMMUNES):
        at = covered.commune.latitude or 0.0, covered.commune.longitude or 0.0
        found = [
            great_circle_km(*at, row.latitude or 0.0, row.longitude or 0.0)
            for row in rows.values()
            if eligible(row, Query(needs=(need,)))
        ]
        assert covered.near == sum(km <= NEAR_KM for km in found)
        assert covered.nearest_km == (pytest.approx(min(found), abs=0.001) if found else None)


def test_services_of_the_commune_are_known_by_its_code() -> None:
    places = ("00004", "00004", None, "00004")
    rows = [
        IndexRow(
            str(number), "s", ("meal",), 47.218, -1.554, place=place, hours="Mo-Fr 09:00-12:00" if number else None
        )
        for number, place in enumerate(places)
    ]
    (covered,) = Survey(build(rows, themes={"meal": "food"}), NOW).of("meal", [COMMUNES[4]])
    assert (covered.inside, covered.near, covered.hours, covered.silent) == (3, 4, 45.0, 1)
    assert covered.cover is Cover.FULL
    (elsewhere,) = Survey(build(rows, themes={"meal": "food"}), NOW).of("meal", [COMMUNES[0]])
    assert elsewhere.cover is Cover.NONE


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Mo-Fr 09:00-12:00", 15.0),
        ("Mo-Su 19:00-08:00", 7 * 13.0),
        ("24/7", 168.0),
        ("Mo-Fr 09:00-12:00; PH off", 15.0),
        ("We,Sa 10:00-12:00", 4.0),
        ("Mo-Fr 09:00-12:00; Dec off", 15.0),
        ("off", 0.0),
        (None, None),
        ("lundi et jeudi matin", None),
        ('"sur rendez-vous"', None),
    ],
)
def test_hours_of_a_week_are_those_that_are_sure(said: str | None, hours: float | None) -> None:
    assert weekly_hours(Hours(said, Spot("Europe/Paris")), date(2026, 11, 16)) == hours
