"""What the exports of the directory share: the database opened to read, the licences, what is said at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.app import database_of, utc_now
from bot.cli.asked_services import Asked, scope_of
from bot.cli.keeping import say
from bot.cli.licensing import licences_file, licences_of
from bot.records.engines import database_url, make_engine
from bot.records.schema import upgrade
from bot.settings import Settings
from bot.talk.wording import Voice, Wording
from directory import versions
from directory.communes.gazetteer import Gazetteer
from directory.exports.about import Licences, LicencesError, Tally
from directory.exports.reading import DirectoryChangedError
from directory.exports.scope import Scope
from directory.needs import Needs

DONE, REFUSED = 0, 1
_MOST_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Desk:
    """What every export needs. `fictional`: the directory is invented."""

    connection: Connection
    settings: Settings
    voice: Voice
    needs: Needs
    licences: Licences
    fictional: bool

    def need(self, need: str) -> str:
        """The name of a need, in French."""
        return self.needs.label(need, "fr")

    def about(self, tally: Tally, kind: str, *, complete: bool = False) -> dict[str, Any]:
        """What the export says of itself, as of now."""
        now = utc_now()
        return tally.about(kind=kind, now=now, licences=self.licences, complete=complete, fictional=self.fictional)


class ExportRefusedError(Exception):
    """Nothing is written; `sentence` of `export.ftl` says why, `values` complete it."""

    def __init__(self, sentence: str, **values: str | float) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


def refuse_nothing(tally: Tally) -> None:
    """Raise ExportRefusedError when the directory holds no service that is asked for."""
    if not tally.services:
        raise ExportRefusedError("export-empty")


def export(settings: Settings, path: Path, asked: Asked, write: Callable[[Desk, Scope], Tally]) -> int:
    """Open the directory, write, say what was written; every mistake is told in a sentence, and nothing is left."""
    try:
        with _desk(settings) as desk:
            scope = scope_of(asked, Gazetteer.load(settings.data_dir / "cache") if asked.place else None, desk.needs)
            if scope is None:
                return REFUSED
            _told(desk, path, write(desk, scope))
    except ExportRefusedError as error:
        return wrong(error.sentence, **error.values)
    except DirectoryChangedError:
        return wrong("export-changed")
    except OSError as error:
        return wrong("export-unwritable", file=str(path), reason=error.strerror or "")
    return DONE


@contextmanager
def _desk(settings: Settings) -> Iterator[Desk]:
    voice = Wording().voice("fr")
    try:
        licences = licences_of(settings, voice("export-licence-unknown"))
    except LicencesError as error:
        file = str(licences_file(settings))
        raise ExportRefusedError("export-licences-unreadable", file=file, reason=str(error)) from error
    upgrade(database_of(settings))
    engine = make_engine(database_url(database_of(settings)), read_only=True, patient=True)
    try:
        with engine.connect() as connection:
            yield Desk(connection, settings, voice, Needs.load(), licences, versions.is_fictional(connection))
    finally:
        engine.dispose()


def _told(desk: Desk, path: Path, tally: Tally) -> None:
    say("export-done", services=tally.services, structures=tally.structures, file=str(path))
    if tally.left_out:
        examples = desk.voice.listed(tally.left_out[:_MOST_EXAMPLES])
        say("export-left-out", count=len(tally.left_out), examples=examples)
    if desk.fictional:
        say("export-fictional")
    if unknown := sorted(source for source in tally.sources if source not in desk.licences.known):
        say("export-licences", sources=desk.voice.listed(unknown), file=str(licences_file(desk.settings)))


def wrong(sentence: str, **values: str | float) -> int:
    """Say what is wrong; gives the exit code."""
    say(sentence, **values)
    return REFUSED
