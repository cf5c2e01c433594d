"""`solipacte import …`: a preview of what changes, then all or nothing."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import typer
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
from directory.importers.missing import Scope
from directory.importers.origins import Asked, Kind, origin
from directory.importers.pipeline import ImportRefusedError, Preview, apply, preview, refuse_fiction
from directory.importers.raw import Origin
from directory.importers.report import sentences
from directory.ledger.history import Signed

APPLIED, REFUSED = 0, 1
_FRANCE = "FRANCE"
_DEPARTEMENT = re.compile(r"\d{2,3}|2[AB]")


@dataclass(frozen=True, slots=True)
class Terms:
    """How an import is to be done. `agreed`: a second person read the preview and agrees, where one must.

    `scope`: where the source says all it knows, so that what it no longer says is withdrawn.
    """

    dry_run: bool = False
    accept_refused: bool = False
    agreed: bool = False
    scope: Scope | None = None


def terms_of(dry_run: bool, accept_refused: bool, complete: str, agreed: bool) -> Terms:  # noqa: FBT001 - as typer reads them
    """From the words of the command line; `complete`: "44,49", "france", or "". Raises BadParameter."""
    codes = [each.strip().upper() for each in complete.split(",") if each.strip()]
    if not all(_DEPARTEMENT.fullmatch(each) for each in codes if each != _FRANCE):
        raise typer.BadParameter(Wording().say("fr", "import-complete-wrong", said=complete))
    scope = Scope(None if _FRANCE in codes else frozenset(codes)) if codes else None
    return Terms(dry_run=dry_run, accept_refused=accept_refused, agreed=agreed, scope=scope)


def import_services(settings: Settings, kind: Kind, asked: Asked, terms: Terms) -> int:
    """Structures and services of a source, whatever its form; gives the exit code."""
    try:
        read = read_in(settings, kind, asked, terms)
    except FileRefusedError as error:
        say(error.key, **error.arguments)
    except ImportRefusedError as error:
        say(error.key)
    else:
        if read is not None:
            return APPLIED
        say("import-given-up")
    return REFUSED


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did: how many services the source holds, and the number of its run, 0 when nothing changed."""

    services: int
    run: int = 0


def read_in(settings: Settings, kind: Kind, asked: Asked, terms: Terms) -> Brought | None:
    """The same, giving what was done; None when whoever was asked gave up.

    Raises FileRefusedError and ImportRefusedError.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = asked.path if asked.path.is_dir() else unpacked(asked.path, Path(folder))
        of = origin(kind, replace(asked, path=path, name=asked.name or asked.path.name))
        return _import(settings, of, terms) if of else None


def _import(settings: Settings, of: Origin, terms: Terms) -> Brought:
    with open_counter(settings) as counter, counter.reading.connect() as connection:
        if of.fictional:
            refuse_fiction(connection)
        reader = counter.clerk.reader(connection, fictional=of.fictional)
        redo = counter.clerk.reader(connection, fictional=of.fictional).again
        with _bar("import-reading") as tick:
            records = reader.read(of, lambda done: tick(done, of.size))
            with preview(connection, records, fictional=of.fictional, redo=redo, scope=terms.scope) as found:
                _tell(found, of)
                run = 0
                if terms.dry_run:
                    say("import-dry-run")
                else:
                    run = _apply(counter.writing, found, reader, of, terms)
                services = found.report.tables["service"]
                return Brought(services.added + services.changed + services.unchanged, run)


def _tell(found: Preview, of: Origin) -> None:
    for sentence in sentences(found.report):
        say(sentence.key, **sentence.arguments)
    if of.tally.skipped:
        say("import-skipped", count=of.tally.skipped)
    if of.tally.repeated:
        say("import-repeated", count=of.tally.repeated)


def _apply(writing: Engine, found: Preview, reader: Reader, of: Origin, terms: Terms) -> int:
    with _bar("import-writing") as tick, writing.begin() as connection:
        signed = Signed(utc_now())
        accepted = {"accept_refused": terms.accept_refused, "accept_heavy": terms.agreed}
        run = apply(connection, found, signed=signed, progress=tick, **accepted)
        closed = (
            closing.replace(connection, of.closes, reader.closings, signed=replace(signed, run=run))
            if of.closes
            else None
        )
    if run:
        say("import-applied", run=run)
    elif closed:
        say("import-applied-closures", run=closed)
    else:
        say("import-nothing-applied")
    return run or 0


@contextmanager
def _bar(message: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar, told (done, total)."""
    said = Wording().say("fr", message)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task(said, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
