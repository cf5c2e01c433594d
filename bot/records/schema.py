"""The schema, brought up to date by migrations, and checked."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import URL, inspect, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from bot.records.engines import database_url, make_engine

# Any number, the same in every version: who migrates holds this lock of PostgreSQL.
_MIGRATION_LOCK = 7_064_001

_NEWER = "The database was made by a newer version of Solipacte: install that version."


class SchemaError(RuntimeError):
    """The schema cannot be brought up to date; the message says why."""


def upgrade(url: str) -> None:
    """Run the migrations that are missing, all or none. Processes that start together wait for each other.

    Raises SchemaError.
    """
    address = database_url(url)
    try:
        _make_file(address)
        if not _is_current(address):
            _migrate(address)
    except DBAPIError as error:
        raise SchemaError(_unreachable(error)) from error
    except OSError as error:
        raise SchemaError(f"The database file cannot be made: {error}.") from error


def check(url: str) -> list[str]:
    """Look for what is wrong with the database; one sentence each, none when all is well."""
    address = database_url(url)
    file = _file(address)
    if file is not None and not file.exists():
        return ["There is no database yet: run solipacte db upgrade."]
    problems: list[str] = []
    try:
        with make_engine(address, read_only=True).connect() as connection:
            current = _current(connection)
            if current is not None and current not in revisions():
                problems.append(_NEWER)
            elif current != revisions()[-1]:
                problems.append("The database is not up to date: run solipacte db upgrade.")
            problems += _damage(connection)
    except DBAPIError as error:
        problems.append(_unreachable(error))
    return problems


def revisions() -> list[str]:
    """List the migrations, oldest first, by the four digits that begin their names.

    The files are read rather than alembic asked: importing it takes longer than all the rest of a start.
    """
    folder = Path(__file__).parents[1] / "migrations" / "versions"
    return sorted(file.name[:4] for file in folder.glob("[0-9][0-9][0-9][0-9]_*.py"))


def _is_current(address: URL) -> bool:
    with make_engine(address, read_only=True).connect() as connection:
        current = _current(connection)
    if current is not None and current not in revisions():
        raise SchemaError(_NEWER)
    return current == revisions()[-1]


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    current: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return current


def _migrate(address: URL) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import, and most starts have nothing to migrate
    from alembic.config import Config  # noqa: PLC0415 - idem

    config = Config()
    config.set_main_option("script_location", "bot:migrations")
    with make_engine(address, patient=True).begin() as connection:
        if address.get_backend_name() == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _damage(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    damage = [f"The database file is damaged: {line}." for line in found if line != "ok"]
    orphans = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    return damage + ([f"{orphans} rows name a row that does not exist."] if orphans else [])


def _file(url: URL) -> Path | None:
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return None if url.database.startswith("file:") else Path(url.database)


def _make_file(url: URL) -> None:
    """Make the SQLite file with no rights for others; its journal files take the same rights."""
    file = _file(url)
    # One that is there is not opened: closing it would let go of the locks of this process' connections (POSIX), and
    # whoever closes next would take their journals away.
    if file is not None and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))


def _unreachable(error: DBAPIError) -> str:
    return f"The database cannot be reached: {str(error.orig).partition(chr(10))[0]}."
