"""Workbooks: what their cells show; bombs and broken ones are refused before they are unpacked."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import xlsxwriter

from bot.calendars.found import FileRefusedError
from tests.calendars.conftest import read, when, whys

SHEET = "xl/worksheets/sheet1.xml"


@cache
def workbook() -> bytes:
    """One good event."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate((("Titre", "Date", "Heure"), ("Atelier", "16/03/2027", "14 h 30"))):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    return made.getvalue()


def rewritten(change: Callable[[str, bytes], bytes], data: bytes | None = None) -> bytes:
    """The same package, each part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or workbook())) as given, zipfile.ZipFile(made, "w", 8) as packed:
        for part in given.infolist():
            packed.writestr(part.filename, change(part.filename, given.read(part)))
    return made.getvalue()


def sheet(change: Callable[[bytes], bytes]) -> bytes:
    return rewritten(lambda name, content: change(content) if name == SHEET else content)


def test_the_first_sheet_that_names_its_columns_is_read(data: Path) -> None:
    found = read((data / "tableau.xlsx").read_bytes())
    assert [(draft.line, draft.what.title, when(draft), draft.what.axes) for draft in found.drafts] == [
        (3, "Atelier", "2027-03-16 14:30", "3"),
        # What the formula gave when the file was written: nothing is computed here.
        (5, "Comité", "2027-03-18 09:00", ""),
    ]
    assert whys(found) == [(6, "events-formula")]


def in_front(more: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(b"</sheetData>", more + b"</sheetData>")


def lying() -> bytes:
    """A part that unpacks to more than it declares."""
    data = bytearray(sheet(lambda c: c + b" " * 1_000_000))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        declared = package.getinfo(SHEET).file_size
    at = data.rindex(declared.to_bytes(4, "little"))
    data[at : at + 4] = (2_000).to_bytes(4, "little")
    return bytes(data)


HOSTILE = {
    "a cell at the far corner": (lambda: sheet(lambda c: c.replace(b'r="A2"', b'r="XFD1048576"')), "events-file-wide"),
    "a far cell, spelled otherwise": (lambda: sheet(lambda c: c.replace(b'r="A2"', b"r = 'XFD9'")), "events-file-wide"),
    "a far cell, hidden": (lambda: sheet(lambda c: c.replace(b'r="A2"', b'r="&#88;FD9"')), "events-file-broken"),
    "many columns": (lambda: sheet(in_front(b"<row>" + b"<c><v>1</v></c>" * 101 + b"</row>")), "events-file-wide"),
    "many rows": (lambda: sheet(in_front(b"<row><c><v>1</v></c></row>" * 5_001)), "events-file-wide"),
    "many events": (lambda: sheet(in_front(b"<row><c><v>1</v></c></row>" * 2_001)), "events-file-many"),
    "a bomb": (lambda: sheet(lambda c: c + b" " * 30_000_000), "events-file-unpacked"),
    "a bomb in parts": (lambda: rewritten(lambda _, c: c + b" " * 9_000_000), "events-file-unpacked"),
    "entities": (lambda: sheet(lambda c: c.replace(b"<worksheet", b"<!DOCTYPE a><worksheet")), "events-file-broken"),
    "another alphabet": (lambda: sheet(lambda c: c.decode().encode("utf-16")), "events-file-broken"),
    "a string that is not there": (lambda: sheet(lambda c: c.replace(b"<v>3</v>", b"<v>99999</v>")), ""),
    "no sheet": (lambda: rewritten(lambda _, c: c, workbook()).replace(b"worksheets", b"worksheetz"), ""),
    "cut": (lambda: workbook()[:-300], "events-file-broken"),
    "a lie about its size": (lying, "events-file-broken"),
    "an old one": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "events-file-old-excel"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused(name: str) -> None:
    made, why = HOSTILE[name]
    content = made()
    with pytest.raises(FileRefusedError) as refused:
        read(content)
    assert refused.value.key == (why or "events-file-broken")


def test_a_dimension_that_lies_changes_nothing() -> None:
    found = read(sheet(lambda content: content.replace(b'ref="A1:C2"', b'ref="A1:XFD1048576"')))
    assert [when(draft) for draft in found.drafts] == ["2027-03-16 14:30"]


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_wrong_bytes_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)

    def change(name: str, content: bytes) -> bytes:
        wrong = bytearray(content)
        for _ in range(chance.randint(0, 3) * name.startswith("xl/")):
            at = chance.randrange(len(wrong))
            wrong[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 4))
        return bytes(wrong)

    try:
        read(rewritten(change))
    except FileRefusedError:
        return
