"""The lines of a table, CSV or workbook, one by one; a CSV file is never held whole. Sizes are bounded."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from directory.importers.files import LONGEST_RECORD, Entry, FileRefusedError
from directory.importers.raw import Tick
from directory.tabular.content import is_workbook
from directory.tabular.refusing import TableRefusedError

Line = tuple[int, list[str]]
"""Its number, from 1, and its cells."""
MOST_COLUMNS = 200
_MOST_PACKED, _MOST_UNPACKED, _MOST_ROWS = 5_000_000, 50_000_000, 50_000
_SEPARATORS = ";,\t|"
_CHUNK = 1 << 18


def lines(path: Path, tick: Tick = None) -> Iterator[Line]:
    """The lines that hold something. Raises FileRefusedError, possibly after some lines."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_CHUNK)
            if beginning.startswith(b"PK"):
                beginning += file.read(_MOST_PACKED)
        workbook = is_workbook(beginning)
    except TableRefusedError as error:
        raise refused(error, path) from None
    except OSError as error:
        raise FileRefusedError("import-file-unreadable", file=path.name) from error
    yield from _workbook(path, tick) if workbook else _csv(path, tick)


def refused(error: TableRefusedError, path: Path) -> FileRefusedError:
    """The same in the sentences of imports."""
    return FileRefusedError(f"import-file-{error.reason}", file=path.name, **error.arguments)


def _workbook(path: Path, tick: Tick) -> Iterator[Line]:
    from directory.tabular.xlsx import Bounds, sheets  # noqa: PLC0415 - heavy, and needed for a workbook only

    size = path.stat().st_size
    if size > _MOST_PACKED:
        raise FileRefusedError("import-file-large", file=path.name, most=_MOST_PACKED // 1_000_000)
    try:
        for rows in sheets(path.read_bytes(), Bounds(_MOST_UNPACKED, _MOST_ROWS, MOST_COLUMNS)):
            found = [(number, cells) for number, cells in enumerate(rows, 1) if any(map(str.strip, cells))]
            if found:
                yield from found
                break
        else:
            raise FileRefusedError("import-file-empty", file=path.name)
    except TableRefusedError as error:
        raise refused(error, path) from None
    if tick:
        tick(size)


def _csv(path: Path, tick: Tick) -> Iterator[Line]:
    with path.open("rb") as file, io.TextIOWrapper(file, _encoding(path), newline="") as text:
        source = _Text(text, file, path.name, tick)
        first = next((line for line in source if line.strip()), "")
        if not first:
            raise FileRefusedError("import-file-empty", file=path.name)
        if first.lstrip().startswith("<"):
            raise FileRefusedError("import-file-html", file=path.name)
        separator = max(_SEPARATORS, key=first.count)
        yield from _split(source, first, separator)


def _split(source: _Text, first: str, separator: str) -> Iterator[Line]:
    # Strict: a quotation mark that is never closed would swallow all that follows.
    reader = csv.reader(_after(first, source), delimiter=separator, strict=True)
    skipped = source.number - 1
    line = source.number
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                raise FileRefusedError("import-file-wide", file=source.name, columns=MOST_COLUMNS, rows=_MOST_ROWS)
            if any(map(str.strip, cells)):
                yield line, cells
            line = reader.line_num + skipped + 1
    except csv.Error:
        raise FileRefusedError("import-file-not-csv", file=source.name, line=line) from None
    except UnicodeDecodeError:
        raise FileRefusedError("import-file-encoding", file=source.name) from None


def _after(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


@dataclass(slots=True)
class _Text:
    """The lines of a text, each bounded. `number`: of the last one given, from 1."""

    text: IO[str]
    file: IO[bytes]
    name: str
    tick: Tick
    number: int = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.text.readline(LONGEST_RECORD)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == LONGEST_RECORD:
            raise FileRefusedError("import-file-record-too-long", file=self.name, line=self.number)
        if "\0" in line:
            raise FileRefusedError("import-file-encoding", file=self.name)
        if self.tick:
            self.tick(self.file.tell())
        return line


def _encoding(path: Path) -> str:
    """UTF-8 when all of the file is, UTF-16 when it says so, else Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        chunk = file.read(_CHUNK)
        if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Columns:
    """Opens a table whose first line names its columns. `needed`: those without which it is another file."""

    needed: Sequence[str]

    def __call__(self, path: Path, tick: Tick = None) -> Iterator[Entry]:
        """Each line as texts by column; a line with more cells than columns as a list, which is refused later."""
        found = lines(path, tick)
        _, header = next(found)
        names = [name.strip().lower() for name in header]
        if missing := [name for name in self.needed if name not in names]:
            raise FileRefusedError("import-file-columns", file=path.name, columns=", ".join(missing))
        for line, cells in found:
            whole = not any(map(str.strip, cells[len(names) :]))
            yield Entry(line, dict(zip(names, cells, strict=False)) if whole else cells)
