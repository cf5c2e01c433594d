"""What a parser gives: records in data·inclusion's form, not checked yet, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from directory.importers.files import Entry, FileRefusedError
from directory.importers.records import Refused, Spot, Table
from directory.importers.schema import RecordRefusedError, identifier

Tick = Callable[[int], None] | None
"""Told how many bytes of the source were read."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One record. `value`: fields by name as data·inclusion calls them, or anything when the file is wrong."""

    table: Table
    spot: Spot
    value: object


@dataclass(frozen=True, slots=True)
class Closing:
    """All the services of a structure are closed from one day to another, both included."""

    structure_id: str
    first_day: date
    last_day: date
    message: str | None = None


@dataclass(slots=True)
class Tally:
    """What was read and left out without being wrong.

    `skipped`: of no concern for solidarity, or no longer there; `repeated`: said twice, word for word.
    """

    skipped: int = 0
    repeated: int = 0


class Origin(Protocol):
    """Where records come from."""

    @property
    def size(self) -> int:
        """In bytes, to show progress."""

    @property
    def tally(self) -> Tally:
        """Counted while the records are given."""

    @property
    def closes(self) -> str:
        """The source whose temporary closures it tells, all of them; "" when it tells of none."""

    @property
    def fictional(self) -> bool:
        """Whether what it holds was invented."""

    def records(self, tick: Tick = None) -> Iterator[Raw | Refused | Closing]:
        """All of them, structures first. Raises FileRefusedError, possibly after some records."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one entry of a source becomes."""

    structures: Sequence[Mapping[str, Any]]
    services: Sequence[Mapping[str, Any]] = ()
    closings: Sequence[Closing] = ()


Parse = Callable[[Any], Parsed | None]
"""Pure: an entry as its source writes it; None when it is not for us. Raises RecordRefusedError."""
Open = Callable[[Path, Tick], Iterator[Entry]]
"""The entries of a file, in order. Raises FileRefusedError."""


@dataclass(frozen=True, slots=True)
class OneFile:
    """A file where each entry is a place with its services; read twice, so that structures come first.

    A structure that comes again in another entry is one, as it was first told.
    """

    path: Path
    open: Open
    parse: Parse
    closes: str = ""
    fictional: bool = False
    tally: Tally = field(default_factory=Tally)

    @property
    def size(self) -> int:
        """Twice the file: it is read twice."""
        return 2 * self.path.stat().st_size

    def records(self, tick: Tick = None) -> Iterator[Raw | Refused | Closing]:
        """Structures and closures in the order of the file, then services; an entry said again is read once."""
        yield from self._structures(tick)
        yield from self._services(tick and partial(_told, tick, self.size // 2))

    def _structures(self, tick: Tick) -> Iterator[Raw | Refused | Closing]:
        given: set[object] = set()
        for entry, parsed in self._each(tick):
            if parsed is None:
                self.tally.skipped += 1
            elif isinstance(parsed, Refused):
                yield parsed
            else:
                for structure in parsed.structures:
                    if structure["id"] not in given:
                        given.add(structure["id"])
                        yield Raw("structure", self._spot(entry, structure), structure)
                yield from parsed.closings

    def _services(self, tick: Tick) -> Iterator[Raw]:
        repeated = self.tally.repeated
        for entry, parsed in self._each(tick):
            if isinstance(parsed, Parsed):
                services = {str(service.get("id")): service for service in parsed.services}
                for service in services.values():
                    yield Raw("service", self._spot(entry, service), service)
        self.tally.repeated = repeated

    def _each(self, tick: Tick) -> Iterator[tuple[Entry, Parsed | Refused | None]]:
        seen: set[int] = set()
        for entry in self.open(self.path, tick):
            try:
                said = hash(repr(entry.value))
            except RecursionError as error:
                raise FileRefusedError("import-file-too-deep", file=self.path.name, line=entry.line) from error
            if said in seen:
                self.tally.repeated += 1
                continue
            seen.add(said)
            try:
                yield entry, self.parse(entry.value)
            except RecordRefusedError as error:
                yield entry, Refused("structure", self._spot(entry, entry.value), error.reason, error.detail)

    def _spot(self, entry: Entry, value: object) -> Spot:
        return Spot(self.path.name, entry.line, identifier(value))


def _told(tick: Callable[[int], None], before: int, done: int) -> None:
    tick(before + done)
