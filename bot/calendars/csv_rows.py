"""The lines of a CSV file, whatever separates its columns."""

from __future__ import annotations

import csv
import io
from itertools import islice

from bot.calendars.found import MOST_ENTRIES, FileRefusedError
from bot.calendars.headers import is_header

_SEPARATORS = (";", ",", "\t", "|")
# Where the line that names the columns may be: titles and empty lines may come before.
HEADER_WITHIN = 20

Row = tuple[int, list[str]]
"""The number of a line, from 1, and its cells."""


def csv_rows(text: str) -> list[Row]:
    """The lines that hold something, the one that names the columns first. Raises FileRefusedError."""
    for separator in _SEPARATORS:
        if any(map(is_header, _beginning(text, separator))):
            return _rows(text, separator)
    raise FileRefusedError("events-file-no-columns")


def _beginning(text: str, separator: str) -> list[list[str]]:
    found: list[list[str]] = []
    try:
        found.extend(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), HEADER_WITHIN))
    except csv.Error:
        return found
    return found


def _rows(text: str, separator: str) -> list[Row]:
    # Strict: a quotation mark that is never closed would swallow all that follows.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if found or is_header(cells):
                found += [(line, cells)] if any(map(str.strip, cells)) else []
            line = reader.line_num + 1
            if len(found) > MOST_ENTRIES + 1:
                raise FileRefusedError("events-file-many", most=MOST_ENTRIES)
    except csv.Error:
        raise FileRefusedError("events-file-not-csv", line=line) from None
    return found
