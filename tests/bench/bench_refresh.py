"""A large directory is taken up by a process that answers people: how long, and how late its event loop gets.

python -m tests.bench.bench_refresh [1000000]
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.console import Console
from sqlalchemy import Connection, insert

from bot.app import open_house
from bot.records.engines import database_url, make_engine
from bot.settings import Settings
from directory import tables, versions
from directory.snapshot import IndexRow
from tests.bench.places import Country
from tests.house import shipped

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
# Seconds between two looks at the clock.
EVERY = 0.005
_BATCH = 5_000


def _service(row: IndexRow) -> dict[str, Any]:
    said: Mapping[str, Any] = {"id": row.id, "source": "bench", "structure_id": row.structure_id, "nom": row.name}
    place = {"place": row.place, "place_latitude": row.latitude, "place_longitude": row.longitude}
    rest = {"description": row.description, "date_maj": date(2026, 1, 1), "digest": b"", "fictional": False}
    return {**said, **place, **rest, "needs": list(row.needs), "flags": row.flags, "horaires_accueil": row.hours}


def fill(connection: Connection, services: Iterator[IndexRow]) -> None:
    """Put services straight into the tables: an import is measured elsewhere."""
    known: set[str] = set()
    while batch := list(islice(services, _BATCH)):
        new = {row.structure_id: row for row in batch if row.structure_id not in known}
        known.update(new)
        structures = [
            {"id": key, "source": "bench", "nom": row.structure_name, "date_maj": date(2026, 1, 1), "digest": b""}
            for key, row in new.items()
        ]
        if structures:
            connection.execute(insert(tables.Structure), [{**each, "fictional": False} for each in structures])
        connection.execute(insert(tables.Service), [_service(row) for row in batch])
    versions.bump(connection, now=NOW, fictional=False)


async def lateness(late: list[float]) -> None:
    """Write down, in seconds, how late each wake-up is, until cancelled."""
    while True:
        start = perf_counter()
        await asyncio.sleep(EVERY)
        late.append(perf_counter() - start - EVERY)


async def main(services: int) -> None:
    """Open a house, fill its directory behind its back, take it up, tell how late the loop was."""
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        async with open_house(settings, shipped=shipped()) as house:
            engine = make_engine(database_url(settings.database_url.get_secret_value()), patient=True)
            with engine.begin() as connection:
                fill(connection, Country().services(services))
            idle: list[float] = []
            watching = asyncio.create_task(lateness(idle))
            await asyncio.sleep(5)
            watching.cancel()
            late: list[float] = []
            watching = asyncio.create_task(lateness(late))
            start = perf_counter()
            assert await house.finder.refresh()
            taken = perf_counter() - start
            watching.cancel()
    console.print(f"{services:,} services taken up in {taken:.0f} s; lateness of the event loop, ms:")
    for name, seen in (("meanwhile", sorted(late)), ("before", sorted(idle))):
        median, last = seen[len(seen) // 2] * 1e3, seen[len(seen) * 99 // 100] * 1e3
        console.print(f"  {name}: median {median:.1f}, p99 {last:.1f}, worst {seen[-1] * 1e3:.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("services", type=int, nargs="?", default=1_000_000)
    asyncio.run(main(parser.parse_args().services))
