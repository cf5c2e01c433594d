"""Tables of events as people make them: any separator, any alphabet, names of columns that are forgiven."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.found import FileRefusedError
from tests.calendars.conftest import read, when, whens, whys


def row(*cells: str, header: str = "titre;date;heure;lieu;inscription;axe;territoire") -> str:
    return f"{header}\n{';'.join(cells)}\n"


def test_a_table_of_excel_is_read(data: Path) -> None:
    found = read((data / "excel.csv").read_bytes(), "")
    assert [(draft.line, draft.what.title, when(draft), draft.what.territory) for draft in found.drafts] == [
        (4, "Atelier « mobilité »", "2027-03-16 14:30", "dep-44"),
        (5, "Comité", "2027-03-18", "dep-44"),
        (6, "Forum", "2027-06-02 2027-06-04 09:00", "dep-49"),
    ]
    assert [draft.what.online for draft in found.drafts] == [False, True, False]
    assert found.drafts[2].what.registration == "ddets@exemple.gouv.fr"
    assert whys(found) == [(7, "event-no-such-day"), (9, "events-territory-unknown")]
    assert (found.past, found.unread) == (1, ("Animateur",))


def test_a_table_in_english_and_utf_16_is_read(data: Path) -> None:
    found = read((data / "english.csv").read_bytes())
    assert whens(found) == ["2027-03-16 2027-03-17 14:30", "2027-03-18 08:00"]
    assert [(draft.what.title, draft.what.axes, draft.cancelled) for draft in found.drafts] == [
        ("Workshop, one", "13", False),
        ("Breakfast", "2", True),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_usual_alphabet_separator_and_end_of_line(encoding: str, separator: str, end: str) -> None:
    text = row("Été à la ferme", "16/03/2027", "9h", "Nantes").replace(";", separator).replace("\n", end)
    (draft,) = read(text.encode(encoding)).drafts
    assert (draft.what.title, when(draft)) == ("Été à la ferme", "2027-03-16 09:00")


@pytest.mark.parametrize(
    ("date", "hour", "expected"),
    [
        ("16/03/2027", "14:30:00", "2027-03-16 14:30"),
        ("16/03/2027 14:30", "", "2027-03-16 14:30"),
        ("16/03/2027 14:30:00", "", "2027-03-16 14:30"),
        ("2027-03-16 00:00:00", "", "2027-03-16"),
        ("mardi 16 mars 2027", "à 14 h 30", "2027-03-16 14:30"),
        ("du 16 au 18 mars 2027", "9h-12h", "2027-03-16 2027-03-18 09:00"),
        ("46462", "0,5", "2027-03-16 12:00"),
        ("printemps 2027", "", "printemps 2027"),
        ("16/03/2027", "12 am", "2027-03-16 00:00"),
        ("16/03/2027", "9 p.m.", "2027-03-16 21:00"),
        ("16/03/2027", "10h à 17h30", "2027-03-16 10:00"),
    ],
)
def test_a_date_and_an_hour_as_tables_have_them(date: str, hour: str, expected: str) -> None:
    found = read(row("a", date, hour))
    assert whys(found) == []
    assert when(found.drafts[0]) == expected.removesuffix(" 00:00") or when(found.drafts[0]) == expected


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (("", "16/03/2027"), "events-no-title"),
        (("\u202e\u200b", "16/03/2027"), "events-no-title"),
        (("a", ""), "event-no-date"),
        (("a", "16/03/27"), "event-no-date"),
        (("a", "30/02/2027"), "event-no-such-day"),
        (("a", "16/03/2050"), "event-far"),
        (("a", "18/03/2027 au 16/03/2027"), "event-backwards"),
        (("a", "16/03/2027", "25h"), "event-no-such-hour"),
        (("a", "16/03/2027", "le matin"), "event-no-such-hour"),
        (("a", "16/03/2027", "13 pm"), "event-no-such-hour"),
        (("a" * 151, "16/03/2027"), "event-long-title"),
        (("a" * 2001, "16/03/2027"), "events-cell-long"),
        (("a", "16/03/2027", "", "b" * 151), "event-long-place"),
        (("a", "16/03/2027", "", "", "http://a.fr"), "event-bad-link"),
        (("a", "16/03/2027", "", "", "", "5"), "events-axes"),
        (("a", "16/03/2027", "", "", "", "", "Atlantide"), "events-territory-unknown"),
        (("=1+1", "16/03/2027"), "events-formula"),
        (('=HYPERLINK("http://a")', "16/03/2027"), "events-formula"),
        (("a", "16/03/2027", "", "=cmd|' /C calc'!A0"), "events-formula"),
    ],
)
def test_a_line_that_is_no_event_is_refused_with_its_number(cells: tuple[str, ...], why: str) -> None:
    found = read(row(*(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells)))
    assert (found.drafts, whys(found)) == ((), [(2, why)])


def test_a_line_counts_those_that_a_cell_holds() -> None:
    found = read('titre;date\n"a\nb";16/03/2027\n\nc;30/02/2027\n')
    assert [(draft.line, draft.what.title) for draft in found.drafts] == [(2, "a b")]
    assert whys(found) == [(5, "event-no-such-day")]


def test_a_place_in_several_columns_is_one() -> None:
    found = read(row("a", "16/03/2027", "Europa", "Nantes", header="titre;date;salle;ville"))
    assert found.drafts[0].what.place == "Europa, Nantes"


def test_tricks_in_a_title_show() -> None:
    (draft,) = read(row("<script>alert(1)</script>\u202egnp", "16/03/2027")).drafts
    assert draft.what.title == "<script>alert(1)</script>gnp"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("nom;prénom\na;b\n", "events-file-no-columns"),
        ("titre;date\n", "events-file-no-event"),
        ('titre;date\n"a;16/03/2027\nb;16/03/2027\n', "events-file-not-csv"),
        ("titre;date\n" + "a;16/03/2027\n" * 2_001, "events-file-many"),
        (b"titre;date\n\x81\xff;16/03/2027", "events-file-encoding"),
        (b"titre;date\na\0b;16/03/2027", "events-file-encoding"),
        (b" \r\n\t", "events-file-empty"),
        ("titre;date\n" + "a" * 200_000, "events-file-not-csv"),
    ],
)
def test_a_file_that_is_no_table_is_refused(content: str | bytes, why: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        read(content)
    assert refused.value.key == why


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=6), st.sampled_from([";", ",", "\t"]))
def test_any_table_is_read_or_refused(lines: list[list[str]], separator: str) -> None:
    body = "\n".join(separator.join(cells) for cells in lines)
    try:
        read(f"titre{separator}date{separator}heure{separator}lieu{separator}axe\n{body}".encode("utf-8", "replace"))
    except FileRefusedError:
        return
