"""`solipacte import …`: a preview of what changes, then all or nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from sqlalchemy import Engine

from bot.app import utc_now
from bot.cli.keeping import say
from bot.directories import open_counter
from bot.settings import Settings
from bot.talk.wording import Wording
from directory.importers import closing
from directory.importers.archives import unpacked
from directory.importers.data_inclusion import Reader
from directory.importers.files import FileRefusedError
from directory.importers.origins import Asked, Kind, origin
from directory.importers.pipeline import ImportRefusedError, Preview, apply, preview, structure_of
from directory.importers.raw import Origin
from directory.importers.report import sentences

APPLIED, REFUSED = 0, 1


def import_services(settings: Settings, kind: Kind, asked: Asked, *, dry_run: bool, accept_refused: bool) -> int:
    """Structures and services of a source, whatever its form; gives the exit code."""
    try:
        read = read_in(settings, kind, asked, dry_run=dry_run, accept_refused=accept_refused)
    except FileRefusedError as error:
        say(error.key, **error.arguments)
    except ImportRefusedError as error:
        say(error.key)
    else:
        if read is not None:
            return APPLIED
        say("import-given-up")
    return REFUSED


def read_in(settings: Settings, kind: Kind, asked: Asked, *, dry_run: bool, accept_refused: bool) -> int | None:
    """The same, giving how many services the source holds; None when whoever was asked gave up.

    Raises FileRefusedError and ImportRefusedError.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = asked.path if asked.path.is_dir() else unpacked(asked.path, Path(folder))
        of = origin(kind, replace(asked, path=path, name=asked.name or asked.path.name))
        return _import(settings, of, dry_run=dry_run, accept_refused=accept_refused) if of else None


def _import(settings: Settings, of: Origin, *, dry_run: bool, accept_refused: bool) -> int:
    with open_counter(settings) as counter, counter.reading.connect() as connection:
        reader = Reader(counter.places.resolve, counter.needs.of_service, structure_of(connection))
        with _bar("import-reading") as tick:
            records = reader.read(of, lambda done: tick(done, of.size))
            with preview(connection, records) as found:
                _tell(found, of)
                if dry_run:
                    say("import-dry-run")
                else:
                    _apply(counter.writing, found, reader, of, accept_refused=accept_refused)
                services = found.report.tables["service"]
                return services.added + services.changed + services.unchanged


def _tell(found: Preview, of: Origin) -> None:
    for sentence in sentences(found.report):
        say(sentence.key, **sentence.arguments)
    if of.tally.skipped:
        say("import-skipped", count=of.tally.skipped)
    if of.tally.repeated:
        say("import-repeated", count=of.tally.repeated)


def _apply(writing: Engine, found: Preview, reader: Reader, of: Origin, *, accept_refused: bool) -> None:
    with _bar("import-writing") as tick, writing.begin() as connection:
        now = utc_now()
        changed = apply(connection, found, now=now, accept_refused=accept_refused, progress=tick)
        closed = bool(of.closes) and closing.replace(connection, of.closes, reader.closings, now=now)
    say("import-applied" if changed or closed else "import-nothing-applied")


@contextmanager
def _bar(message: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar, told (done, total)."""
    said = Wording().say("fr", message)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task(said, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
