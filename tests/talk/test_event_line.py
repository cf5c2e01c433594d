"""An event in one line: what is read, what is refused, and never a date misread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.records.diary import Announcement
from bot.talk.event_line import LineError, read_line, to_line

TODAY = date(2026, 3, 10)
MARCH = date(2027, 3, 16)


def read(line: str) -> Announcement:
    return read_line(line, today=TODAY)


@pytest.mark.parametrize(
    ("said", "start", "end", "hour"),
    [
        ("16/03/2027", MARCH, None, None),
        ("16-3-2027", MARCH, None, None),
        ("16.03.2027", MARCH, None, None),
        ("le 16 mars 2027", MARCH, None, None),
        ("mardi 16 mars 2027", MARCH, None, None),
        ("1er avril 2027", date(2027, 4, 1), None, None),
        ("16/03/2027 14:30", MARCH, None, time(14, 30)),
        ("16/03/2027, 14h30", MARCH, None, time(14, 30)),
        ("16 mars 2027 à 9 h", MARCH, None, time(9)),
        ("16 mars 2027 à partir de 9h", MARCH, None, time(9)),
        ("16/03/2027 0h05", MARCH, None, time(0, 5)),
        ("16/03/2027 - 18/03/2027", MARCH, date(2027, 3, 18), None),
        ("du 16/03/2027 au 18/03/2027 10:00", MARCH, date(2027, 3, 18), time(10)),
        ("du 16 au 18 mars 2027", MARCH, date(2027, 3, 18), None),
        ("16-18 mars 2027", MARCH, date(2027, 3, 18), None),
        ("16 et 17 mars 2027", MARCH, date(2027, 3, 17), None),
        ("du 30 mai au 2 juin 2027", date(2027, 5, 30), date(2027, 6, 2), None),
        ("16/03/2027 au 16/03/2027", MARCH, None, None),
        ("10/03/2026", TODAY, None, None),
        ("29/02/2028", date(2028, 2, 29), None, None),
    ],
)
def test_a_date_is_read_as_people_write_it(said: str, start: date, end: date | None, hour: time | None) -> None:
    written = read(f"Atelier | {said}")
    assert (written.start, written.end, written.hour) == (start, end, hour)


@pytest.mark.parametrize("said", ["printemps 2027", "mars 2027", "fin mars 2027", "début été 2026", "mi-mai 2026"])
def test_a_vague_date_stays_in_words(said: str) -> None:
    written = read(f"Atelier | {said}")
    assert (written.start, written.said) == (None, said)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Atelier", "event-parts"),
        ("a | 16/03/2027 | b | c | d | e", "event-parts"),
        (" | 16/03/2027", "event-no-title"),
        (f"{'a' * 151} | 16/03/2027", "event-long-title"),
        ("a | demain", "event-no-date"),
        ("a | ", "event-no-date"),
        ("a | 16 mars", "event-no-date"),
        ("a | 16/03/27", "event-no-date"),
        ("a | 16/03/2027 ou 17/03/2027", "event-no-date"),
        ("a | 16/03/2027 14:30 17:00", "event-no-date"),
        ("a | 2, 3 et 4 juin 2027", "event-no-date"),
        ("a | 30/02/2027", "event-no-such-day"),
        ("a | 29/02/2027", "event-no-such-day"),
        ("a | 16/13/2027", "event-no-such-day"),
        ("a | 0/03/2027", "event-no-such-day"),
        ("a | 16/03/2027 24:00", "event-no-such-hour"),
        ("a | 16/03/2027 9:75", "event-no-such-hour"),
        ("a | 09/03/2026", "event-past"),
        ("a | mars 2020", "event-past"),
        ("a | 16/03/2099", "event-far"),
        ("a | 18/03/2027 au 16/03/2027", "event-backwards"),
        ("a | 16/03/2027 | Nantes | http://exemple.fr", "event-bad-link"),
        ("a | 16/03/2027 | Nantes | javascript:alert(1)", "event-bad-link"),
        ("a | 16/03/2027 | Nantes | inscription au 02 40", "event-bad-link"),
        ("a | 16/03/2027 | Nantes | Angers", "event-bad-link"),
        (f"a | 16/03/2027 | {'x' * 151}", "event-long-place"),
        (f"a | 16/03/2027 | https://exemple.fr/{'x' * 300}", "event-bad-link"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(line: str, why: str) -> None:
    with pytest.raises(LineError, match=why):
        read(line)


def test_a_place_online_and_a_registration_in_any_order() -> None:
    written = read("a | 16/03/2027 | inscription : ddets@exemple.gouv.fr | en visio")
    assert (written.online, written.place, written.registration) == (True, "", "ddets@exemple.gouv.fr")
    assert read("a | 16/03/2027 | Nantes, Europa | inscription https://e.fr/x?a=1").registration == "https://e.fr/x?a=1"


@pytest.mark.parametrize(
    ("said", "axes"), [("axe 3", "3"), ("axes 3 et 1", "13"), ("Axe 1, 2", "12"), ("axes 4 et 4", "4")]
)
def test_the_axes_of_the_pact(said: str, axes: str) -> None:
    written = read(f"a | 16/03/2027 | Nantes | https://e.fr | {said}")
    assert (written.axes, written.place) == (axes, "Nantes")
    assert replace(written, territory="dep-44").event(day=TODAY).axes == tuple(map(int, axes))
    assert read(to_line(written)) == written


def test_what_nobody_sees_is_taken_out() -> None:
    assert read("Ate\u202elier\u2066\u200b\x07 | 16/03/2027 | Nan\u202etes").title == "Atelier"


titles = st.text(st.characters(exclude_characters="|", exclude_categories=("C", "Z")), min_size=1, max_size=60)


@given(title=titles, day=st.dates(date(2026, 3, 10), date(2030, 1, 1)), days=st.integers(0, 40), hour=st.times())
def test_what_is_written_again_is_read_the_same(title: str, day: date, days: int, hour: time) -> None:
    last = date.fromordinal(day.toordinal() + days)
    line = f"{title} | {day:%d/%m/%Y} au {last:%d/%m/%Y} {hour:%H:%M} | Nantes"
    written = read(line)
    assert (written.start, written.end or written.start) == (day, last)
    assert read(to_line(written)) == written


@given(st.text(max_size=300))
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        written = read(line)
    except LineError:
        return
    assert read(to_line(written)) == written
