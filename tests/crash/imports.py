"""An import killed again and again: the directory is as before or as after, never between; then it is taken back."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select

from bot.records.engines import database_url, make_engine
from bot.records.schema import check, upgrade
from directory import tables
from directory.importers import closing, pipeline
from directory.importers.folder import Source
from directory.importers.missing import Scope
from directory.importers.raw import Closing
from directory.ledger import corrections, editing, runs, undoing
from directory.ledger.history import CHANGES, Signed
from tests.crash.robot import ROOT
from tests.directory.conftest import reader, service, source, structure

_NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
_STATE = (tables.STRUCTURES, tables.SERVICES, tables.CLOSURES, corrections.CORRECTIONS)


@dataclass
class Outcome:
    """What was counted. `between`: kills after which the directory was neither as before nor as after."""

    services: int = 0
    kills: int = 0
    before: int = 0
    after: int = 0
    finished: int = 0
    """Runs that ended before they were killed."""
    between: int = 0
    returned: int = 0
    """Imports taken back after which the directory was as before."""
    problems: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def broken(self) -> bool:
        """Whether the directory was ever in between, or not what it was once an import was taken back."""
        return bool(self.between or self.problems or self.returned != self.after + self.finished)

    def __str__(self) -> str:
        """In one sentence."""
        return (
            f"{self.services} services, {self.kills} kills in {self.seconds:.0f} s: {self.before} left the directory "
            f"as before, {self.after} as after, {self.between} between; {self.finished} runs ended before; "
            f"{self.returned} were taken back to the letter, problems {self.problems}"
        )


@dataclass
class Trial:
    """`services` rows, `kills` kills at moments drawn by `chance`; `url`: another database than a SQLite file."""

    services: int
    kills: int
    url: str = ""
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    outcome: Outcome = field(default_factory=Outcome)

    def run(self) -> Outcome:
        """Run it; what was seen is in the outcome."""
        started = time.monotonic()
        self.outcome.services = self.services
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            url = self.url or f"sqlite:///{folder / 'directory.db'}"
            _write(folder, self.services)
            upgrade(url)
            engine = make_engine(database_url(url), patient=True)
            _import(url, folder / "before")
            _close(engine, self.services)
            before, took = _state(engine), _timed(url, folder)
            after = _state(engine)
            _take_back(engine)
            assert _state(engine) == before != after
            while self.outcome.kills < self.kills:
                self._life(url, folder, took)
                self._look(engine, before, after)
            self.outcome.problems = check(url)
            engine.dispose()
        self.outcome.seconds = time.monotonic() - started
        return self.outcome

    def _life(self, url: str, folder: Path, took: float) -> None:
        with _started(url, folder) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(self.chance.uniform(0, took * 1.1))
            if process.poll() is None:
                process.kill()
                self.outcome.kills += 1
            else:
                self.outcome.finished += 1

    def _look(self, engine: Engine, before: str, after: str) -> None:
        found = _state(engine)
        if found == before:
            self.outcome.before += 1
        elif found == after:
            self.outcome.after += 1
            _take_back(engine)
            self.outcome.returned += _state(engine) == before
        else:
            self.outcome.between += 1


def _write(folder: Path, count: int) -> None:
    """A source as it was, and as it became: a tenth is gone, a tenth is new, a third has changed."""
    places = [structure(id=f"essai--s{number}") for number in range(count // 10)]
    services = [service(id=f"essai--{number}", structure_id=f"essai--s{number // 10}") for number in range(count)]
    source(folder / "before", places, services)
    later = [one | {"description": "Autre."} if number % 3 else one for number, one in enumerate(services)]
    new = [service(id=f"essai--n{number}", structure_id="essai--neuf") for number in range(count // 10)]
    kept = later[count // 10 :]
    source(folder / "after", [*places[count // 100 :], structure(id="essai--neuf")], [*kept, *new])


def _import(url: str, folder: Path) -> None:
    """Import a folder as the command line does, saying when it begins to write."""
    reading = make_engine(database_url(url), read_only=True, patient=True)
    writing = make_engine(database_url(url), patient=True)
    with reading.connect() as connection:
        read, redo = reader(connection).read(Source.at(folder)), reader(connection).again
        with pipeline.preview(connection, read, redo=redo, scope=Scope()) as previewed, writing.begin() as pen:
            sys.stdout.write("writing\n")
            sys.stdout.flush()
            run = pipeline.apply(pen, previewed, signed=Signed(_NOW), accept_heavy=True)
            closing.replace(pen, "essai", _closings(pen, folder.name), signed=Signed(_NOW, run=run))
    reading.dispose()
    writing.dispose()


def _closings(connection: Connection, when: str) -> list[Closing]:
    """Closures of half of the structures; later some stay, some go, some are new."""
    ids = sorted(connection.scalars(select(tables.STRUCTURES.c.id)))
    wanted = ids[::2] if when == "before" else ids[::3]
    return [Closing(one, date(2026, 8, 1), date(2026, 8, 20), "Congés") for one in wanted]


def _close(engine: Engine, services: int) -> None:
    """An editor closes some services, of which an import takes the first away."""
    with engine.begin() as connection:
        for number in range(0, services, services // 10):
            days = (date(2026, 7, 2), date(2026, 7, 9))
            planned = editing.close(connection, f"essai--{number}", *days, "Travaux")
            editing.carry_out(connection, planned, Signed(_NOW, b"a" * 32))


def _timed(url: str, folder: Path) -> float:
    """How long writing takes, in seconds."""
    with _started(url, folder) as process:
        assert process.stdout is not None
        process.stdout.readline()
        started = time.monotonic()
        assert process.wait(timeout=300) == 0
    return time.monotonic() - started


def _take_back(engine: Engine) -> None:
    with engine.begin() as connection:
        undoing.undo_run(connection, runs.recent(connection, 1)[0].id, Signed(_NOW))


def _state(engine: Engine) -> str:
    """A digest of every row; the number of the run that brought a row aside, which grows with each try."""
    found = hashlib.sha256()
    with engine.connect() as connection:
        for table in _STATE:
            # A closure that comes again may have another number where numbers never serve twice (PostgreSQL).
            aside: dict[str, None] = dict.fromkeys(("added_in", "id") if table is tables.CLOSURES else ("added_in",))
            rows = (repr({**row, **aside}) for row in connection.execute(select(table)).mappings())
            found.update("\n".join(sorted(rows)).encode())
        told: Any = connection.execute(select(CHANGES.c.run).distinct()).scalars().all()
        numbers = {run.id for run in runs.recent(connection, 100_000)}
        # Changes of a run that is not there would be half an import too.
        found.update(repr([run for run in told if run is not None and run not in numbers]).encode())
    return found.hexdigest()


def _started(url: str, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.crash.imports", url, str(folder / "after")]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


if __name__ == "__main__":
    _import(sys.argv[1], Path(sys.argv[2]))
