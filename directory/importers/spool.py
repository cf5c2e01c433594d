"""Rows put aside between a preview and its application, in a temporary file of this process alone."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from directory.importers.records import Table

Batch = tuple[Table, list[dict[str, Any]]]


class Spool:
    """Batches of rows, written once, read in the same order as often as wanted. To be closed."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed by `close`
        self.rows = 0

    def add(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Put a batch aside."""
        if rows:
            pickle.dump((table, rows), self._file, protocol=pickle.HIGHEST_PROTOCOL)
            self.rows += len(rows)

    def batches(self) -> Iterator[Batch]:
        """All of it, a batch at a time."""
        self._file.seek(0)
        while True:
            try:
                yield pickle.load(self._file)  # noqa: S301  our own rows, in an unnamed file nobody else can open
            except EOFError:
                return

    def close(self) -> None:
        """Forget everything."""
        self._file.close()
