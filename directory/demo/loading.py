"""Put an invented directory where there is none, by the way every import takes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Table, insert

from directory import rows, tables, versions
from directory.demo.generator import Made, generate
from directory.demo.towns import Town
from directory.demo.writing import write
from directory.importers import data_inclusion, pipeline
from directory.importers.places import Resolve

SERVICES = 6000
"""How many services the demonstration invents by default."""

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
    if rows.count(connection) and not versions.is_fictional(connection):
        raise pipeline.ImportRefusedError("import-not-applied-real")
    made = list(generate(towns))
    with tempfile.TemporaryDirectory() as folder:
        write(made, Path(folder))
        source = data_inclusion.Source.at(Path(folder))
        for attempt in ("compare", "replace"):
            reader = data_inclusion.Reader(resolve, needs_of, pipeline.structure_of(connection, fictional=True))
            with pipeline.preview(connection, reader.read(source), fictional=True) as previewed:
                report = previewed.report
                if attempt == "compare" and not report.changes and not report.absent:
                    return False
                if attempt == "compare" and rows.count(connection):
                    # Made by another version of the generator: two inventions must not mix.
                    pipeline.remove_fictional(connection)
                    continue
                pipeline.apply(connection, previewed, now=now, progress=progress)
                _close(connection, made, now.date())
                break
    return True


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
