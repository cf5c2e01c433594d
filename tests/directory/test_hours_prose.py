"""Hours in French words: read when every word is understood, else kept as words, which are never open."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.hours import State, opening
from directory.hours_prose import read, written
from directory.hours_week import clock, comment, span, week

SURE = {
    "du lundi au vendredi 9h-12h30 et 14h-17h30": "Mo-Fr 09:00-12:30,14:00-17:30",
    "Lundi et jeudi : 9h à 12h": "Mo,Th 09:00-12:00",
    "9h-12h du lundi au vendredi": "Mo-Fr 09:00-12:00",
    "24h/24 et 7j/7": "24/7",
    "Lundi matin 9h-12h, lundi après-midi 14h-17h": "Mo 09:00-12:00,14:00-17:00",
    "Mardi, mercredi et vendredi de 8h30 à 12h00 ; samedi 10h-12h": "Tu-We,Fr 08:30-12:00; Sa 10:00-12:00",
    "Tous les jours 10h-18h sauf dimanche": "Mo-Sa 10:00-18:00",
    "lun-ven: 9:00-17:00": "Mo-Fr 09:00-17:00",
    "Lundi 9h-12h sur rendez-vous": 'Mo 09:00-12:00 "sur rendez-vous"',
    "de 9h à midi le mardi": "Tu 09:00-12:00",
    "lundi 22h-6h": "Mo 22:00-06:00",
    "lundi 9h - 12h / 14h - 17h": "Mo 09:00-12:00,14:00-17:00",
    "Lundi 9h-12h fermé le mercredi": "Mo 09:00-12:00",
    "JEUDI 14H00 - 16H30": "Th 14:00-16:30",
}
UNSURE = (
    "le 1er lundi du mois",
    "mardi",
    "sur rendez-vous",
    "9-12",
    "lundi 12h-9h",
    "lundi 25h-26h",
    "vacances scolaires lundi 9h-12h",
    "mardi 14h-17h (hors vacances)",
    "du vendredi au lundi 9h-12h",
    "lundi 9h-12h un lundi sur deux",
    "lundi 9h-12h et mardi",
    "appeler avant de venir",
    "lundi 9h-12h juin à septembre",
    "",
)


@pytest.mark.parametrize(("said", "expression"), SURE.items())
def test_what_is_sure_is_read(said: str, expression: str) -> None:
    assert read(said) == expression


@pytest.mark.parametrize("said", UNSURE)
def test_what_is_not_sure_is_not_read(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize("said", [said for said in UNSURE if said])
def test_words_are_kept_and_never_open(said: str) -> None:
    kept = written(said)
    assert kept == f'"{said}"'
    for hour in range(24):
        moment = datetime(2026, 3, 9, hour, 30, tzinfo=ZoneInfo("Europe/Paris"))
        found = opening(kept, zone="Europe/Paris", latitude=None, longitude=None, at=moment)
        assert (found.state, found.raw) == (State.UNKNOWN, said)


def test_the_syntax_of_openstreetmap_stays_as_it_is() -> None:
    assert written("Mo-Fr 09:00-12:00; PH off") == "Mo-Fr 09:00-12:00; PH off"


@given(st.text(max_size=80))
def test_any_text_is_read_or_kept(said: str) -> None:
    kept = written(said)
    assert kept is None or read(said) == kept or kept.startswith('"') or kept == " ".join(said.split())


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        (830, "08:30"),
        ("830", "08:30"),
        ("9h00", "09:00"),
        ("09:00:00", "09:00"),
        (0, "00:00"),
        ("24:00", "24:00"),
        ("24:30", None),
        ("2500", None),
        (-5, None),
        (True, None),
        (None, None),
        ([9], None),
        ("٩", None),
    ],
)
def test_hours_of_files_are_read(said: object, hour: str | None) -> None:
    assert clock(said) == hour


def test_days_with_the_same_hours_are_said_together() -> None:
    morning = [("09:00", "12:00")]
    assert week({0: morning, 1: morning, 3: morning, 4: []}) == "Mo-Tu,Th 09:00-12:00"
    assert week({}) is None
    assert span("12:00", "09:00") is None
    assert comment('dit "ainsi"') == "\"dit 'ainsi'\""
