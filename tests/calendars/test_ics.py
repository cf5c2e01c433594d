"""iCalendar files of the programs people use, and hostile ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.found import FileRefusedError
from tests.calendars.conftest import calendar, read, whens, whys

DAILY = "RRULE:FREQ=DAILY;COUNT=200"
SIMPLE = "UID:a\nSUMMARY:Atelier\nDTSTART:20270316T133000Z"


def test_a_calendar_of_google_is_read(data: Path) -> None:
    found = read((data / "google.ics").read_bytes())
    assert [(draft.line, draft.what.title) for draft in found.drafts] == [
        (25, "Atelier mobilité, première séance"),
        (42, "Café des aidants"),
        (42, "Café des aidants"),
        (51, "Café des aidants (déplacé)"),
        (59, "Journées de l'accès aux droits"),
    ]
    moved = "2027-04-08 14:00"
    # Of Wednesdays: the second is taken out, the third is moved; the hour stays when clocks change.
    assert whens(found) == ["2027-03-16 14:30", "2027-03-24 10:00", "2027-04-14 10:00", moved, "2027-05-01 2027-05-02"]
    assert found.drafts[0].what.place == "Maison de l'Europe, Nantes"
    assert [draft.cancelled for draft in found.drafts] == [False, False, False, False, True]
    assert (found.past, whys(found)) == (1, [])


def test_a_calendar_of_outlook_is_read_but_for_a_clock_that_nobody_knows(data: Path) -> None:
    found = read((data / "outlook.ics").read_bytes())
    (draft,) = found.drafts
    assert whens(found) == ["2027-03-16 2027-03-18 14:30"]
    assert (draft.what.online, draft.what.registration) == (True, "https://visio.exemple.gouv.fr/salle")
    assert draft.what.axes == "3"
    assert whys(found) == [(13, "events-zone")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DTSTART:20270316T230000Z", "2027-03-17"),
        ("DTSTART:20270716T133000Z", "2027-07-16 15:30"),
        ("DTSTART:20270316T143000", "2027-03-16 14:30"),
        ("DTSTART;TZID=America/Guadeloupe:20270316T143000", "2027-03-16 19:30"),
        ("DTSTART;TZID=/exemple.org/Tz/Europe/London:20270316T143000", "2027-03-16 15:30"),
        ("DTSTART;VALUE=DATE:20270316", "2027-03-16"),
        ("DTSTART;VALUE=DATE:20270316\nDTEND;VALUE=DATE:20270316", "2027-03-16"),
        ("DTSTART;VALUE=DATE:20270316\nDURATION:P2D", "2027-03-16 2027-03-17"),
        ("DTSTART:20270316T090000\nDURATION:PT26H", "2027-03-16 2027-03-17 09:00"),
        ("DTSTART:20270316T200000\nDTEND:20270317T010000", "2027-03-16 20:00"),
        ("DTSTART:20270316T200000\nDTEND:20270317T000000", "2027-03-16 20:00"),
        ("DTSTART:20270316T143059", "2027-03-16 14:30"),
    ],
)
def test_a_moment_is_that_of_the_place(lines: str, expected: str) -> None:
    found = read(calendar(f"UID:a\nSUMMARY:Atelier\n{lines}"))
    assert whys(found) == []
    assert whens(found)[0].removesuffix(" 00:00") == expected


def test_overseas_the_clock_is_another() -> None:
    assert whens(read(calendar(SIMPLE), "dep-974")) == ["2027-03-16 17:30"]
    night = SIMPLE.replace("T133000Z", "T050000Z") + "\nDTEND:20270317T030000Z"
    assert whens(read(calendar(night), "dep-974")) == ["2027-03-16 2027-03-17 09:00"]
    assert whens(read(calendar(SIMPLE + "\nX-SOLIPACTE-TERRITORY:dep-974"), "")) == ["2027-03-16 17:30"]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("SUMMARY:Atelier", "events-no-moment"),
        ("DTSTART:20270316", "events-no-title"),
        ("SUMMARY:\\n \u202e\u200b\nDTSTART:20270316", "events-no-title"),
        ("SUMMARY:a\nDTSTART:20270230", "event-no-such-day"),
        ("SUMMARY:a\nDTSTART:20270316T250000", "event-no-such-hour"),
        ("SUMMARY:a\nDTSTART:demain", "events-no-moment"),
        ("SUMMARY:a\nDTSTART:99991231T235959Z", "event-far"),
        ("SUMMARY:a\nDTSTART:20460316", "event-far"),
        ("SUMMARY:a\nDTSTART:20270316\nDTEND:20270315", "event-backwards"),
        ("SUMMARY:a\nDTSTART:20270316T100000Z\nDTEND:20270316T090000Z", "event-backwards"),
        ("SUMMARY:a\nDTSTART:20270316T100000Z\nDURATION:-PT1H", "event-backwards"),
        ("SUMMARY:a\nDTSTART:20270316\nDURATION:P9999W", "events-long"),
        (f"SUMMARY:{'a' * 151}\nDTSTART:20270316", "event-long-title"),
        (f"SUMMARY:a\nDTSTART:20270316\nLOCATION:{'a' * 151}", "event-long-place"),
        ("SUMMARY:a\nDTSTART:20270316\nURL:http://exemple.fr", "event-bad-link"),
        ("SUMMARY:a\nDTSTART:20270316\nURL:javascript://alert(1)", "event-bad-link"),
        ("SUMMARY:a\nDTSTART:20270316\nX-SOLIPACTE-TERRITORY:dep-00", "events-territory-unknown"),
        ("SUMMARY:a\nDTSTART:20270316\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270316", "events-range"),
        ("SUMMARY:a\nDTSTART;TZID=../../etc/passwd:20270316T100000", "events-zone"),
    ],
)
def test_an_entry_that_is_no_event_is_refused_with_its_line(lines: str, why: str) -> None:
    found = read(calendar("UID:b\nSUMMARY:Bon\nDTSTART:20270316", f"UID:a\n{lines}"))
    assert [draft.what.title for draft in found.drafts] == ["Bon"]
    assert whys(found) == [(8, why)]


def test_without_a_territory_nothing_is_announced() -> None:
    assert whys(read(calendar(SIMPLE), "")) == [(3, "events-territory-missing")]


def test_what_is_over_is_left_aside_and_counted() -> None:
    found = read(calendar("UID:a\nSUMMARY:a\nDTSTART:20260309", "UID:b\nSUMMARY:b\nDTSTART:00010101T000000Z"))
    assert (found.drafts, found.refused, found.past) == ((), (), 2)


def test_titles_show_what_they_are() -> None:
    (draft,) = read(calendar("UID:a\nSUMMARY:<b>Ate\u202elier</b>\\nsuite\nDTSTART:20270316")).drafts
    assert draft.what.title == "<b>Atelier</b> suite"


def test_the_latest_version_of_an_event_counts() -> None:
    new = "UID:a\nSUMMARY:Nouveau\nDTSTART:20270317\nSEQUENCE:2"
    for entries in ((new, SIMPLE), (SIMPLE, new)):
        assert [draft.what.title for draft in read(calendar(*entries)).drafts] == ["Nouveau"]


FILES = {
    "nothing": ("", "events-file-empty"),
    "no event": (calendar(), "events-file-no-event"),
    "cut": (calendar(SIMPLE)[:-30], "events-file-cut"),
    "crossed": (calendar(SIMPLE).replace("END:VEVENT", "END:VTODO"), "events-file-not-ics"),
    "many events": (calendar(*["SUMMARY:a"] * 2_001), "events-file-many"),
    "many series": (calendar(*["RRULE:FREQ=DAILY;COUNT=1"] * 201), "events-file-many-series"),
    "many days": (calendar(*[f"UID:{n}\nSUMMARY:a\nDTSTART:20270316\n{DAILY}" for n in range(26)]), ""),
    "a page": ("<!doctype html><title>404</title>", "events-file-html"),
    "a mail": ("%PDF-1.7", "events-file-other"),
    "a zip": ("PK\x03\x04", "events-file-packed"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_calendar_is_refused(name: str) -> None:
    content, why = FILES[name]
    with pytest.raises(FileRefusedError) as refused:
        read(content)
    assert refused.value.key == (why or "events-file-many")


@pytest.mark.parametrize("event", ["", SIMPLE])
def test_a_hundred_thousand_events_are_refused(event: str) -> None:
    content = calendar(*[event] * 100_000).encode()
    with pytest.raises(FileRefusedError):
        read(content)


@given(st.lists(st.sampled_from([
    "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "UID:a", "SUMMARY:é", "DTSTART:20270316T100000Z",
    "DTSTART;VALUE=DATE:20270316", "DTEND:20270317T100000", "RRULE:FREQ=DAILY;COUNT=3", "RDATE:20270318", " plié",
    "EXDATE:20270316T100000Z,x", "RECURRENCE-ID:20270317T100000Z", "DURATION:P1D", "STATUS:CANCELLED", ";;:", "\u202e",
    'X;A="b:c";D=e:f', "LOCATION:https://a.fr", "URL:https://a.fr", "CATEGORIES:Axe 1", "BEGIN:VALARM", "END:VALARM",
]), max_size=30))  # fmt: skip
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    for text in ("\n".join(lines), calendar("\n".join(lines))):
        try:
            read(text)
        except FileRefusedError:
            continue
