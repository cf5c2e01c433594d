"""`solipacte export data-inclusion`, `hsds`, `csv`: the directory given out. Each gives an exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

from bot.app import utc_now
from bot.cli.asked_services import Asked
from bot.cli.export_desk import DONE, Desk, ExportRefusedError, export, refuse_nothing, wrong
from bot.cli.keeping import say
from bot.handlers.service_sheet import KINDS, services_sheet
from bot.settings import Settings
from bot.sheets import MOST_ROWS, Sheet, SheetFullError
from bot.talk.times import short_date
from bot.talk.wording import Voice
from directory.closures import read_closures
from directory.exports import data_inclusion, hsds
from directory.exports.about import Tally
from directory.exports.drafts import draft_of, folder_draft_of
from directory.exports.reading import count_structures, holdings
from directory.exports.scope import Scope
from directory.hours import Closed
from directory.importers.folder import ABOUT

_OURS = frozenset((data_inclusion.STRUCTURES, data_inclusion.SERVICES, ABOUT))


def export_data_inclusion(settings: Settings, folder: Path, *, complete: bool, force: bool) -> int:
    """Structures and services in the sector's format, in a folder. `complete`: with what a person must not see."""
    if folder.exists():
        if not folder.is_dir() or {each.name for each in folder.iterdir()} - _OURS:
            return wrong("export-not-ours", file=str(folder))
        if not force and any(folder.iterdir()):
            return wrong("export-exists", file=str(folder))

    def write(desk: Desk, scope: Scope) -> Tally:
        invented = desk.voice("fictional") if desk.fictional and not complete else ""
        notes = data_inclusion.Notes(desk.voice("export-secret"), invented)
        with folder_draft_of(folder, private=complete) as draft:
            tally = data_inclusion.write(draft, holdings(desk.connection, scope, complete=complete), notes)
            refuse_nothing(tally)
            about = desk.about(tally, data_inclusion.KIND, complete=complete)
            (draft / ABOUT).write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return tally

    code = export(settings, folder, Asked(), write)
    if code == DONE and complete:
        say("export-complete")
    return code


def export_hsds(settings: Settings, file: Path, *, asked: Asked, force: bool) -> int:
    """Organizations, services, places and hours in Open Referral's format."""
    if refusal := refused(file, (".json",), force=force):
        return refusal

    def write(desk: Desk, scope: Scope) -> Tally:
        words = hsds.Words(
            need=desk.need,
            secret=desk.voice("export-secret"),
            fictional=desk.voice("fictional") if desk.fictional else "",
            closed=lambda closed: _closed(desk.voice, closed),
        )
        reader = hsds.Reader(words, read_closures(desk.connection), utc_now())
        with draft_of(file) as draft, draft.open("w", encoding="utf-8", newline="\n") as opened:
            count = count_structures(desk.connection, scope)
            tally = hsds.write(opened, holdings(desk.connection, scope), reader, count=count)
            refuse_nothing(tally)
            hsds.finish(opened, desk.about(tally, hsds.KIND))
        return tally

    return export(settings, file, asked, write)


def export_csv(settings: Settings, file: Path, *, asked: Asked, force: bool) -> int:
    """One line a service."""
    if refusal := refused(file, tuple(f".{kind}" for kind in KINDS), force=force):
        return refusal

    def write(desk: Desk, scope: Scope) -> Tally:
        tally = Tally()
        held = holdings(desk.connection, scope)
        today = utc_now().date()
        sheet = services_sheet(desk.voice, held, desk.need, desk.licences, today=today, tally=tally)
        with draft_of(file) as draft, draft.open("w+b") as opened:
            _write_sheet(sheet, opened, file.suffix.lower())
            refuse_nothing(tally)
        return tally

    return export(settings, file, asked, write)


def _write_sheet(sheet: Sheet, opened: BinaryIO, ending: str) -> None:
    if ending == ".csv":
        sheet.write_csv(opened)
        return
    try:
        sheet.write_xlsx(opened)
    except SheetFullError as error:
        raise ExportRefusedError("export-full", rows=MOST_ROWS) from error


def _closed(voice: Voice, closed: Closed) -> str:
    last = short_date(voice, closed.last_day)
    if closed.message:
        return voice("closed-for-now-reason", date=last, reason=closed.message)
    return voice("closed-for-now", date=last)


def refused(file: Path, endings: tuple[str, ...], *, force: bool) -> int:
    """Say why a file cannot be written; 0 when it can be."""
    if file.suffix.lower() not in endings:
        return wrong("export-kind", file=file.name, kinds=", ".join(endings))
    if file.exists() and not force:
        return wrong("export-exists", file=str(file))
    return DONE
