"""Opening hours at frozen moments. 20 November 2026 is a Friday."""

from __future__ import annotations

from datetime import datetime

import pytest

from directory.holidays import Holiday
from directory.hours import State, opening
from directory.hours_grammar import LONGEST_EXPRESSION
from directory.zones import zone_of
from tests.directory.hours_asked import COMMENT, GUADELOUPE, MAYOTTE, NIGHT, OFFICE, PARIS, REUNION, ask, at


@pytest.mark.parametrize(
    ("expression", "moment", "until"),
    [
        (OFFICE, "2026-11-20T10:00", "2026-11-20T12:00"),
        (OFFICE, "2026-11-20T08:30", "2026-11-20T12:00"),
        (OFFICE, "2026-11-20T17:29", "2026-11-20T17:30"),
        ("Mo-Fr 9:00-12:00", "2026-11-20T09:00", "2026-11-20T12:00"),
        ("mo-fr 09:00-12:00", "2026-11-20T09:00", "2026-11-20T12:00"),
        ("Mo-Fr 09:00-12:00;", "2026-11-20T09:00", "2026-11-20T12:00"),
        (NIGHT, "2026-11-20T23:00", "2026-11-21T08:00"),
        (NIGHT, "2026-11-21T03:00", "2026-11-21T08:00"),
        ("Fr 20:00-26:00", "2026-11-21T01:30", "2026-11-21T02:00"),
        ("Fr 20:00-24:00; Sa 00:00-06:00", "2026-11-20T21:00", "2026-11-21T06:00"),
        # ISO week 47 holds 20 November 2026.
        ("week 1-53/2 Mo-Fr 09:00-12:00", "2026-11-20T10:00", "2026-11-20T12:00"),
        ("week 2-52/2 We 14:00-17:00", "2026-11-25T15:00", "2026-11-25T17:00"),
        ("Tu[1] 14:00-17:00", "2026-12-01T14:00", "2026-12-01T17:00"),
        ("Th[-1] 17:00-19:00", "2026-11-26T18:00", "2026-11-26T19:00"),
        ("Nov 15-Mar 31: Mo-Fr 11:30-13:30", "2026-11-20T12:00", "2026-11-20T13:30"),
        ("Jul-Aug off; Mo-Fr 09:00-12:00", "2026-11-20T10:00", "2026-11-20T12:00"),
        ("Mo-Fr 09:00-12:00; Jul-Aug off", "2026-11-20T10:00", "2026-11-20T12:00"),
        ("Mo-Fr sunrise-sunset", "2026-11-20T12:00", "2026-11-20T17:05"),
        ("Mo-Fr 09:00-12:00 || unknown", "2026-11-20T10:00", "2026-11-20T12:00"),
        ("PH 10:00-12:00", "2026-12-25T11:00", "2026-12-25T12:00"),
        ("Mo-Fr 18:00+", "2026-11-20T20:00", None),
        ("Mo-Su 09:00-18:00", "2026-12-25T10:00", "2026-12-25T18:00"),
        ("Mo-Su 10:00-12:00; Dec 24 off", "2026-11-20T10:00", "2026-11-20T12:00"),
        ("Sa-Su 22:00-05:00", "2026-10-25T04:00", "2026-10-25T05:00"),
        ("Su 08:00-12:00", "2027-03-28T08:00", "2027-03-28T12:00"),
    ],
)
def test_open_until(expression: str, moment: str, until: str | None) -> None:
    said = ask(expression, moment)
    assert said.state is State.OPEN
    assert said.until == (at(until) if until else None)
    assert not said.always
    assert said.next is None


