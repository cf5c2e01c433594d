"""A file of events, told by its content rather than by its name, and its text whatever the encoding."""

from __future__ import annotations

import codecs
from enum import Enum
from pathlib import Path

from bot.calendars.found import MOST_BYTES, FileRefusedError

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (b"%PDF", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format 3", b"PAR1")
_WORKBOOK = b"xl/workbook.xml"
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
    if data.startswith(_ZIP):
        if _WORKBOOK not in data:
            raise FileRefusedError("events-file-packed")
        return Kind.XLSX
    if data.startswith(_OLE):
        raise FileRefusedError("events-file-old-excel")
    if data.startswith(_OTHERS):
        raise FileRefusedError("events-file-other")
    beginning = text_of(data).lstrip()[:200].lower()
    if beginning.startswith(("<!doctype", "<html", "<?xml", "<")):
        raise FileRefusedError("events-file-html")
    return Kind.ICS if beginning.startswith(_BEGINS) else Kind.CSV


def text_of(data: bytes) -> str:
    """The text, its lines ended alike: UTF-8, UTF-16, else Windows-1252.

    Raises FileRefusedError when it is none, or empty.
    """
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise FileRefusedError("events-file-encoding")
    if not text.strip():
        raise FileRefusedError("events-file-empty")
    return text


def _decoded(data: bytes) -> str:
    encodings = ("utf-8-sig", "cp1252")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ("utf-16", "utf-16")
    elif data[1:2] == b"\0":
        encodings = ("utf-16-le", "utf-16-le")
    elif data[:1] == b"\0":
        encodings = ("utf-16-be", "utf-16-be")
    try:
        return data.decode(encodings[0])
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(encodings[1])
    except UnicodeDecodeError as error:
        raise FileRefusedError("events-file-encoding") from error
