"""The lines of an XLSX workbook."""

from __future__ import annotations

from bot.calendars.csv_rows import HEADER_WITHIN, Row
from bot.calendars.found import MOST_ENTRIES, FileRefusedError
from bot.calendars.headers import is_header
from bot.calendars.opening import refused
from directory.tabular.refusing import TableRefusedError
from directory.tabular.xlsx import Bounds, sheets

_BOUNDS = Bounds(unpacked=20_000_000, rows=5_000, columns=100)


def xlsx_rows(data: bytes) -> list[Row]:
    """The lines of the first sheet that names its columns, that one first. Raises FileRefusedError."""
    try:
        for rows in sheets(data, _BOUNDS):
            for number, cells in enumerate(rows[:HEADER_WITHIN], 1):
                if is_header(cells):
                    return _below(rows, number)
    except TableRefusedError as error:
        raise refused(error) from None
    raise FileRefusedError("events-file-no-columns")


def _below(rows: list[list[str]], header: int) -> list[Row]:
    found = [(number, cells) for number, cells in enumerate(rows, 1) if number >= header and any(map(str.strip, cells))]
    if len(found) > MOST_ENTRIES + 1:
        raise FileRefusedError("events-file-many", most=MOST_ENTRIES)
    return found
