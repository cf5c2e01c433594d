"""Copies of a SQLite database, taken while it serves; and put back without bringing back who was forgotten."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Table, delete, inspect, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from bot.records.campaign import OVER, State
from bot.records.engines import OPERATOR_WAIT, database_url, make_engine
from bot.records.offer_lines import Kind
from bot.records.promises import RETENTION, personal_tables
from bot.records.retention import ON_ITS_WAY
from bot.records.schema import SchemaError, check, upgrade
from bot.records.statements import (
    ALERT,
    CAMPAIGN,
    ERASURE,
    IMPORT_WISH,
    INBOX,
    OFFER,
    OFFER_EXPORT,
    OFFER_LINE,
    OUTBOX,
    REPORT,
    STEWARD,
    STEWARD_CODE,
    SUBSCRIPTION,
    upsert,
)


class BackupError(RuntimeError):
    """The copy cannot be taken or put back; the message says why, and nothing was changed."""


def backup(url: str, file: Path) -> None:
    """Write a consistent, compact copy of the database to `file` (mode 0600); what was erased is not in it.

    The keys are not in it either: keep the key file elsewhere. Raises BackupError.
    """
    database = _sqlite_file(url, "pg_dump")
    if not database.exists():
        raise BackupError(f"There is no database at {database}.")
    if file.exists():
        raise BackupError(f"{file} exists already: choose another name.")
    draft = _draft(file)
    try:
        with closing(_open(database)) as connection:
            connection.execute("VACUUM INTO ?", (str(draft),))
        draft.chmod(0o600)
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.rename(file)
    except (sqlite3.Error, OSError) as error:
        raise BackupError(f"The database cannot be copied: {error}.") from error
    finally:
        draft.unlink(missing_ok=True)


def restore(url: str, file: Path, *, accept: Callable[[Connection], None] = lambda _: None) -> None:
    """Put a copy back in place of the database, brought up to date, without those forgotten since it was taken.

    Waits for another process that is writing. `accept` looks at the copy once it is up to date, and raises what it
    likes to refuse it. Raises BackupError when the copy is damaged or newer than this version.
    """
    database = _sqlite_file(url, "pg_restore")
    if not file.exists():
        raise BackupError(f"There is no copy at {file}.")
    database.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(database)
    try:
        _copy(file, draft)
        _refuse_damage(draft)
        upgrade(f"sqlite:///{draft}")
        with make_engine(database_url(f"sqlite:///{draft}"), read_only=True).connect() as connection:
            accept(connection)
        _forget_again(f"sqlite:///{draft}", _rows(url, database, ERASURE), _rows(url, database, OFFER_LINE))
        _copy(draft, database)
    except (sqlite3.Error, OSError, SchemaError, DBAPIError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise BackupError(f"The copy cannot be put back: {str(reason).rstrip('.')}.") from error
    finally:
        for left in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm")):
            left.unlink(missing_ok=True)


def _refuse_damage(draft: Path) -> None:
    # An old copy is brought up to date; a file of something else is refused.
    with closing(_open(draft)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if "alembic_version" not in tables:
        raise BackupError("This file is not a copy of a Solipacte database.")
    damage = [problem for problem in check(f"sqlite:///{draft}") if "damaged" in problem]
    if damage:
        raise BackupError(damage[0])


def _rows(url: str, database: Path, table: Table) -> list[dict[str, object]]:
    """What a table of the database in place holds; what is newer than the database is not in it."""
    if not database.exists():
        return []
    with make_engine(database_url(url), read_only=True).connect() as connection:
        if not inspect(connection).has_table(table.name):
            return []
        there = {column["name"] for column in inspect(connection).get_columns(table.name)}
        asked = select(*(column for column in table.columns if column.name in there))
        return [dict(row) for row in connection.execute(asked).mappings()]


def _forget_again(url: str, erasures: list[dict[str, object]], steps: list[dict[str, object]]) -> None:
    """Forget those who asked for it since, and the offers that were taken back (`steps` of offers tell)."""
    engine = make_engine(database_url(url), patient=True)
    with engine.begin() as connection:
        known = [dict(row) for row in connection.execute(select(ERASURE)).mappings()]
        for erasure in (*known, *erasures):
            # A database that does not tell which of the two was asked forgot everything.
            _erase(connection, {"forgotten_at": erasure["erased_at"]} | erasure)
        # What was to be told when the copy was made has been told since.
        for table in (OFFER_LINE, REPORT):
            connection.execute(update(table).values(told=True))
        for step in (each for each in steps if each["kind"] == Kind.WITHDRAWN):
            connection.execute(delete(OFFER_LINE).where(OFFER_LINE.c.offer == step["offer"]))
            connection.execute(delete(OFFER).where(OFFER.c.number == step["offer"]))
            connection.execute(upsert(OFFER_LINE, connection.dialect.name), step)
        # So has what was asked for: nobody is to be given it twice.
        connection.execute(delete(OFFER_EXPORT))
        connection.execute(delete(IMPORT_WISH))
        # Which codes of places have served since, nobody knows any more.
        connection.execute(delete(STEWARD_CODE))
        for table in (INBOX, OUTBOX):
            # What was on its way when the copy was made has been answered and sent since.
            connection.execute(delete(table).where(table.c.status <= ON_ITS_WAY))
        # Nobody knows any more what was told: the next look only notes what is there.
        connection.execute(update(ALERT).values(looked=None, due_at=None))
        connection.execute(update(STEWARD).values(due_at=None))
        # Nor to whom these went.
        begun = CAMPAIGN.c.status.in_([int(state) for state in State if state not in OVER])
        connection.execute(update(CAMPAIGN).where(begun).values(status=int(State.STOPPED)))


def _erase(connection: Connection, erasure: dict[str, object]) -> None:
    """Erase what is older than the erasure, all of it or what is sent first: a person may have come back since."""
    for table in personal_tables():
        asked = "erased_at" if table in (SUBSCRIPTION, ALERT, STEWARD) else "forgotten_at"
        if table is not ERASURE and erasure[asked]:
            written = table.c[RETENTION[table.name].dates]
            mine = (table.c.uid == erasure["uid"]) & (written <= erasure[asked])
            connection.execute(delete(table).where(mine))
    connection.execute(upsert(ERASURE, connection.dialect.name), erasure)


def _copy(source: Path, target: Path) -> None:
    if not target.exists():
        os.close(os.open(target, os.O_RDWR | os.O_CREAT, 0o600))
    with closing(_open(source)) as reading, closing(_open(target)) as writing:
        reading.backup(writing)


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=OPERATOR_WAIT / 1000, isolation_level=None)


def _draft(file: Path) -> Path:
    return file.with_name(f".{file.name}.{secrets.token_hex(8)}")


def _sqlite_file(url: str, instead: str) -> Path:
    address = database_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        raise BackupError(f"This command copies SQLite databases: use {instead} for PostgreSQL.")
    return Path(address.database)