@pytest.mark.parametrize(
    ("expression", "moment", "following"),
    [
        (OFFICE, "2026-11-20T12:00", "2026-11-20T13:30"),
        (OFFICE, "2026-11-20T17:30", "2026-11-23T08:30"),
        ("Mo-Fr 09:00-12:00", "2026-11-21T10:00", "2026-11-23T09:00"),
        (OFFICE, "2026-05-01T10:00", "2026-05-04T08:30"),
        (OFFICE, "2026-12-25T10:00", "2026-12-28T08:30"),
        (OFFICE, "2026-04-06T10:00", "2026-04-07T08:30"),
        (OFFICE, "2026-12-24T18:00", "2026-12-28T08:30"),
        (NIGHT, "2026-11-20T12:00", "2026-11-20T19:00"),
        ("Fr 20:00-26:00", "2026-11-21T02:00", "2026-11-27T20:00"),
        ("week 1-53/2 Mo-Fr 09:00-12:00", "2026-11-21T10:00", "2026-11-30T09:00"),
        ("week 2-52/2 Sa 09:00-12:00", "2026-11-21T10:00", "2026-11-28T09:00"),
        ("Tu[1] 14:00-17:00", "2026-11-20T10:00", "2026-12-01T14:00"),
        ("Jul-Aug off; Mo-Fr 09:00-12:00", "2026-07-15T10:00", "2026-09-01T09:00"),
        ("Mo-Fr 09:00-12:00; Aug off", "2026-08-12T10:00", "2026-09-01T09:00"),
        ("PH off; Mo-Fr 09:00-12:00", "2026-12-25T10:00", "2026-12-28T09:00"),
        ("Nov 15-Mar 31: Mo-Fr 11:30-13:30", "2027-04-06T12:00", "2027-11-15T11:30"),
        ('Mo-Fr 09:00-12:00; 2026 Nov 23 off "travaux"', "2026-11-21T10:00", "2026-11-24T09:00"),
        ("Mo-Fr 09:00-12:00; SH off", "2026-11-20T13:00", None),
        ("off", "2026-11-20T13:00", None),
        ("2031 Jan 01 09:00-12:00", "2026-11-20T13:00", None),
        ("Mo-Fr 09:00-12:00 unknown", "2026-11-20T13:00", None),
        ("Mo off; Tu 14:00-16:00", "2026-11-23T15:00", "2026-11-24T14:00"),
        ("Su 08:00-12:00", "2026-10-25T02:30", "2026-10-25T08:00"),
        ("Su 04:00-08:00", "2027-03-28T01:30", "2027-03-28T04:00"),
        ("Mo-Su 10:00-12:00; easter off", "2027-03-28T10:30", "2027-03-29T10:00"),
    ],
)
def test_closed_until(expression: str, moment: str, following: str | None) -> None:
    said = ask(expression, moment)
    assert said.state is State.CLOSED
    assert said.next == (at(following) if following else None)
    assert said.until is None


@pytest.mark.parametrize(
    ("expression", "raw"),
    [
        (None, None),
        ("", None),
        ("   ", None),
        (" ; ", None),
        ("09h00-12h00", "09h00-12h00"),
        ("Lu-Ve 09:00-12:00", "Lu-Ve 09:00-12:00"),
        ("Mo-Fr 09h00-12h00", "Mo-Fr 09h00-12h00"),
        ("Mo-Fr 09:00-12:00 / 14:00-17:00", "Mo-Fr 09:00-12:00 / 14:00-17:00"),
        ("du lundi au vendredi de 9h à 12h", "du lundi au vendredi de 9h à 12h"),
        ("Sur rendez-vous", "Sur rendez-vous"),
        ('"sur rendez-vous"', "sur rendez-vous"),
        (COMMENT, "Mo-Fr 09:00-12:00; fermé le premier lundi"),
        ('Mo-Fr 09:00-12:00; "lundi; fermé"', "Mo-Fr 09:00-12:00; lundi; fermé"),
        ('Mo-Fr 09:00-12:00 "sauf le premier vendredi"', "Mo-Fr 09:00-12:00 sauf le premier vendredi"),
        ('Fr "sur rendez-vous"', "Fr sur rendez-vous"),
        ("Mo-Fr", "Mo-Fr"),
        ("open", "open"),
        ("unknown", "unknown"),
        ("Mo-Fr 09:00-12:00; SH off", "Mo-Fr 09:00-12:00; SH off"),
        ("SH Mo-Fr 09:00-12:00", "SH Mo-Fr 09:00-12:00"),
        ("Mo-Fr 09:00-12:00; SH Mo-Fr 09:00-17:00", "Mo-Fr 09:00-12:00; SH Mo-Fr 09:00-17:00"),
        ("Mo-Fr 25:99-12:00", "Mo-Fr 25:99-12:00"),
        ("<b>lundi</b>", "<b>lundi</b>"),
    ],
)
def test_what_is_not_understood_is_unknown_and_shown_as_written(expression: str | None, raw: str | None) -> None:
    said = ask(expression, "2026-11-20T10:00")
    assert said.state is State.UNKNOWN
    assert said.raw == raw
    assert said.until is None
    assert said.next is None


def test_a_text_far_too_long_is_unknown_and_cut() -> None:
    said = ask("Mo-Fr 09:00-12:00;" * LONGEST_EXPRESSION, "2026-11-20T10:00")
    assert said.state is State.UNKNOWN
    assert said.raw is not None
    assert len(said.raw) <= 200


