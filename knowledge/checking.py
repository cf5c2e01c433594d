"""What is missing or doubtful in the content: said with the file and the line, for whoever corrects it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.calendar import is_over
from knowledge.files import Item
from knowledge.fingerprints import FOLDER, stands_in, words_of
from knowledge.library import Library
from knowledge.model import Contact, Event, Record, figures

_LONGEST = 1000
# "Axe 4" is a name, not a figure.
_AXIS = re.compile(r"\baxes? \d")


@dataclass(frozen=True, slots=True)
class Gap:
    """`what`: its name (`no-simple`, `no-quote`…); `detail`: the words concerned; `serious`: to be mended."""

    what: str
    path: Path
    line: int
    id: str
    detail: str = ""
    serious: bool = True


def gaps(library: Library, today: date, fingerprints: Path = FOLDER) -> list[Gap]:
    """Everything that should be looked at, in the order of the files."""
    found = []
    for item in library.places.values():
        for what, detail, serious in _gaps(item, library, today, fingerprints):
            found.append(Gap(what, item.path, item.line, str(getattr(item.what, "id", "")), detail, serious))
    return sorted(found, key=lambda gap: (str(gap.path), gap.line, gap.what))


def _gaps(item: Item, library: Library, today: date, fingerprints: Path) -> Iterator[tuple[str, str, bool]]:
    what = item.what
    if isinstance(what, Record):
        yield from _of_record(what)
        yield from _of_quotes(quotes_of(what), library.file_of(what), fingerprints)
    if isinstance(what, Event):
        yield from _of_quotes((what.quote,), (library.documents[what.document].file,), fingerprints)
        if is_over(what, today):
            yield "past", what.said or str(what.start), False
    if isinstance(what, Contact):
        yield from _of_quotes((what.quote,), (library.documents[what.document].file,), fingerprints)
        if what.address and not what.is_fresh(today):
            yield "not-confirmed", what.address, False


def quotes_of(record: Record) -> tuple[str, ...]:
    """All that a record quotes."""
    return (*record.quotes, *(value.quote for value in record.values if value.quote))


def _of_record(record: Record) -> Iterator[tuple[str, str, bool]]:
    if not record.simple:
        yield "no-simple", record.title, True
    if not record.english:
        yield "no-english", record.title, False
    if not record.questions:
        yield "no-question", record.title, False
    if record.official and not quotes_of(record):
        yield "no-quote", record.title, True
    if len(record.text) > _LONGEST:
        yield "too-long", str(len(record.text)), False
    for figure in uncovered(record):
        yield "figure-without-quote", figure, True


def uncovered(record: Record) -> tuple[str, ...]:
    """The figures of the values that no quote of the record holds."""
    said = " ".join(quotes_of(record))
    held = set(figures(said.replace("€", " € "))) | set(words_of(said))
    return tuple(
        figure
        for value in record.values
        for figure in figures(_AXIS.sub("", value.said))
        if figure not in held and not any(figure in quoted for quoted in held)
    )


def _of_quotes(quotes: tuple[str, ...], files: tuple[str, ...], folder: Path) -> Iterator[tuple[str, str, bool]]:
    """A quote that none of the documents holds. A document without a fingerprint cannot be checked."""
    for quote in quotes:
        verdicts = [stands_in(quote, file, folder) for file in files]
        if verdicts and not any(verdict is not False for verdict in verdicts):
            yield "quote-not-found", quote, True
