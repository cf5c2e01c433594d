"""Put an invented directory where there is none, by the way every import takes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Table, insert

from directory import rows, tables
from directory.demo.generator import Made, generate
from directory.demo.towns import Town
from directory.demo.writing import write
from directory.importers import data_inclusion, pipeline
from directory.importers.folder import Source
from directory.importers.places import Resolve
from directory.ledger.history import Signed

SERVICES = 6000
"""How many services the demonstration invents by default."""

_SAMPLE = 20  # one structure in so many tells whether the demonstration is the one already there
_CLOSURE: Table = tables.Closure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time


def load_demo(
    connection: Connection,
    towns: Iterable[Town],
    *,
    resolve: Resolve,
    needs_of: data_inclusion.NeedsOf,
    now: datetime,
    progress: Callable[[int, int], None] | None = None,
) -> bool:
    """Load the demonstration in the caller's transaction; False when the directory already holds it.

    Raises ImportRefusedError when the directory holds anything real.
    """
    pipeline.refuse_fiction(connection)
    made = list(generate(towns))
    compare = _Comparison(connection, resolve, needs_of)
    held = rows.count(connection)
    if held == sum(len(one.services) for one in made) and not compare.differs(made[::_SAMPLE]):
        return False
    # Two inventions must not mix: another number, seed or version of the generator replaces the whole.
    pipeline.remove_fictional(connection)
    with compare.preview(made) as previewed:
        pipeline.apply(connection, previewed, signed=Signed(now), progress=progress)
    _close(connection, made, now.date())
    return True


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What is invented, against what the directory holds."""

    connection: Connection
    resolve: Resolve
    needs_of: data_inclusion.NeedsOf

    @contextmanager
    def preview(self, made: Iterable[Made]) -> Iterator[pipeline.Preview]:
        """By way of files, as any import."""
        with tempfile.TemporaryDirectory() as folder:
            write(made, Path(folder))
            structure_of = pipeline.structure_of(self.connection, fictional=True)
            reader = data_inclusion.Reader(self.resolve, self.needs_of, structure_of)
            records = reader.read(Source.at(Path(folder)))
            with pipeline.preview(self.connection, records, fictional=True) as previewed:
                yield previewed

    def differs(self, made: Sequence[Made]) -> bool:
        """Whether any of these is not in the directory as it would be written today."""
        if not made:
            return False
        with self.preview(made) as previewed:
            return bool(previewed.report.changes)


def _close(connection: Connection, made: Iterable[Made], today: date) -> None:
    """Some structures are closed for some days, counted from the day of loading."""
    closures = [
        {
            "structure_id": one.structure["id"],
            "service_id": None,
            "first_day": today + timedelta(days=one.closed[0]),
            "last_day": today + timedelta(days=one.closed[1]),
            "message": one.closed[2],
        }
        for one in made
        if one.closed
    ]
    if closures:
        connection.execute(insert(_CLOSURE), closures)