def test_the_sun_of_nowhere_is_unknown() -> None:
    for latitude, longitude in ((None, None), (2.35, 4885.0)):
        said = opening("sunrise-sunset", zone=PARIS, latitude=latitude, longitude=longitude, at=at("2026-11-20T12:00"))
        assert said.state is State.UNKNOWN


def test_day_and_night() -> None:
    said = ask("24/7", "2026-11-20T03:00")
    assert (said.state, said.always, said.until) == (State.OPEN, True, None)
    assert ask("Mo-Su 00:00-24:00", "2026-12-25T03:00").always


def test_by_appointment_is_open_and_says_so() -> None:
    said = ask('Mo-Fr 09:00-12:00 "sur rendez-vous"', "2026-11-20T10:00")
    assert (said.state, said.comment, said.raw) == (State.OPEN, "sur rendez-vous", None)


@pytest.mark.parametrize(
    ("zone", "departement", "moment"),
    [
        (GUADELOUPE, "971", "2026-05-27T09:00"),
        ("America/Martinique", "972", "2026-05-22T09:00"),
        ("America/Cayenne", "973", "2026-06-10T09:00"),
        (REUNION, "974", "2027-12-20T09:00"),
        (MAYOTTE, "976", "2026-04-27T09:00"),
        (GUADELOUPE, "971", "2027-03-26T09:00"),
        (PARIS, "67", "2027-03-26T09:00"),
        (PARIS, "68", "2028-12-26T09:00"),
        (PARIS, "57", "2028-12-26T09:00"),
    ],
)
def test_a_local_holiday_raises_a_doubt(zone: str, departement: str, moment: str) -> None:
    said = ask(OFFICE, moment, zone, departement=departement)
    assert (said.state, said.holiday) == (State.UNKNOWN, Holiday.LOCAL)
    elsewhere = ask(OFFICE, moment, PARIS, departement="44")
    assert elsewhere.state is State.OPEN


def test_an_office_that_says_nothing_of_holidays_is_not_surely_open_on_one() -> None:
    said = ask("Mo-Fr 09:00-12:00", "2026-12-25T10:00")
    assert (said.state, said.holiday) == (State.UNKNOWN, Holiday.NATIONAL)
    assert ask("Mo-Fr 09:00-12:00", "2026-12-24T13:00").next == at("2026-12-28T09:00")


def test_a_place_open_every_day_is_open_on_holidays_and_says_that_it_is_one() -> None:
    said = ask(NIGHT, "2026-12-25T20:00")
    assert (said.state, said.holiday) == (State.OPEN, Holiday.NATIONAL)


@pytest.mark.parametrize(
    ("departement", "local", "paris"),
    [
        ("974", "2026-11-20T08:00", "2026-11-20T05:00"),
        ("971", "2026-11-20T08:30", "2026-11-20T13:30"),
        ("972", "2026-11-20T11:00", "2026-11-20T16:00"),
        ("976", "2026-11-20T11:59", "2026-11-20T09:59"),
    ],
)
def test_times_are_those_of_the_place(departement: str, local: str, paris: str) -> None:
    zone = zone_of(departement)
    said = opening("Mo-Fr 08:00-12:00", zone=zone, latitude=None, longitude=None, at=at(paris))
    assert said.state is State.OPEN
    assert said.until == at("2026-11-20T12:00", zone)
    assert at(paris) == at(local, zone)


def test_departements_have_their_own_clock() -> None:
    assert zone_of("974") == REUNION
    assert zone_of("2A") == zone_of(None) == zone_of("44") == PARIS


@pytest.mark.parametrize("moment", ["2026-10-25T00:15:00+00:00", "2026-10-25T01:15:00+00:00"])
def test_both_passages_of_the_repeated_hour(moment: str) -> None:
    said = opening("Sa 22:00-02:30", zone=PARIS, latitude=None, longitude=None, at=datetime.fromisoformat(moment))
    assert said.state is State.OPEN
    assert said.until is not None
    assert f"{said.until:%H:%M}" == "02:30"


def test_the_hour_that_does_not_exist() -> None:
    before, after = datetime.fromisoformat("2027-03-28T00:59+00:00"), datetime.fromisoformat("2027-03-28T01:01+00:00")
    for moment, state in ((before, State.OPEN), (after, State.CLOSED)):
        said = opening("Sa 22:00-02:30", zone=PARIS, latitude=None, longitude=None, at=moment)
        assert said.state is state
