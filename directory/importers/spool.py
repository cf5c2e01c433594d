"""What is put aside between a preview and its application, in a temporary file of this process alone."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from directory.importers.records import Table
from directory.ledger.corrections import Reconciled
from directory.ledger.history import Change


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one table to be written, what that changes in those that are held, corrections that met a new record."""

    table: Table
    rows: list[dict[str, Any]]
    changes: list[Change] = field(default_factory=list)
    reconciled: dict[str, Reconciled] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gone:
    """Rows of one table to be withdrawn; `changes` hold each as it was."""

    table: Table
    changes: list[Change]


Entry = Batch | Gone


class Spool:
    """Entries, written once, read in the same order as often as wanted. To be closed."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed by `close`, or with the spool
        weakref.finalize(self, self._file.close)
        self.rows = 0

    def add(self, entry: Entry) -> None:
        """Put an entry aside, unless it holds nothing."""
        if size := len(entry.rows if isinstance(entry, Batch) else entry.changes):
            pickle.dump(entry, self._file, protocol=pickle.HIGHEST_PROTOCOL)
            self.rows += size

    def entries(self) -> Iterator[Entry]:
        """All of it, an entry at a time."""
        self._file.seek(0)
        while True:
            try:
                yield pickle.load(self._file)  # noqa: S301  our own rows, in an unnamed file nobody else can open
            except EOFError:
                return

    def close(self) -> None:
        """Forget everything."""
        self._file.close()
