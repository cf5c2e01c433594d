"""A database that fails is said soon, and used again as soon as it is well."""

from __future__ import annotations

import asyncio
import itertools
import socket
import sqlite3
from contextlib import suppress
from functools import partial

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Engine

from bot.records.engines import LOCK_WAIT
from bot.records.store import PATIENCE, Store, StoreUnavailable
from tests.databases import Database
from tests.records.statistics_rows import POSTGRESQL, SQLITE, both, count, names

pytestmark = pytest.mark.impatient

GIVES_UP = 30
"""Seconds after which a test says that the store waits for ever; no lock of a test is let go before."""


async def test_a_database_locked_by_another_process_is_said_within_two_seconds(database: Database, store):
    await store.write(lambda connection: count(connection, "before"))
    lock = "BEGIN IMMEDIATE" if database.name == "sqlite" else "LOCK TABLE statistic IN ACCESS EXCLUSIVE MODE"
    with database.engine.connect() as other:
        other.exec_driver_sql(lock)
        many = (store.write(lambda connection, n=n: count(connection, f"n{n}")) for n in range(40))
        async with asyncio.timeout(GIVES_UP):
            results = await asyncio.gather(*many, return_exceptions=True)
        assert all(isinstance(result, StoreUnavailable) for result in results)
        if database.name == "sqlite":
            assert await store.read(names) == {"before"}
        other.exec_driver_sql("ROLLBACK")
    await store.write(lambda connection: count(connection, "after"))
    assert await store.read(names) == {"before", "after"}


def test_a_person_waits_two_seconds_at_most():
    assert PATIENCE <= 2
    assert LOCK_WAIT / 1000 < PATIENCE


@POSTGRESQL
async def test_a_postgresql_that_restarts_is_connected_to_again(database: Database, store):
    await store.write(lambda connection: count(connection, "before"))
    await store.read(names)
    with database.engine.connect() as other:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        other.execute(text(f"{others} AND datname = current_database()"))
    await store.write(lambda connection: count(connection, "after"))
    assert await asyncio.gather(*(store.read(names) for _ in range(6))) == [{"before", "after"}] * 6


async def test_a_server_that_is_not_there_is_said_within_two_seconds(tmp_path):
    store = Store.open(f"postgresql://nobody@/nowhere?host={tmp_path}")
    async with asyncio.timeout(GIVES_UP):
        results = await asyncio.gather(store.read(names), store.write(names), return_exceptions=True)
    assert all(isinstance(result, StoreUnavailable) for result in results)
    await store.close()


async def test_an_address_that_never_answers_is_said_within_two_seconds():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        store = Store.open(f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/nowhere")
        async with asyncio.timeout(GIVES_UP):
            with pytest.raises(StoreUnavailable):
                await store.write(names)
        await store.close()


@SQLITE
async def test_a_full_disk_is_said_and_what_was_kept_is_still_read(store):
    await store.write(lambda connection: count(connection, "before"))
    await store.write(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1").close())
    results = await asyncio.gather(
        *(store.write(lambda c, n=n: count(c, f"n{n}:{'x' * 9000}")) for n in range(8)), return_exceptions=True
    )
    assert all(isinstance(result, StoreUnavailable) for result in results)
    assert await store.read(names) == {"before"}
    await store.write(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 100000").close())
    await store.write(lambda connection: count(connection, "after"))
    assert await store.read(names) == {"before", "after"}


@SQLITE
async def test_a_read_only_file_is_read_and_its_writes_are_refused(database: Database, store):
    await store.write(lambda connection: count(connection, "before"))
    read_only = Store.open(f"sqlite:///file:{database.engine.url.database}?mode=ro&uri=true")
    with pytest.raises(StoreUnavailable):
        await read_only.write(lambda connection: count(connection, "after"))
    assert await read_only.read(names) == {"before"}
    await read_only.close()


async def test_a_damaged_file_is_said(tmp_path):
    (tmp_path / "damaged.db").write_bytes(b"not a database" * 1000)
    store = Store.open(f"sqlite:///{tmp_path / 'damaged.db'}")
    results = await asyncio.gather(store.read(names), store.write(names), return_exceptions=True)
    assert all(isinstance(result, StoreUnavailable) for result in results)
    await store.close()


async def test_a_folder_that_is_missing_is_said(tmp_path):
    store = Store.open(f"sqlite:///{tmp_path / 'absent' / 'x.db'}")
    for run in (store.read, store.write, store.scan):
        with pytest.raises(StoreUnavailable):
            await run(names)
    await store.close()


class FailingConnection(sqlite3.Connection):
    """Fails the nth call to the database, as a full or broken disk would."""

    calls = 0
    fails_at = 0

    def cursor(self, *_args, **_kwargs):
        return super().cursor(FailingCursor)

    def commit(self):
        spend()
        super().commit()

    def rollback(self):
        spend()
        super().rollback()


class FailingCursor(sqlite3.Cursor):
    """Counts statements among the calls."""

    def execute(self, *args):
        spend()
        return super().execute(*args)


def spend() -> None:
    FailingConnection.calls += 1
    if FailingConnection.calls == FailingConnection.fails_at:
        raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def _failing() -> object:
    def use(_dialect, _record, _args, arguments) -> None:
        arguments["factory"] = FailingConnection

    event.listen(Engine, "do_connect", use)
    yield
    event.remove(Engine, "do_connect", use)
    FailingConnection.fails_at = 0


@SQLITE
@pytest.mark.usefixtures("_failing")
async def test_whichever_call_to_the_database_fails_nothing_is_half_written(database: Database):
    for number in itertools.count(1):
        store = Store.open(database.url)
        FailingConnection.calls, FailingConnection.fails_at = 0, number
        kept = False
        with suppress(StoreUnavailable):
            await store.write(partial(both, number=number))
            kept = True
            await store.read(names)
        spent, FailingConnection.fails_at = FailingConnection.calls, 0
        found = await store.read(names)
        assert [f"left:{number}" in found, f"right:{number}" in found] == [kept, kept]
        await store.write(partial(both, number=1000 + number))
        await store.close()
        if spent < number:
            break
    assert number > 10
