"""`solipacte sources …`: the sources of `sources.toml`, where each stands, and those that are due brought home."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.app import utc_now
from bot.cli.columns import show
from bot.cli.importing import Brought, Terms, read_in
from bot.cli.keeping import say
from bot.fetching import http_client
from bot.settings import Settings
from bot.talk.wording import Wording
from directory.importers.association.matching import Matching, folded
from directory.importers.declared import (
    DeclarationError,
    Declared,
    State,
    is_paged,
    read_declared,
    read_state,
    write_state,
)
from directory.importers.fetching.client import FetchError, Line
from directory.importers.fetching.download import Stamp, download
from directory.importers.fetching.pagers import DataInclusion, Soliguide
from directory.importers.fetching.pages import Pager, gather
from directory.importers.files import FileRefusedError
from directory.importers.origins import Asked, Kind
from directory.importers.pipeline import ImportRefusedError

_NOT_A_NAME = re.compile(r"[^\w.-]+", re.ASCII)
_ENDPOINTS = ("structures", "services")
_FAILURES = (FetchError, FileRefusedError, ImportRefusedError, DeclarationError)


def show_sources(settings: Settings) -> int:
    """Each source and where it stands; gives the exit code: 1 when the file is wrong."""
    try:
        declared = read_declared(settings.sources_file)
    except DeclarationError as error:
        say(error.key, **error.arguments)
        return 1
    if not declared:
        say("sources-none", file=str(settings.sources_file))
    for one in declared:
        state = read_state(folder_of(settings, one))
        say("sources-one", name=one.name, kind=one.kind, rows=state.rows, day=state.succeeded[:16] or "–")
        if state.error:
            say("sources-last-error", day=state.tried[:16], error=state.error)
    return 0


async def refresh(settings: Settings, name: str, *, agreed: bool = False) -> int:
    """Bring home what is due, or the one named; gives the exit code: 1 when one of them failed."""
    try:
        declared = read_declared(settings.sources_file)
    except DeclarationError as error:
        say(error.key, **error.arguments)
        return 1
    wanted = [one for one in declared if not name or one.name == name]
    if not wanted:
        say("sources-unknown" if name else "sources-none", name=name, file=str(settings.sources_file))
        return 1 if name else 0
    now = utc_now()
    due = [one for one in wanted if name or read_state(folder_of(settings, one)).due(one.every, now)]
    if not due:
        say("sources-nothing-due")
    results = [await _refresh(settings, one, agreed=agreed) for one in due]
    return 0 if all(results) else 1


async def _refresh(settings: Settings, declared: Declared, *, agreed: bool) -> bool:
    """One source, to its end; what fails leaves the directory as it was, and says so."""
    folder = folder_of(settings, declared)
    folder.mkdir(parents=True, exist_ok=True)
    before = read_state(folder)
    say("sources-refreshing", name=declared.name)
    now = utc_now().isoformat()
    try:
        after = await _brought(settings, declared, folder, before, agreed=agreed)
    except _FAILURES as error:
        arguments = {} if isinstance(error, ImportRefusedError) else error.arguments
        sentence = Wording().say("fr", error.key, **arguments)
        write_state(folder, replace(before, tried=now, error=sentence))
        say("sources-failed", name=declared.name, error=sentence)
        return False
    write_state(folder, replace(after, tried=now, succeeded=now, error=""))
    return True


async def _brought(settings: Settings, declared: Declared, folder: Path, before: State, *, agreed: bool) -> State:
    stamp = Stamp(before.etag, before.last_modified)
    path = Path(declared.file)
    if declared.address:
        async with http_client() as client:
            line = Line(client, asyncio.sleep, _headers(declared))
            if is_paged(declared):
                path, stamp = await _gathered(line, declared, folder), Stamp()
            else:
                path = folder / (_NOT_A_NAME.sub("-", Path(urlsplit(declared.address).path).name)[-80:] or "fetched")
                found = await download(line, declared.address, path, stamp if path.exists() else Stamp())
                if found is None and not before.error:
                    say("sources-unchanged", name=declared.name)
                    return replace(before, run=0)
                stamp = found or stamp
    elif not path.exists():
        raise FileRefusedError("import-file-unreadable", file=path.name)
    done = await asyncio.to_thread(_imported, settings, declared, path, agreed)
    return replace(before, rows=done.services, run=done.run, etag=stamp.etag, last_modified=stamp.last_modified)


async def _gathered(line: Line, declared: Declared, folder: Path) -> Path:
    """The pages of an interface as files, in the form that an import reads."""
    pagers: Mapping[str, Pager]
    if declared.kind is Kind.SOLIGUIDE:
        pagers = {"places": Soliguide(declared.address, declared.territory)}
    else:
        pagers = {
            name: DataInclusion(declared.address, name, declared.territory) for name in ("structures", "services")
        }
    for name, pager in pagers.items():
        done = await gather(line, pager, folder / f"{name}.ndjson")
        if done.repeated or done.missing:
            say("sources-pages", held=done.held, repeated=done.repeated, missing=done.missing)
    return folder / "places.ndjson" if declared.kind is Kind.SOLIGUIDE else folder


def _imported(settings: Settings, declared: Declared, path: Path, agreed: bool) -> Brought:  # noqa: FBT001 - called in a thread
    day = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date()

    def settle(matching: Matching) -> Matching:
        by_title = {folded(title): field for title, field in declared.columns.items()}
        for match in matching.matches:
            if folded(match.title) in by_title:
                matching = matching.changed(match.column, by_title[folded(match.title)])
        show(matching)
        return matching

    asked = Asked(path, day, declared.name, settle)
    terms = Terms(accept_refused=True, agreed=agreed, scope=declared.complete)
    return read_in(settings, declared.kind, asked, terms) or Brought(0)


def _headers(declared: Declared) -> dict[str, str]:
    """What says who asks. The key is read when it is used, and goes nowhere else."""
    if not declared.key:
        return {}
    key = os.environ.get(declared.key, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise FetchError("sources-key-missing", variable=declared.key)
    return {"Authorization": f"{'JWT' if declared.kind is Kind.SOLIGUIDE else 'Bearer'} {key}"}


def folder_of(settings: Settings, declared: Declared) -> Path:
    """Where what is known of a source is kept."""
    return settings.data_dir / "sources" / declared.name
