"""`solipacte export diagnosis`: how the needs of a département are covered, commune by commune, as a table."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from pathlib import Path
from typing import Any

import typer

from bot.app import open_house
from bot.handlers.diagnosis import MEDIA, all_needs, diagnosis, since, surveyed
from bot.records import unanswered
from bot.settings import Settings
from bot.talk.wording import Wording

_VOICE = Wording().voice("fr")
DONE, REFUSED = 0, 2


def export_diagnosis(settings: Settings, file: Path, *, departement: str, force: bool) -> Coroutine[Any, Any, int]:
    """What writes it and gives the exit code. `departement`: its number or its name; `force`: over an older file."""
    return _exported(settings, file, departement, taken=file.exists() and not force)


async def _exported(settings: Settings, file: Path, departement: str, *, taken: bool) -> int:
    kind = file.suffix.lower().removeprefix(".")
    if kind not in MEDIA:
        return _wrong(_VOICE("shortages-kind", file=file.name))
    if taken:
        return _wrong(_VOICE("events-export-exists", file=file.name))
    async with open_house(settings) as house:
        known = house.finder.gazetteer.departement(departement)
        if known is None:
            return _wrong(_VOICE("shortages-unknown", said=departement))
        now = house.dialogue.clock()
        found = await house.store.read(partial(unanswered.missing, since=since(now.date())))
        chosen = all_needs(house.finder.needs, (each.need for each in found))
        covered = surveyed(house.finder, known.code, chosen, now=now)
        return _written(file, diagnosis(_VOICE, house.finder.needs, covered, found, kind).content, len(covered))


def _written(file: Path, content: bytes, count: int) -> int:
    try:
        file.write_bytes(content)
    except OSError as error:
        return _wrong(_VOICE("events-export-unwritable", file=file.name, reason=error.strerror or ""))
    typer.echo(_VOICE("shortages-exported", count=count, file=file.name))
    return DONE


def _wrong(sentence: str) -> int:
    typer.echo(sentence, err=True)
    return REFUSED
