"""A file of structures and a file of services, as data·inclusion publishes them: JSON, NDJSON or CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from directory.importers import di_table, files, schema
from directory.importers.files import Entry
from directory.importers.lines import Columns
from directory.importers.raw import Closing, Raw, Tally, Tick
from directory.importers.records import Refused, Spot, Table

ABOUT = "export.json"
"""What an export of ours says of itself, beside its two files."""
_TABLES = (".csv", ".xlsx")
_ENDINGS = (".ndjson", ".jsonl", ".json", *_TABLES)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the two files are; either may be missing, not both."""

    structures: Path | None
    services: Path | None
    closes: str = ""
    fictional: bool = False
    """An export says so of itself: what was invented stays invented wherever it goes."""
    tally: Tally = field(default_factory=Tally)

    @classmethod
    def at(cls, path: Path) -> Source:
        """A folder that holds `structures.*` and `services.*`. Raises FileRefusedError when it does not."""
        if not path.is_dir():
            raise files.FileRefusedError("import-source-not-a-folder", source=path.name)
        structures, services = (
            next((file for ending in _ENDINGS if (file := path / f"{name}{ending}").is_file()), None)
            for name in ("structures", "services")
        )
        if not structures and not services:
            raise files.FileRefusedError("import-source-empty", source=path.name)
        return cls(structures, services, fictional=_says_fictional(path / ABOUT))

    @property
    def size(self) -> int:
        """In bytes, to show progress."""
        return sum(path.stat().st_size for path in (self.structures, self.services) if path)

    def records(self, tick: Tick = None) -> Iterator[Raw | Refused | Closing]:
        """Structures, then services, each file in its order."""
        before = 0
        parts: tuple[tuple[Path | None, Table], ...] = ((self.structures, "structure"), (self.services, "service"))
        for path, table in parts:
            if path:
                for entry in _entries(path, tick and partial(_told, tick, before)):
                    yield Raw(table, Spot(path.name, entry.line, schema.identifier(entry.value)), entry.value)
                before += path.stat().st_size


def _says_fictional(about: Path) -> bool:
    if not about.is_file():
        return False
    said = next(files.entries(about)).value
    return isinstance(said, dict) and said.get("fictional") is True


def _entries(path: Path, tick: Tick) -> Iterator[Entry]:
    if path.suffix not in _TABLES:
        yield from files.entries(path, tick)
        return
    for entry in Columns(di_table.NEEDED)(path, tick):
        yield Entry(entry.line, di_table.record(entry.value))


def _told(tick: Tick, before: int, done: int) -> None:
    if tick:
        tick(before + done)
