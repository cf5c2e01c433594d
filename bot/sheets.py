"""Tables as files that a spreadsheet opens. No cell is ever a formula. Pure, but for what is written to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | date | float
# What a spreadsheet would take for the beginning of a formula, or skip before reading one.
_COMMANDS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
# Limits of XLSX (ECMA-376): rows of a sheet, the header included; characters of a cell.
MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767


class SheetFullError(Exception):
    """More rows than a sheet of a workbook holds."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """`header`: the names of the columns; `widths`: in characters; `rows`: texts (tamed here), days, numbers.

    Rows are read once, as they are written: a table longer than memory can be written.
    """

    title: str
    header: Sequence[str]
    widths: Sequence[int]
    rows: Iterable[Sequence[Cell]]

    def csv(self) -> bytes:
        """Separated by semicolons, as French spreadsheets read it."""
        made = io.BytesIO()
        self.write_csv(made)
        return made.getvalue()

    def write_csv(self, file: BinaryIO) -> None:
        """The same, to a file."""
        # With its mark: without it Excel reads another alphabet.
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        writer = csv.writer(text, delimiter=";")
        writer.writerow(self.header)
        for row in self.rows:
            writer.writerow(_written(cell) for cell in row)
        text.detach()

    def xlsx(self) -> bytes:
        """A workbook of one sheet."""
        made = io.BytesIO()
        self.write_xlsx(made)
        return made.getvalue()

    def write_xlsx(self, file: BinaryIO) -> None:
        """The same, to a file. Raises SheetFullError."""
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(file, options) as workbook:
            sheet, day = workbook.add_worksheet(self.title), workbook.add_format({"num_format": "dd/mm/yyyy"})
            bold = workbook.add_format({"bold": True})
            sheet.freeze_panes(1, 0)
            for column, (name, width) in enumerate(zip(self.header, self.widths, strict=True)):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, name, bold)
            for number, row in enumerate(self.rows, 1):
                if number == MOST_ROWS:
                    raise SheetFullError
                for column, cell in enumerate(row):
                    _put(sheet, number, column, cell, day)


def tamed(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_COMMANDS) else text


def _written(cell: Cell) -> str:
    """A cell of CSV: days and decimals as French spreadsheets read them."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return tamed(cell) if isinstance(cell, str) else str(cell).replace(".", ",")


def _put(sheet: Worksheet, row: int, column: int, cell: Cell, day: Format) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001 - a day has no zone
    elif isinstance(cell, str):
        sheet.write_string(row, column, tamed(cell)[:_LONGEST_CELL])
    else:
        sheet.write_number(row, column, cell)
