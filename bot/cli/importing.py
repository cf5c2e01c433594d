"""`solipacte import …`: a preview of what changes, then all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from sqlalchemy import Connection

from bot.app import database_of, utc_now
from bot.cli.keeping import say
from bot.records.engines import database_url, make_engine
from bot.records.schema import upgrade
from bot.settings import Settings
from bot.talk.wording import Wording
from directory.communes.gazetteer import Gazetteer
from directory.importers.data_inclusion import Reader, Source
from directory.importers.files import FileRefusedError
from directory.importers.pipeline import ImportRefusedError, Preview, apply, preview, structure_of
from directory.importers.places import Places
from directory.importers.report import sentences
from directory.needs import Needs

APPLIED, REFUSED = 0, 1


def import_services(settings: Settings, folder: Path, *, dry_run: bool, accept_refused: bool) -> int:
    """Structures and services of a folder, in data·inclusion format; gives the exit code."""
    upgrade(database_of(settings))
    gazetteer, needs = Gazetteer.load(settings.data_dir / "cache"), Needs.load()
    places = Places(gazetteer.commune(row) for row in range(len(gazetteer)))
    engine = make_engine(database_url(database_of(settings)), patient=True)
    try:
        source = Source.at(folder)
        with engine.begin() as connection:
            reader = Reader(places.resolve, needs.of_service, structure_of(connection))
            with _bar("import-reading") as tick, preview(connection, reader.read(source, lambda n: tick(n, source.size))) as found:
                _tell(found)
                if dry_run:
                    say("import-dry-run")
                    return APPLIED
                return _apply(connection, found, accept_refused=accept_refused)
    except FileRefusedError as error:
        say(error.key, **error.arguments)
    except ImportRefusedError as error:
        say(error.key)
    finally:
        engine.dispose()
    return REFUSED


def _apply(connection: Connection, found: Preview, *, accept_refused: bool) -> int:
    with _bar("import-writing") as tick:
        changed = apply(connection, found, now=utc_now(), accept_refused=accept_refused, progress=tick)
    say("import-applied" if changed else "import-nothing-applied")
    return APPLIED


def _tell(found: Preview) -> None:
    for sentence in sentences(found.report):
        say(sentence.key, **sentence.arguments)


@contextmanager
def _bar(message: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar, told (done, total)."""
    said = Wording().say("fr", message)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task(said, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
