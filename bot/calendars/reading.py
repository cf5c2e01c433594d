"""A file of events, of any of the kinds that are read."""

from __future__ import annotations

from pathlib import Path

from bot.calendars.csv_rows import Row, csv_rows
from bot.calendars.found import Desk, FileRefusedError, Found
from bot.calendars.ics import read_ics
from bot.calendars.opening import Kind, contents, kind_of, text_of
from bot.calendars.tables import read_table


def read_file(path: Path, desk: Desk) -> Found:
    """The events of a file. Raises FileRefusedError, with the name of the file among its arguments."""
    try:
        return read_events(contents(path), desk)
    except FileRefusedError as refused:
        raise FileRefusedError(refused.key, **{"file": path.name, **refused.arguments}) from None


def holds_events(data: bytes) -> bool:
    """Whether bytes are a calendar, or a table that names the columns of one."""
    try:
        kind = kind_of(data)
        return kind is Kind.ICS or bool(_rows(data, kind))
    except FileRefusedError:
        return False


def read_events(data: bytes, desk: Desk) -> Found:
    """The events that bytes hold. Raises FileRefusedError."""
    kind = kind_of(data)
    if kind is Kind.ICS:
        return read_ics(text_of(data), desk)
    return read_table(_rows(data, kind), desk)


def _rows(data: bytes, kind: Kind) -> list[Row]:
    if kind is Kind.CSV:
        return csv_rows(text_of(data))
    from bot.calendars.xlsx_rows import xlsx_rows  # noqa: PLC0415 - heavy, and needed for a workbook only

    return xlsx_rows(data)
