"""A file of events, told by its content rather than by its name, and its text whatever the encoding."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from bot.calendars.found import MOST_BYTES, FileRefusedError
from directory.tabular import content
from directory.tabular.refusing import TableRefusedError

_BEGINS = "begin:vcalendar"


class Kind(Enum):
    """How events are written in a file."""

    ICS = "ics"
    CSV = "csv"
    XLSX = "xlsx"


def contents(path: Path) -> bytes:
    """The bytes of a file. Raises FileRefusedError when it cannot be read, or is larger than any calendar."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileRefusedError("events-file-unreadable", file=path.name) from error
    if len(data) > MOST_BYTES:
        raise FileRefusedError("events-file-large", file=path.name, most=MOST_BYTES // 1_000_000)
    return data


def kind_of(data: bytes) -> Kind:
    """What a file is. Raises FileRefusedError for what is no file of events."""
    try:
        if content.is_workbook(data):
            return Kind.XLSX
    except TableRefusedError as error:
        raise refused(error) from None
    return Kind.ICS if text_of(data).lstrip()[:200].lower().startswith(_BEGINS) else Kind.CSV


def text_of(data: bytes) -> str:
    """The text, its lines ended alike. Raises FileRefusedError when it is none, or empty."""
    try:
        return content.text_of(data)
    except TableRefusedError as error:
        raise refused(error) from None


def refused(error: TableRefusedError) -> FileRefusedError:
    """The same in the sentences of events."""
    return FileRefusedError(f"events-file-{error.reason}", **error.arguments)
