"""The sheets of an XLSX workbook: what its cells show, never what a formula would compute.

The package is unpacked here, within bounds, and handed over packed anew: what the reader sees is what was measured.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from directory.tabular.cells import spelled
from directory.tabular.refusing import TableRefusedError

_MOST_PARTS = 500
_MOST_SHEETS = 20
_PART = re.compile(r"(?:\[Content_Types\]|_rels/[\w./-]*|xl/[\w./-]+)\.(?:xml|rels)", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/", re.IGNORECASE)
_REFERENCE = re.compile(rb"(?<![\w:.-])r\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_CELL = re.compile(rb"([A-Z]{0,3})(\d{1,7})")
_ROW_OR_CELL = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is unpacked at most, in bytes; the last row and column that may hold something.

    A table is read whole, from its first cell to its last: one cell at the far corner would ask for all the memory.
    """

    unpacked: int
    rows: int
    columns: int


def sheets(data: bytes, bounds: Bounds) -> Iterator[list[list[str]]]:
    """The rows of each sheet, empty ones too, as text. Raises TableRefusedError."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(_packed_anew(data, bounds)))
        names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        for name in names[:_MOST_SHEETS]:
            read = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield [[spelled(cell) for cell in row] for row in read]
    except (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise TableRefusedError("broken") from None


def _packed_anew(data: bytes, bounds: Bounds) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for name, content in _parts(data, bounds):
            packed.writestr(name, content)
    return made.getvalue()


def _parts(data: bytes, bounds: Bounds) -> Iterator[tuple[str, bytes]]:
    """The parts that hold text, unpacked. Raises TableRefusedError when they are beyond measure."""
    left = bounds.unpacked
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if len(package.infolist()) > _MOST_PARTS:
            raise TableRefusedError("unpacked")
        for part in package.infolist():
            if not _PART.fullmatch(part.filename):
                continue
            if part.file_size > left:
                raise TableRefusedError("unpacked")
            # No more than the size that was declared is unpacked; what is longer fails its check.
            content = package.read(part)
            left -= len(content)
            _check(part.filename, content, bounds)
            yield part.filename, content


def _check(name: str, content: bytes, bounds: Bounds) -> None:
    """Refuse what no spreadsheet program writes: other alphabets, entities, and cells at the end of the world."""
    if b"\0" in content or b"<!DOCTYPE" in content.upper():
        raise TableRefusedError("broken")
    if not _SHEET.match(name):
        return
    for found in _REFERENCE.finditer(content):
        cell = _CELL.fullmatch(found[1] or found[2] or b"")
        if not cell:
            raise TableRefusedError("broken")
        if int(cell[2]) > bounds.rows or _number(cell[1]) > bounds.columns:
            raise TableRefusedError("wide", columns=bounds.columns, rows=bounds.rows)
    # Cells and rows need not say where they are: then they follow one another.
    rows = cells = 0
    for found in _ROW_OR_CELL.finditer(content):
        rows, cells = (rows + 1, 0) if found[1] == b"row" else (rows, cells + 1)
        if rows > bounds.rows or cells > bounds.columns:
            raise TableRefusedError("wide", columns=bounds.columns, rows=bounds.rows)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
