"""Migrations make exactly the tables of the models, all or nothing, however many processes start."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, insert, inspect, text
from sqlmodel import SQLModel

from bot.records.engines import database_url
from bot.records.schema import SchemaError, check, revisions, upgrade
from bot.records.statements import STATISTIC
from tests.records.statistics_rows import SQLITE, count, names

SQLITE_EMPTY = pytest.mark.parametrize("empty", ["sqlite"], indirect=True)

# Dies at the nth statement of the migrations, for many n, and says which tables are left each time.
DIES = """
import os, signal, sys
from sqlalchemy import create_engine, event, inspect
from sqlalchemy.engine import Engine
from bot.records.schema import upgrade

url = sys.argv[1]
import alembic.command  # once, not in each child
for fatal in (1, 2, 5, 9, 14, 20, 1000):
    child = os.fork()
    if not child:
        said = 0
        @event.listens_for(Engine, "after_cursor_execute")
        def count(*_):
            global said
            said += 1
            if said == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
        upgrade(url)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    engine = create_engine(url)
    with engine.connect() as connection:
        print(int(os.WIFSIGNALED(status)), len(inspect(connection).get_table_names()))
    engine.dispose()
"""

# Four processes at once; prints how each ended.
TOGETHER = """
import os, sys, traceback
import alembic.command  # once, not in each child
from bot.records.schema import upgrade

children = []
for _ in range(4):
    child = os.fork()
    if not child:
        try:
            upgrade(sys.argv[1])
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    children.append(child)
for child in children:
    print(os.waitpid(child, 0)[1])
"""


def _run(script: str, url: str) -> list[str]:
    run = subprocess.run([sys.executable, "-c", script, url], capture_output=True, text=True, check=True, timeout=120)
    assert run.stderr == ""
    return run.stdout.splitlines()


def _tables(url: str) -> list[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = inspect(connection).get_table_names()
    engine.dispose()
    return found


def test_migrations_make_the_tables_of_the_models(empty: str):
    upgrade(empty)
    engine = create_engine(empty)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()
    assert check(empty) == []


def test_upgrading_again_changes_nothing(empty: str):
    upgrade(empty)
    engine = create_engine(empty)
    with engine.begin() as connection:
        count(connection, "kept")
    upgrade(empty)
    with engine.connect() as connection:
        assert names(connection) == {"kept"}
    engine.dispose()


def test_processes_that_start_together_do_not_collide(empty: str):
    assert _run(TOGETHER, empty) == ["0", "0", "0", "0"]
    assert check(empty) == []


def test_a_migration_that_is_killed_leaves_all_or_nothing(empty: str):
    seen = [tuple(map(int, line.split())) for line in _run(DIES, empty)]
    whole = len(SQLModel.metadata.tables) + 1
    assert all(tables == (0 if killed else whole) for killed, tables in seen)
    assert seen[0] == (1, 0)
    assert seen[-1] == (0, whole)
    upgrade(empty)
    assert check(empty) == []


def test_a_database_that_is_behind_or_absent_is_said(empty: str):
    (problem,) = check(empty)
    assert "solipacte db upgrade" in problem
    upgrade(empty)
    engine = create_engine(empty)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    engine.dispose()
    assert check(empty) == ["The database is not up to date: run solipacte db upgrade."]


def test_a_database_of_a_newer_version_is_refused(empty: str):
    upgrade(empty)
    engine = create_engine(empty)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(SchemaError, match="newer version"):
        upgrade(empty)
    assert "newer version" in check(empty)[0]


def test_migrations_are_numbered_in_their_order():
    config = Config()
    config.set_main_option("script_location", "bot:migrations")
    script = ScriptDirectory.from_config(config)
    assert revisions() == [revision.revision for revision in reversed(list(script.walk_revisions()))]


def test_a_database_that_is_up_to_date_is_known_without_alembic(empty: str):
    upgrade(empty)
    known = "import sys; from bot.records.schema import upgrade; upgrade(sys.argv[1]); print('alembic' in sys.modules)"
    assert _run(known, empty) == ["False"]


@SQLITE_EMPTY
def test_a_sqlite_file_is_for_its_owner_only(empty: str):
    before = os.umask(0o022)
    try:
        upgrade(empty)
    finally:
        os.umask(before)
    file = Path(database_url(empty).database or "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@SQLITE_EMPTY
def test_a_damaged_file_is_said(empty: str):
    upgrade(empty)
    engine = create_engine(empty)
    with engine.begin() as connection:
        rows = [{"day": STATISTIC.c.day.type.python_type(2026, 1, 1), "name": f"n{n}", "count": n} for n in range(2000)]
        connection.execute(insert(STATISTIC), rows)
    engine.dispose()
    file = Path(database_url(empty).database or "")
    content = bytearray(file.read_bytes())
    for page in range(len(content) // 4096 - 6, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = os.urandom(64)
    file.write_bytes(content)
    assert any("damaged" in problem or "cannot be reached" in problem for problem in check(empty))


@pytest.mark.parametrize("url", ["postgresql://nobody@/nowhere?host=/absent", "sqlite:////proc/nowhere/x.db"])
def test_a_database_that_cannot_be_reached_is_said(url: str):
    with pytest.raises(SchemaError, match="cannot be"):
        upgrade(url)
    assert len(check(url)) == 1


@SQLITE
def test_the_test_databases_have_what_migrations_make(database, tmp_path):
    upgrade(f"sqlite:///{tmp_path / 'other.db'}")
    assert set(_tables(database.url)) == set(_tables(f"sqlite:///{tmp_path / 'other.db'}")) - {"alembic_version"}
