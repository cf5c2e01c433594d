"""The schema, brought up to date by migrations, and checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from bot.records.engines import database_url, make_engine

if TYPE_CHECKING:
    from alembic.config import Config

# Any number, the same in every version: who migrates holds this lock of PostgreSQL.
_MIGRATION_LOCK = 7_064_001


class SchemaError(RuntimeError):
    """The schema cannot be brought up to date; the message says why."""


def upgrade(url: str) -> None:
    """Run the migrations that are missing, all or none. Processes that start together wait for each other.

    Raises SchemaError.
    """
    from alembic import command  # noqa: PLC0415 - alembic is slow to import, and most commands do without
    from alembic.util.exc import CommandError  # noqa: PLC0415 - idem

    address = database_url(url)
    try:
        _make_file(address)
        engine = make_engine(address, patient=True)
        with engine.begin() as connection:
            if address.get_backend_name() == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise SchemaError("The database was made by a newer version of Solipacte: install that version.") from error
    except DBAPIError as error:
        raise SchemaError(_unreachable(error)) from error
    except OSError as error:
        raise SchemaError(f"The database file cannot be made: {error}.") from error


def check(url: str) -> list[str]:
    """Look for what is wrong with the database; one sentence each, none when all is well."""
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - slow to import
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - idem

    address = database_url(url)
    file = _file(address)
    if file is not None and not file.exists():
        return ["There is no database yet: run solipacte db upgrade."]
    script = ScriptDirectory.from_config(_config())
    problems: list[str] = []
    try:
        with make_engine(address, read_only=True).connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            known = {revision.revision for revision in script.walk_revisions()}
            if current is not None and current not in known:
                problems.append("The database was made by a newer version of Solipacte: install that version.")
            elif current != script.get_current_head():
                problems.append("The database is not up to date: run solipacte db upgrade.")
            problems += _damage(connection)
    except DBAPIError as error:
        problems.append(_unreachable(error))
    return problems


def _damage(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    damage = [f"The database file is damaged: {line}." for line in found if line != "ok"]
    orphans = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    return damage + ([f"{orphans} rows name a row that does not exist."] if orphans else [])


def _config() -> Config:
    from alembic.config import Config  # noqa: PLC0415 - slow to import

    config = Config()
    config.set_main_option("script_location", "bot:migrations")
    return config


def _file(url: URL) -> Path | None:
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return None if url.database.startswith("file:") else Path(url.database)


def _make_file(url: URL) -> None:
    """Make the SQLite file with no rights for others; its journal files take the same rights."""
    file = _file(url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))


def _unreachable(error: DBAPIError) -> str:
    return f"The database cannot be reached: {str(error.orig).partition(chr(10))[0]}."
