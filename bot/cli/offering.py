"""`solipacte export offers`: the offers as a table, without names, contacts nor what people wrote."""

from __future__ import annotations

from pathlib import Path

import typer
from sqlalchemy.engine import Connection

from bot.app import Shipped, database_of, utc_now
from bot.handlers.offer_news import Speech
from bot.handlers.offer_sheet import KINDS, offers_file
from bot.records import audit, offers
from bot.records.agents import tell
from bot.records.engines import database_url, make_engine
from bot.records.permissions import FRANCE
from bot.records.privacy import Vault
from bot.records.schema import upgrade
from bot.records.vaults import open_vault
from bot.settings import Settings
from bot.talk.wording import Wording

_VOICE = Wording().voice("fr")
DONE, REFUSED = 0, 2


def export_offers(settings: Settings, file: Path, *, territory: str, force: bool) -> int:
    """Write them, and that it was done; gives the exit code. `territory`: with what lies inside it; "": all."""
    kind = file.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        return _wrong(_VOICE("offers-export-kind", file=file.name))
    if file.exists() and not force:
        return _wrong(_VOICE("events-export-exists", file=file.name))
    shipped = Shipped.load(settings.data_dir / "cache")
    places = shipped.knowledge.territories
    if territory and territory not in places.known:
        return _wrong(_VOICE("agents-territory-unknown", territory=territory))
    upgrade(database_of(settings))
    vault = open_vault(database_of(settings), settings.secret_key_file)
    engine = make_engine(database_url(database_of(settings)))
    try:
        with engine.begin() as connection:
            reached = [each for each in offers.territories(connection) if territory in ("", each, *places.around(each))]
            found = offers.inside(connection, vault, reached)
            if found:
                _told(connection, vault, kind, territory or FRANCE)
    finally:
        engine.dispose()
    if not found:
        return _wrong(_VOICE("offers-empty"))
    speech = Speech(_VOICE, shipped.knowledge, shipped)
    return _written(file, offers_file(speech, found, kind, personal=False).content, len(found))


def _told(connection: Connection, vault: Vault, kind: str, territory: str) -> None:
    tell(connection, vault, audit.NOBODY, "offres", f"export {kind}", territory, utc_now())


def _written(file: Path, content: bytes, count: int) -> int:
    try:
        file.write_bytes(content)
    except OSError as error:
        return _wrong(_VOICE("events-export-unwritable", file=file.name, reason=error.strerror or ""))
    typer.echo(_VOICE("offers-exported", count=count))
    return DONE


def _wrong(sentence: str) -> int:
    typer.echo(sentence, err=True)
    return REFUSED
