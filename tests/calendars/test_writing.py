"""The calendar in a file, read again by ourselves and by others; no cell is a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from bot.calendars.plan import plan
from bot.calendars.writing import KINDS, written
from bot.records.diary import Announcement, Kept, Origin
from bot.talk.event_line import LineError, read_line
from tests.calendars.conftest import TODAY, desk, read
from tests.house import TUESDAY

LINES = (
    "Atelier, « mobilité » ; suite | 16/03/2027 14:30 | Nantes, Europa | https://exemple.gouv.fr/a?b=1 | axes 1, 3",
    "Forum | 16/03/2027 au 18/03/2027 9:00 | Rezé | ddets@exemple.gouv.fr",
    "Soirée | 17/03/2027 23:30 | en visio",
    "Journées | 20/03/2027 au 22/03/2027 | Nantes",
)


def held(*lines: str, cancelled: bool = False, territory: str = "dep-44") -> list[Kept]:
    what = [replace(read_line(line, today=TODAY), territory=territory) for line in lines]
    return [Kept(number, each, cancelled, 0, Origin()) for number, each in enumerate(what, 1)]


def made(events: list[Kept], kind: str) -> bytes:
    content = written(events, kind, desk().clock, now=TUESDAY)
    assert content
    return content


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("territory", ["dep-44", "dep-974"])
def test_an_export_read_again_changes_nothing(kind: str, territory: str) -> None:
    events = held(*LINES, territory=territory) + [replace(each, number=9) for each in held("Ôté | 1er mai 2027")]
    found = read(made(events, kind), "")
    assert (found.refused, found.past, found.unread) == ((), 0, ())
    again = plan(found, events, today=TODAY)
    assert (again.changes, again.same) == (0, 5)
    assert [draft.what for draft in found.drafts] == [each.what for each in events]


@pytest.mark.parametrize("kind", KINDS)
def test_a_cancelled_event_is_exported_as_such(kind: str) -> None:
    found = read(made(held(LINES[0], cancelled=True), kind), "")
    assert [draft.cancelled for draft in found.drafts] == [True]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_date_in_words_is_exported(kind: str) -> None:
    assert [draft.what.said for draft in read(made(held("Journée | printemps 2027"), kind)).drafts] == [
        "printemps 2027"
    ]


def test_an_export_that_was_corrected_corrects_the_calendar() -> None:
    events = held(*LINES)
    corrected = made(events, "csv").decode("utf-8-sig").replace("Forum", "Grand forum").encode()
    again = plan(read(corrected), events, today=TODAY)
    assert [(change.before.number, change.draft.what.title) for change in again.changed] == [(2, "Grand forum")]
    # A number of another calendar is no reason to change an event that has nothing to do with it.
    others = held(*["Autre chose | 02/04/2027"] * 4)
    assert plan(read(corrected), others, today=TODAY).changed == ()


def test_nothing_makes_no_file() -> None:
    assert [written([], kind, desk().clock, now=TUESDAY) for kind in KINDS] == [None] * 3


def test_another_program_reads_the_calendar() -> None:
    entries = Calendar.from_ical(made(held(*LINES), "ics")).walk("VEVENT")
    assert [str(entry["summary"]) for entry in entries][1] == "Forum"
    assert str(entries[0]["url"]) == "https://exemple.gouv.fr/a?b=1"


@pytest.mark.parametrize("title", ["=1+1", "+33 1", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(title: str) -> None:
    (event,) = held("x | 16/03/2027")
    event = replace(event, what=replace(event.what, title=title))
    rows = list(csv.reader(io.StringIO(made([event], "csv").decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0] == f"'{title}"
    package = zipfile.ZipFile(io.BytesIO(made([event], "xlsx")))
    assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    for kind in ("csv", "xlsx"):
        assert [draft.what.title for draft in read(made([event], kind)).drafts] == [title]


def test_a_workbook_has_real_dates() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made(held(*LINES), "xlsx")))
    assert book.get_sheet_by_index(0).to_python()[1][1] == held(*LINES)[0].what.start


@given(st.text(max_size=60), st.sampled_from(KINDS))
def test_any_title_comes_back(title: str, kind: str) -> None:
    try:
        what: Announcement = read_line(f"{title.replace('|', ' ')} | 16/03/2027", today=TODAY)
    except LineError:
        return
    event = Kept(1, replace(what, territory="dep-44"), cancelled=False, revision=0, origin=Origin())
    assert [draft.what for draft in read(made([event], kind)).drafts] == [event.what]
