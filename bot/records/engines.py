"""SQLAlchemy engines for SQLite and PostgreSQL, with what durability and privacy ask of each."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, InternalError, OperationalError
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    import sqlite3

_log = logging.getLogger(__name__)

# How long a lock is waited for, in milliseconds; a person's patience (`store.PATIENCE`) is longer.
LOCK_WAIT = 1_500
OPERATOR_WAIT = 60_000
JOURNAL_WAIT = 200
# libpq counts the seconds of a connection attempt, at least 2.
CONNECT_WAIT = 2


def database_url(written: str) -> URL:
    """Read a database URL; PostgreSQL is always spoken to through psycopg."""
    url = make_url(written)
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url


def make_engine(url: URL, *, read_only: bool = False, patient: bool = False) -> Engine:
    """Build an engine that connects when asked, keeps no pool, and never prints parameters.

    Writers begin with `BEGIN IMMEDIATE` on SQLite; readers are in autocommit: one statement, one snapshot.
    `patient`: for an operator's work (migrations, copies), which may wait for others and last.
    """
    lock_wait = OPERATOR_WAIT if patient else LOCK_WAIT
    options: dict[str, Any] = {"poolclass": NullPool, "hide_parameters": True}
    if read_only:
        options["isolation_level"] = "AUTOCOMMIT"
    if url.get_backend_name() == "sqlite":
        # `timeout`: how long a lock is waited for, in seconds.
        arguments: dict[str, Any] = {"timeout": lock_wait / 1000, "check_same_thread": False}
        engine = create_engine(url, connect_args=arguments, **options)
        event.listen(engine, "connect", _prepare_sqlite_reader if read_only else _prepare_sqlite)
        if not read_only:
            event.listen(engine, "begin", _begin_immediate)
        return engine
    limits = f"-c lock_timeout={lock_wait} -c statement_timeout={0 if patient else lock_wait}"
    arguments = {"connect_timeout": CONNECT_WAIT, "options": limits, "tcp_user_timeout": lock_wait}
    return create_engine(url, connect_args=arguments, **options)


def is_unavailable(error: DBAPIError) -> bool:
    """Whether the database itself failed (unreachable, locked, full, read-only, damaged), not what was asked of it."""
    return (
        error.connection_invalidated
        or isinstance(error, OperationalError | InterfaceError | InternalError)
        or type(error) is DatabaseError
    )


def empty_journal(connection: Connection) -> bool:
    """Empty SQLite's write-ahead log of what it still holds of erased rows; between transactions.

    False when somebody who reads for longer, or a full disk, puts it off: it is to be tried again.
    """
    driver = connection.connection.driver_connection
    if connection.dialect.name != "sqlite" or driver is None:
        return True
    try:
        driver.execute(f"PRAGMA busy_timeout = {JOURNAL_WAIT}").close()
        (busy, _, _) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        driver.execute(f"PRAGMA busy_timeout = {LOCK_WAIT}").close()
    except connection.dialect.loaded_dbapi.Error:
        _log.warning("the write-ahead log could not be emptied")
        return False
    return not busy


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # `begin` is ours: the driver would begin late, and not IMMEDIATE.
    connection.isolation_level = None
    for setting in (
        "journal_mode = WAL",
        # A commit survives a power cut: NORMAL may roll back the last ones.
        "synchronous = FULL",
        "foreign_keys = ON",
        # What is erased is overwritten with zeros.
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {setting}").close()


def _prepare_sqlite_reader(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON").close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
