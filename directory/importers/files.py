"""A file of JSON objects, an array or one object a line, read without ever holding it whole.

The file says what it is by its content, not by its name. What cannot be read to its end is refused
entirely: nobody knows what the missing part said.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Never

# The longest official record is about 25,000 characters (two descriptions of 10,000).
LONGEST_RECORD = 1_000_000
_CHUNK = 1 << 18
_SPACE = re.compile(r"[ \t\r\n]*")
# Pages of an interface, other directories: one object around the records.
_ENVELOPE = re.compile(
    r'\{\s*"(?:(?:items|data|results|structures|services|places)"\s*:|type"\s*:\s*"FeatureCollection")'
)
_OPENING = re.compile(
    r'\{\s{0,99}(?:"[^"\\]{0,40}"\s{0,9}:\s{0,9}(?:-?[\d.]{1,20}|"[^"\\]{0,200}"|null|true|false)\s{0,9},\s{0,99}){0,20}'
    r'"(\w{1,40})"\s{0,9}:\s{0,9}\['
)
_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_OTHER_ALPHABETS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_BINARY = (b"PAR1", b"SQLite format 3")


class FileRefusedError(Exception):
    """The whole file is refused; `key` names the sentence in `import.ftl`, `arguments` complete it."""

    def __init__(self, key: str, **arguments: str | int) -> None:
        super().__init__(f"{key} {arguments}")
        self.key = key
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as written. `line`: where it begins, from 1. `value`: any JSON value."""

    line: int
    value: object


def entries(path: Path, tick: Callable[[int], None] | None = None, *, within: Sequence[str] = ()) -> Iterator[Entry]:
    """The records of a file, in order. Raises FileRefusedError, possibly after some records.

    `tick` is told how many bytes were read. `within`: names under which one object may hold the list of records,
    after a few plain values, as pages of interfaces do.
    """
    _check_beginning(path)
    with path.open("rb") as file:
        try:
            yield from _Reader(file, path.name, tick, within).entries()
        except UnicodeDecodeError as error:
            raise FileRefusedError("import-file-encoding", file=path.name) from error


def _check_beginning(path: Path) -> None:
    try:
        with path.open("rb") as file:
            first = file.read(16)
    except OSError as error:
        raise FileRefusedError("import-file-unreadable", file=path.name) from error
    if first.startswith(_PACKED):
        raise FileRefusedError("import-file-packed", file=path.name)
    if first.startswith(_OTHER_ALPHABETS) or (b"\x00" in first and not first.startswith(_BINARY)):
        raise FileRefusedError("import-file-encoding", file=path.name)
    if first.startswith(_BINARY):
        raise FileRefusedError("import-file-not-json", file=path.name, line=1)


def _not_a_number(_name: str) -> Never:
    raise ValueError("NaN and Infinity are not JSON")


@dataclass(slots=True)
class _Reader:
    """What is read and not yet given: `text[at:]`, which begins on line `line`."""

    file: IO[bytes]
    name: str
    tick: Callable[[int], None] | None = None
    within: Sequence[str] = ()
    text: str = ""
    at: int = 0
    line: int = 1
    ended: bool = False
    alphabet: codecs.IncrementalDecoder = field(default_factory=codecs.getincrementaldecoder("utf-8-sig"))
    decoder: json.JSONDecoder = field(default_factory=lambda: json.JSONDecoder(parse_constant=_not_a_number))

    def refused(self, key: str) -> FileRefusedError:
        return FileRefusedError(key, file=self.name, line=self.line)

    def more(self) -> None:
        """Read on; what was given is forgotten."""
        chunk = self.file.read(_CHUNK)
        self.ended = not chunk
        self.text = self.text[self.at :] + self.alphabet.decode(chunk, final=self.ended)
        self.at = 0
        if self.tick:
            self.tick(self.file.tell())

    def skip_space(self) -> str:
        """Go to the next character that counts and return it; empty at the end of the file."""
        while True:
            match = _SPACE.match(self.text, self.at)
            end = match.end() if match else self.at
            self.line += self.text.count("\n", self.at, end)
            self.at = end
            if end < len(self.text):
                return self.text[end]
            if self.ended:
                return ""
            self.more()

    def value(self) -> Entry:
        """The value that begins here."""
        while True:
            try:
                value, end = self.decoder.raw_decode(self.text, self.at)
            except RecursionError as error:
                raise self.refused("import-file-too-deep") from error
            except json.JSONDecodeError as error:
                if self.ended:
                    raise self.refused(
                        "import-file-truncated" if self.cut(error) else "import-file-not-json"
                    ) from error
                if len(self.text) - self.at > LONGEST_RECORD:
                    raise self.refused("import-file-record-too-long") from error
            except ValueError as error:
                raise self.refused("import-file-bad-number") from error
            else:
                if end < len(self.text) or self.ended:
                    entry = Entry(self.line, value)
                    self.line += self.text.count("\n", self.at, end)
                    self.at = end
                    return entry
            self.more()

    def cut(self, error: json.JSONDecodeError) -> bool:
        """Whether the text stops in the middle of something, rather than being wrong."""
        rest = self.text[error.pos :].rstrip()
        return not rest or "Unterminated" in error.msg or any(w.startswith(rest) for w in ("true", "false", "null"))

    def entries(self) -> Iterator[Entry]:
        first = self.skip_space()
        if not first:
            raise self.refused("import-file-empty")
        if first == "[":
            self.at += 1
            yield from self.array()
            if self.skip_space():
                raise self.refused("import-file-not-json")
        elif first == "{" and (start := self.envelope()):
            self.line += self.text.count("\n", self.at, start)
            self.at = start
            yield from self.array()
            self.close()
        elif first == "{":
            yield from self.lines()
        else:
            raise self.refused("import-file-not-json")

    def lines(self) -> Iterator[Entry]:
        if _ENVELOPE.match(self.text, self.at):
            raise self.refused("import-file-envelope")
        while self.skip_space():
            yield self.value()
            end = self.line
            if self.skip_space() and self.line == end:
                raise self.refused("import-file-not-json")

    def array(self) -> Iterator[Entry]:
        if self.skip_space() == "]":
            raise self.refused("import-file-empty")
        while True:
            if not self.skip_space():
                raise self.refused("import-file-truncated")
            yield self.value()
            mark = self.skip_space()
            if mark not in (",", "]"):
                raise self.refused("import-file-not-json" if mark else "import-file-truncated")
            self.at += 1
            if mark == "]":
                return

    def envelope(self) -> int:
        """Where the list begins that one object holds; 0 when there is none that was announced."""
        found = self.within and _OPENING.match(self.text, self.at)
        return found.end() if found and found[1] in self.within else 0

    def close(self) -> None:
        """Read the end of the object around the list."""
        rest = self.skip_space()
        while rest and not self.ended and len(self.text) - self.at <= LONGEST_RECORD:
            self.more()
        try:
            json.loads(f'{{"":0{self.text[self.at :]}', parse_constant=_not_a_number)
        except (ValueError, RecursionError) as error:
            raise self.refused("import-file-not-json" if rest else "import-file-truncated") from error
        self.at = len(self.text)
