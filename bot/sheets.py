"""Tables as files that a spreadsheet opens. No cell is ever a formula. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter

Cell = str | int | float | date
# What a spreadsheet would take for the beginning of a formula.
_COMMANDS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`header`: the names of the columns; `widths`: in characters; `rows`: texts (tamed here), numbers and days."""

    title: str
    header: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Cell]]

    def csv(self) -> bytes:
        """Separated by semicolons, as French spreadsheets read it."""
        made = io.StringIO(newline="")
        writer = csv.writer(made, delimiter=";")
        writer.writerow(self.header)
        for row in self.rows:
            writer.writerow(_written(cell) for cell in row)
        # With its mark: without it Excel reads another alphabet.
        return made.getvalue().encode("utf-8-sig")

    def xlsx(self) -> bytes:
        """A workbook of one sheet."""
        made = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(made, options) as workbook:
            sheet, day = workbook.add_worksheet(self.title), workbook.add_format({"num_format": "dd/mm/yyyy"})
            bold = workbook.add_format({"bold": True})
            for column, (name, width) in enumerate(zip(self.header, self.widths, strict=True)):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, name, bold)
            for number, row in enumerate(self.rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(number, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001 - a day has no zone
                    elif isinstance(cell, str):
                        sheet.write_string(number, column, tamed(cell))
                    else:
                        sheet.write_number(number, column, cell)
            sheet.freeze_panes(1, 0)
        return made.getvalue()


def _written(cell: Cell) -> str:
    """As a French spreadsheet reads it."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return tamed(cell) if isinstance(cell, str) else str(cell).replace(".", ",")


def tamed(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_COMMANDS) else text
