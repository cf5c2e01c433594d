"""The lines of an XLSX workbook: what its cells show, never what a formula would compute.

The package is unpacked here, within bounds, and handed over packed anew: what the reader sees is what was measured.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from bot.calendars.cells import spelled
from bot.calendars.csv_rows import HEADER_WITHIN, Row
from bot.calendars.found import MOST_ENTRIES, FileRefusedError
from bot.calendars.headers import is_header

_MOST_UNPACKED = 20_000_000
_MOST_PARTS = 500
_MOST_SHEETS = 20
# A table is read whole, from its first cell to its last: one cell at the far corner would ask for all the memory.
_LAST_COLUMN, _LAST_ROW = 100, 5_000
_PART = re.compile(r"(?:\[Content_Types\]|_rels/[\w./-]*|xl/[\w./-]+)\.(?:xml|rels)", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/", re.IGNORECASE)
_REFERENCE = re.compile(rb"(?<![\w:.-])r\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_CELL = re.compile(rb"([A-Z]{0,3})(\d{1,7})")
_ROW_OR_CELL = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])")


def xlsx_rows(data: bytes) -> list[Row]:
    """The lines of the first sheet that names its columns, that one first. Raises FileRefusedError."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(_packed_anew(data)))
        sheets = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        for name in sheets[:_MOST_SHEETS]:
            read = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            rows = [[spelled(cell) for cell in row] for row in read]
            for number, cells in enumerate(rows[:HEADER_WITHIN], 1):
                if is_header(cells):
                    return _below(rows, number)
    except (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise FileRefusedError("events-file-broken") from None
    raise FileRefusedError("events-file-no-columns")


def _below(rows: list[list[str]], header: int) -> list[Row]:
    found = [(number, cells) for number, cells in enumerate(rows, 1) if number >= header and any(map(str.strip, cells))]
    if len(found) > MOST_ENTRIES + 1:
        raise FileRefusedError("events-file-many", most=MOST_ENTRIES)
    return found


def _packed_anew(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for name, content in _parts(data):
            packed.writestr(name, content)
    return made.getvalue()


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts that hold text, unpacked. Raises FileRefusedError when they are beyond measure."""
    left = _MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if len(package.infolist()) > _MOST_PARTS:
            raise FileRefusedError("events-file-unpacked")
        for part in package.infolist():
            if not _PART.fullmatch(part.filename):
                continue
            if part.file_size > left:
                raise FileRefusedError("events-file-unpacked")
            # No more than the size that was declared is unpacked; what is longer fails its check.
            content = package.read(part)
            left -= len(content)
            _check(part.filename, content)
            yield part.filename, content


def _check(name: str, content: bytes) -> None:
    """Refuse what no spreadsheet program writes: other alphabets, entities, and cells at the end of the world."""
    if b"\0" in content or b"<!DOCTYPE" in content.upper():
        raise FileRefusedError("events-file-broken")
    if not _SHEET.match(name):
        return
    for found in _REFERENCE.finditer(content):
        cell = _CELL.fullmatch(found[1] or found[2] or b"")
        if not cell:
            raise FileRefusedError("events-file-broken")
        if int(cell[2]) > _LAST_ROW or _number(cell[1]) > _LAST_COLUMN:
            raise FileRefusedError("events-file-wide", columns=_LAST_COLUMN, rows=_LAST_ROW)
    # Cells and rows need not say where they are: then they follow one another.
    rows = cells = 0
    for found in _ROW_OR_CELL.finditer(content):
        rows, cells = (rows + 1, 0) if found[1] == b"row" else (rows, cells + 1)
        if rows > _LAST_ROW or cells > _LAST_COLUMN:
            raise FileRefusedError("events-file-wide", columns=_LAST_COLUMN, rows=_LAST_ROW)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
