"""Needs × radius × the ten nearest: the snapshot against SQL, on the same questions, with the same answers.

    python -m tests.bench.bench_search [--services 100000] [--questions 2000] [--alone]

`--alone`: the snapshot only (for a million services). Times are per question, caches warm, one client.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import perf_counter, perf_counter_ns
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from directory.distance import centre
from directory.search import Query, search
from directory.snapshot import Snapshot
from directory.snapshot_build import build
from directory.snapshot_file import load, save
from directory.when import NOW
from tests import databases
from tests.bench import engines
from tests.bench.places import THEMES, Country, Question

FRIDAY = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Paris"))
Times = list[int]


def timed(ask: Callable[[Question], object], questions: list[Question]) -> tuple[Times, list[object]]:
    """Nanoseconds of each question, the best of three passages (others use the machine too), and the answers."""
    answers: list[object] = [ask(question) for question in questions]
    best = [10**12] * len(questions)
    gc.disable()
    for _ in range(3):
        for place, question in enumerate(questions):
            start = perf_counter_ns()
            ask(question)
            best[place] = min(best[place], perf_counter_ns() - start)
    gc.enable()
    return sorted(best), answers


def microseconds(times: Times) -> tuple[float, float]:
    """Median and 99th percentile."""
    return times[len(times) // 2] / 1000, times[len(times) * 99 // 100] / 1000


@contextmanager
def server() -> Iterator[str]:
    """A PostgreSQL of our own, on a socket."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    programs = databases._start(folder)
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        stop = ("-D", folder / "data", "-m", "immediate", "stop")
        databases._run(folder, programs / "pg_ctl", *stop)
        shutil.rmtree(folder)


def built(country: Country, count: int, console: Console) -> Snapshot:
    """The snapshot, with what it costs to build, keep, read and hold."""
    start = perf_counter()
    for _ in country.services(count):
        pass
    drawn = perf_counter()
    snapshot = build(country.services(count), themes=THEMES, version=1)
    end = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "directory.npz"
        save(snapshot, path)
        saved = perf_counter()
        kept = load(path, version=1)
        loaded = perf_counter()
        size = path.stat().st_size
    assert kept is not None
    console.print(
        f"{count:,} services: built in {end - drawn - (drawn - start):.2f} s, {snapshot.memory / 1e6:.1f} MB of arrays;"
        f" saved in {saved - end:.2f} s ({size / 1e6:.1f} MB), loaded in {loaded - saved:.3f} s;"
        f" the process peaks at {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )
    return kept


def whole(snapshot: Snapshot, *, at: bool) -> Callable[[Question], object]:
    """The whole search a message asks for: widening, openings of the results, remote services."""

    def ask(question: Question) -> object:
        point = ((question.latitude, question.longitude),)
        query = Query(needs=(question.need,), around=point, when=NOW if at else None, limit=5)
        return search(snapshot, query, now=FRIDAY)

    return ask


def peers(country: Country, count: int, url: str, folder: str) -> Iterator[tuple[str, engines.Engine]]:
    """The SQL engines, each filled with the same services."""
    rows: list[engines.Row] = [
        (need, row.id, latitude, longitude, engines.band(latitude), *centre(latitude, longitude).vector.tolist())
        for row in country.services(count)
        for latitude, longitude in [(row.latitude or 0, row.longitude or 0)]
        for need in {*row.needs, *(THEMES[need] for need in row.needs)}
    ]
    yield "SQLite, covering index", engines.sqlite_covering(f"{folder}/covering.db", rows)
    yield "SQLite, R*Tree", engines.sqlite_rtree(f"{folder}/rtree.db", rows)
    yield from engines.postgresql(url, rows).items()


def _alike(theirs: object, mine: object) -> bool:
    """The same services in the same order: the last bit of a product may differ."""
    return isinstance(theirs, list) and isinstance(mine, list) and [t[0] for t in theirs] == [m[0] for m in mine]


def compare(country: Country, count: int, questions: list[Question], snapshot: Snapshot, table: Table) -> None:
    """Ask everybody, check that the answers are the same, print times and ratios."""
    times, expected = timed(engines.snapshot_engine(snapshot), questions)
    ours = microseconds(times)
    table.add_row("snapshot", f"{ours[0]:.0f}", f"{ours[1]:.0f}", "1", "1", "")
    with server() as url, tempfile.TemporaryDirectory() as folder:
        for name, ask in peers(country, count, url, folder):
            times, answers = timed(ask, questions)
            median, slowest = microseconds(times)
            same = sum(_alike(theirs, mine) for theirs, mine in zip(answers, expected, strict=True))
            ratios = f"{median / ours[0]:.1f}", f"{slowest / ours[1]:.1f}"
            table.add_row(name, f"{median:.0f}", f"{slowest:.0f}", *ratios, f"{same} of {len(questions)} alike")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--alone", action="store_true")
    told = parser.parse_args()
    console = Console(width=120)
    console.print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {_processor()}")
    country = Country()
    questions = country.questions(told.questions)
    snapshot = built(country, told.services, console)
    table = Table("engine", "median µs", "p99 µs", "× median", "× p99", "answers")
    if told.alone:
        median, slowest = microseconds(timed(engines.snapshot_engine(snapshot), questions)[0])
        table.add_row("snapshot", f"{median:.0f}", f"{slowest:.0f}")
    else:
        compare(country, told.services, questions, snapshot, table)
    for name, at in (("whole search", False), ("whole search, open now", True)):
        median, slowest = microseconds(timed(whole(snapshot, at=at), questions)[0])
        table.add_row(name, f"{median:.0f}", f"{slowest:.0f}")
    console.print(table)


def _processor() -> str:
    names = (line.partition(": ")[2] for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line)
    return next(names, platform.processor())


if __name__ == "__main__":
    main()
