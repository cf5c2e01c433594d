"""Needs or words × radius × the ten nearest: the snapshot against other engines, same questions, same answers.

    python -m tests.bench.bench_search [100000 1000000] [--questions 2000] [--alone]

`--alone`: the snapshot only. Times are per question, caches warm, one client. With several sizes, what each costs of
the first is told. Peers are asked all the questions up to 100,000 services, fewer beyond: some take a second each.
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
from functools import partial
from pathlib import Path
from time import perf_counter, perf_counter_ns
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from directory.distance import centre
from directory.search import Query, search
from directory.snapshot import IndexRow, Snapshot
from directory.snapshot_build import build
from directory.snapshot_file import load, save
from directory.when import NOW
from tests import databases
from tests.bench import engines, text_engines
from tests.bench.places import SMALL, THEMES, Country, Question

FRIDAY = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Paris"))
Times = list[int]
Costs = dict[str, tuple[float, float]]
# Beyond so many services, peers are asked fewer questions.
MOST_FOR_ALL, FEWER = 100_000, 300


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
    """A PostgreSQL of our own, on a socket: the machine's programs, which may have more extensions, or the tests'."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    programs = databases._start(folder, installed[-1] if installed else None)
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        stop = ("-D", folder / "data", "-m", "immediate", "stop")
        databases._run(folder, programs / "pg_ctl", *stop)
        shutil.rmtree(folder)


def _drawn(rows: Iterator[IndexRow], waits: list[float]) -> Iterator[IndexRow]:
    """The same services; `waits` takes the seconds that drawing each of them lasts."""
    start = perf_counter()
    for row in rows:
        waits.append(perf_counter() - start)
        yield row
        start = perf_counter()


def built(country: Country, count: int, console: Console) -> Snapshot:
    """The snapshot, with what it costs to build, keep, read and hold."""
    waits: list[float] = []
    start = perf_counter()
    snapshot = build(_drawn(country.services(count), waits), themes=THEMES, small=SMALL, version=1)
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
        f"{count:,} services: built in {end - start - sum(waits):.2f} s, {snapshot.memory / 1e6:.1f} MB of arrays;"
        f" saved in {saved - end:.2f} s ({size / 1e6:.1f} MB), loaded in {loaded - saved:.3f} s;"
        f" the process peaks at {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )
    return kept


def whole(snapshot: Snapshot, *, at: bool) -> Callable[[Question], object]:
    """The whole search a message asks for: widening, openings of the results, remote services."""

    def ask(question: Question) -> object:
        point = ((question.latitude, question.longitude),)
        needs = (question.need,) if question.need else ()
        query = Query(needs=needs, words=question.words, around=point, when=NOW if at else None, limit=5)
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


Peers = Iterator[tuple[str, engines.Engine]]


def text_peers(country: Country, count: int, url: str, folder: str) -> Peers:
    """The engines of free text, each filled with the same services."""
    rows = list(text_engines.told(country.services(count)))
    yield from text_engines.postgresql(url, rows).items()
    yield "SQLite, FTS5 + R*Tree", text_engines.fts5(f"{folder}/fts5.db", rows)
    yield "tantivy", text_engines.Tantivy(Path(folder), rows).by_words


def need_peers(country: Country, count: int, url: str, folder: str) -> Peers:
    """The engines of needs and places."""
    yield from peers(country, count, url, folder)
    yield "tantivy", text_engines.Tantivy(Path(folder), text_engines.told(country.services(count))).by_need


def compare(what: str, ours: engines.Engine, theirs: Callable[[str, str], Peers], questions: list[Question]) -> Table:
    """Ask everybody, check that the answers are the same; times and ratios."""
    table = Table("engine", "median µs", "p99 µs", "× median", "× p99", "answers", title=what)
    times, expected = timed(ours, questions)
    median, slowest = microseconds(times)
    table.add_row("snapshot", f"{median:.0f}", f"{slowest:.0f}", "1", "1", "")
    with server() as url, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, ask in theirs(url, folder):
            times, answers = timed(ask, questions)
            median, slowest = microseconds(times)
            same = sum(_alike(one, other) for one, other in zip(answers, expected, strict=True))
            # Asked again beside each: a machine that others use changes its pace from one minute to the next.
            mine = microseconds(timed(ours, questions)[0])
            ratios = f"{median / mine[0]:.1f}", f"{slowest / mine[1]:.1f}"
            table.add_row(name, f"{median:.0f}", f"{slowest:.0f}", *ratios, f"{same} of {len(questions)} alike")
    return table


def ours(snapshot: Snapshot, questions: list[Question], typed: list[Question]) -> Costs:
    """Median and 99th percentile, µs, of each thing that is asked of the snapshot."""
    asked = {
        "need + place": (engines.snapshot_engine(snapshot), questions),
        "free text + place": (text_engines.snapshot_engine(snapshot), typed),
        "whole search": (whole(snapshot, at=False), questions),
        "whole search, open now": (whole(snapshot, at=True), questions),
        "whole search, free text": (whole(snapshot, at=False), typed),
    }
    return {name: microseconds(timed(ask, those)[0]) for name, (ask, those) in asked.items()}


def alone(count: int, found: Costs, first: Costs) -> Table:
    """What the snapshot takes, and how many times what it took at the first size."""
    table = Table("asked", "median µs", "p99 µs", "× first, median", "× first, p99", title=f"{count:,} services")
    for name, (median, slowest) in found.items():
        growth = f"{median / first[name][0]:.1f}", f"{slowest / first[name][1]:.1f}"
        table.add_row(name, f"{median:.0f}", f"{slowest:.0f}", *growth)
    return table


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("services", type=int, nargs="*", default=[100_000])
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--alone", action="store_true")
    told = parser.parse_args()
    console = Console(width=120)
    console.print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {_processor()}")
    country, costs = Country(), []
    questions, typed = country.questions(told.questions), country.typed(told.questions)
    for count in told.services:
        snapshot = built(country, count, console)
        costs.append(ours(snapshot, questions, typed))
        console.print(alone(count, costs[-1], costs[0]))
        if not told.alone:
            most = told.questions if count <= MOST_FOR_ALL else FEWER
            needs, words = partial(need_peers, country, count), partial(text_peers, country, count)
            near, text = engines.snapshot_engine(snapshot), text_engines.snapshot_engine(snapshot)
            console.print(compare(f"Need + place, {count:,}", near, needs, questions[:most]))
            console.print(compare(f"Free text + place, {count:,}", text, words, typed[:most]))


def _processor() -> str:
    names = (line.partition(": ")[2] for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line)
    return next(names, platform.processor())


if __name__ == "__main__":
    main()
