"""`solipacte import …`: a preview of what changes, then all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from sqlalchemy import Engine

from bot.app import utc_now
from bot.cli.keeping import say
from bot.directories import open_counter
from bot.settings import Settings
from bot.talk.wording import Wording
from directory.importers.data_inclusion import Reader, Source
from directory.importers.files import FileRefusedError
from directory.importers.pipeline import ImportRefusedError, Preview, apply, preview, refuse_fiction, structure_of
from directory.importers.report import sentences
from directory.ledger.history import Signed

APPLIED, REFUSED = 0, 1


def import_services(settings: Settings, folder: Path, *, dry_run: bool, accept_refused: bool) -> int:
    """Structures and services of a folder, in data·inclusion format; gives the exit code."""
    try:
        source = Source.at(folder)
        with open_counter(settings) as counter, counter.reading.connect() as connection:
            if source.fictional:
                refuse_fiction(connection)
            structures = structure_of(connection, fictional=source.fictional)
            reader = Reader(counter.places.resolve, counter.needs.of_service, structures)
            with _bar("import-reading") as tick:
                records = reader.read(source, lambda done: tick(done, source.size))
                with preview(connection, records, fictional=source.fictional) as found:
                    return _decide(counter.writing, found, dry_run=dry_run, accept_refused=accept_refused)
    except FileRefusedError as error:
        say(error.key, **error.arguments)
    except ImportRefusedError as error:
        say(error.key)
    return REFUSED


def _decide(writing: Engine, found: Preview, *, dry_run: bool, accept_refused: bool) -> int:
    for sentence in sentences(found.report):
        say(sentence.key, **sentence.arguments)
    if dry_run:
        say("import-dry-run")
        return APPLIED
    with _bar("import-writing") as tick, writing.begin() as connection:
        changed = apply(connection, found, signed=Signed(utc_now()), accept_refused=accept_refused, progress=tick)
    say("import-applied" if changed else "import-nothing-applied")
    return APPLIED


@contextmanager
def _bar(message: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar, told (done, total)."""
    said = Wording().say("fr", message)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task(said, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
