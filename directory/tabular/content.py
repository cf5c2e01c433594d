"""What a file of people is, told by its content rather than by its name, and its text whatever the encoding."""

from __future__ import annotations

import codecs

from directory.tabular.refusing import TableRefusedError

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (b"%PDF", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format 3", b"PAR1")
_WORKBOOK = b"xl/workbook.xml"


def is_workbook(data: bytes) -> bool:
    """Whether it is an XLSX workbook rather than text. Raises TableRefusedError for what is neither."""
    if data.startswith(_ZIP):
        if _WORKBOOK not in data:
            raise TableRefusedError("packed")
        return True
    if data.startswith(_OLE):
        raise TableRefusedError("old-excel")
    if data.startswith(_OTHERS):
        raise TableRefusedError("other")
    return False


def text_of(data: bytes) -> str:
    """The text, its lines ended alike: UTF-8, UTF-16, else Windows-1252.

    Raises TableRefusedError when it is none, is empty, or is a page of the web.
    """
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise TableRefusedError("encoding")
    if not text.strip():
        raise TableRefusedError("empty")
    if text.lstrip().startswith("<"):
        raise TableRefusedError("html")
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
        raise TableRefusedError("encoding") from error
