"""Tables as files: no cell is a formula, whatever it holds; a table longer than memory is written as it comes."""

from __future__ import annotations

import csv
import io
from datetime import date
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from bot import sheets
from bot.sheets import Sheet, SheetFullError

EVIL = ["=1+1", "+33", "-1", "@x", "\t=1", "\r=1", "\n=1", "\x00=1", "＝1", "plain", 'a;"b"\nc', ""]


def test_no_cell_is_a_formula() -> None:
    made = Sheet("Essai", ("a",), (10,), ([cell] for cell in EVIL))
    rows = list(csv.reader(io.StringIO(made.csv().decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[0] for row in rows[1:] if row] == [f"'{cell}" for cell in EVIL[:9]] + EVIL[9:11] + [""]
    made = Sheet("Essai", ("a",), (10,), [[cell] for cell in EVIL])
    content = made.xlsx()
    with ZipFile(io.BytesIO(content)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    read = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert all(str(row[0])[:1] not in "=+-@\t\r" for row in read[1:] if row[0])


def test_days_and_numbers_are_what_they_are() -> None:
    made = Sheet("Essai", ("a", "b"), (10, 10), [[date(2026, 3, 1), -1.5]])
    assert made.csv().decode("utf-8-sig").splitlines()[1] == "01/03/2026;-1,5"
    assert CalamineWorkbook.from_filelike(io.BytesIO(made.xlsx())).get_sheet_by_index(0).to_python()[1] == [
        date(2026, 3, 1),
        -1.5,
    ]


def test_a_cell_too_long_for_a_workbook_is_cut_and_not_lost() -> None:
    made = Sheet("Essai", ("a",), (10,), [["é" * 40_000]])
    ((cell,),) = CalamineWorkbook.from_filelike(io.BytesIO(made.xlsx())).get_sheet_by_index(0).to_python()[1:]
    assert cell == "é" * 32_767


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    Sheet("Essai", ("a",), (10,), [["1"], ["2"]]).xlsx()
    with pytest.raises(SheetFullError):
        Sheet("Essai", ("a",), (10,), [["1"], ["2"], ["3"]]).xlsx()
