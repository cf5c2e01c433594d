"""`solipacte import events` and `solipacte export events`: the calendar from a file, and to one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from pathlib import Path

import typer
from sqlalchemy import Engine

from bot.app import database_of, utc_now
from bot.calendars.carrying import ImportEvents, carry_out, note
from bot.calendars.found import FileRefusedError, Found
from bot.calendars.plan import Plan, plan
from bot.calendars.reading import read_file
from bot.calendars.telling import told
from bot.calendars.territories import clocks, desk_of
from bot.calendars.writing import KINDS, written
from bot.ears import ear_of
from bot.handlers.audiences import departements
from bot.records.diary import ChangedError, kept
from bot.records.effects import Desk as Recording
from bot.records.engines import database_url, make_engine
from bot.records.privacy import Vault
from bot.records.schema import upgrade
from bot.records.vaults import open_vault
from bot.settings import Settings
from bot.talk.wording import Wording
from directory.communes.gazetteer import Gazetteer
from knowledge.library import CONTENT, Library
from knowledge.territories import Territories

_VOICE = Wording().voice("fr")
DONE, REFUSED, UNKNOWN = 0, 1, 2


def import_events(settings: Settings, source: Path, *, territory: str, dry_run: bool, accept_refused: bool) -> int:
    """Events of a file, into the calendar; gives the exit code. `territory`: of those that name none, or ""."""
    now = utc_now()
    territories = _territories(settings)
    if territory and territory not in territories.known:
        return _wrong(_VOICE("agents-territory-unknown", territory=territory))
    desk = desk_of(territories, territory, now=now)
    try:
        found = read_file(source, desk)
    except FileRefusedError as refused:
        typer.echo(_VOICE(refused.key, **refused.arguments))
        return REFUSED
    engine = _opened(settings)
    try:
        with engine.connect() as connection:
            planned = plan(found, kept(connection), today=desk.today)
        _print(told(planned, _VOICE, territories))
        if dry_run:
            typer.echo(_VOICE("import-dry-run"))
            return DONE
        if (code := _not_wanted(planned, accept_refused=accept_refused)) is not None:
            return code
        vault = open_vault(database_of(settings), settings.secret_key_file)
        return _apply(engine, vault, planned, found, today=desk.today, now=now, territories=territories)
    finally:
        engine.dispose()


def _not_wanted(planned: Plan, *, accept_refused: bool) -> int | None:
    """The exit code when nothing is to be done; None: it is."""
    if planned.refused and not accept_refused:
        typer.echo(_VOICE("events-not-applied-refused"))
        return REFUSED
    if not planned.changes:
        typer.echo(_VOICE("events-nothing-new"))
        return DONE
    return None


def _apply(
    engine: Engine,
    vault: Vault,
    planned: Plan,
    found: Found,
    *,
    today: date,
    now: datetime,
    territories: Territories,
) -> int:
    wanted = ImportEvents(planned, found, today, partial(departements, territories))
    try:
        with engine.begin() as connection:
            desk = Recording(connection, vault, now)
            carry_out(desk, wanted)
            note(desk, planned)
    except ChangedError:
        typer.echo(_VOICE("events-not-applied-stale"))
        return REFUSED
    typer.echo(_VOICE("events-applied"))
    return DONE


def export_events(settings: Settings, file: Path, *, territory: str, force: bool) -> int:
    """The events that agents announced, in a file; gives the exit code. `territory`: only its own; "": all."""
    territories, kind = _territories(settings), file.suffix.lower().removeprefix(".")
    if territory and territory not in territories.known:
        return _wrong(_VOICE("agents-territory-unknown", territory=territory))
    if kind not in KINDS:
        return _wrong(_VOICE("events-export-kind", file=file.name))
    if file.exists() and not force:
        return _wrong(_VOICE("events-export-exists", file=file.name))
    engine = _opened(settings)
    with engine.connect() as connection:
        chosen = [each for each in kept(connection) if territory in ("", each.what.territory)]
    engine.dispose()
    content = written(chosen, kind, clocks(territories), now=utc_now())
    if content is None:
        return _wrong(_VOICE("events-export-none"))
    try:
        file.write_bytes(content)
    except OSError as error:
        return _wrong(_VOICE("events-export-unwritable", file=file.name, reason=error.strerror or ""))
    typer.echo(_VOICE("events-exported", count=len(chosen), file=file.name))
    return DONE


def _wrong(sentence: str) -> int:
    typer.echo(sentence, err=True)
    return UNKNOWN


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _territories(settings: Settings) -> Territories:
    library = Library.read(CONTENT)
    return Territories.of(library.territories.values(), ear_of(Gazetteer.load(settings.data_dir / "cache")))


def _opened(settings: Settings) -> Engine:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    upgrade(database_of(settings))
    return make_engine(database_url(database_of(settings)), patient=True)
