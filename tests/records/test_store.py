"""Work of many callers shares one writer: nothing is lost or mixed up."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.records.statements import STATISTIC
from bot.records.store import Store, StoreUnavailable
from tests.databases import Database
from tests.records.statistics_rows import SQLITE, both, count, names


class Gate:
    """Holds the writer back, so that what is written meanwhile waits in one group."""

    def __init__(self, store: Store) -> None:
        self._open = threading.Event()
        self._store = store

    async def __aenter__(self) -> None:
        self._held = asyncio.ensure_future(self._store.write(lambda _: self._open.wait(5)))
        await asyncio.sleep(0.05)

    async def __aexit__(self, *_error: object) -> None:
        await asyncio.sleep(0)
        self._open.set()
        await self._held


async def _held(store: Store, *works: Callable[[Connection], object]) -> list[object]:
    async with Gate(store):
        waiting = [asyncio.ensure_future(store.write(work)) for work in works]
        await asyncio.sleep(0)
    return await asyncio.gather(*waiting, return_exceptions=True)


async def test_what_was_written_is_read(store):
    await store.write(count)
    assert await store.read(names) == {"a"}


async def test_a_long_read_waits_longer_than_a_person(store, monkeypatch):
    await store.write(count)
    monkeypatch.setattr("bot.records.store.PATIENCE", 0.05)

    def slow(connection: Connection) -> set[str]:
        time.sleep(0.2)
        return names(connection)

    assert await store.scan(slow) == {"a"}
    with pytest.raises(StoreUnavailable, match="in time"):
        await store.read(slow)


async def test_the_rows_of_a_long_read_are_streamed(store):
    await store.write(count)

    def streamed(connection: Connection) -> list[str]:
        return list(connection.execution_options(yield_per=1).execute(select(STATISTIC.c.name)).scalars())

    assert await store.scan(streamed) == ["a"]


async def test_a_write_gives_what_it_read(store):
    await store.write(count)
    assert await store.write(names) == {"a"}


async def test_a_write_that_fails_leaves_nothing(store):
    def half(connection: Connection) -> None:
        count(connection, "half")
        raise LookupError("the rest")

    with pytest.raises(LookupError, match="the rest"):
        await store.write(half)
    assert await store.read(names) == set()


async def test_writes_that_wait_share_a_commit(store):
    commits: list[object] = []

    def note(connection: Connection) -> None:
        commits.append(connection)

    event.listen(Engine, "commit", note)
    try:
        await _held(store, *(lambda connection, n=n: count(connection, f"n{n}") for n in range(16)))
    finally:
        event.remove(Engine, "commit", note)
    assert len(commits) <= 3
    assert len(await store.read(names)) == 16


@pytest.mark.parametrize("failing", [0, 3, 7])
async def test_one_failing_write_of_a_group_raises_to_its_caller_alone(store, failing):
    await store.write(lambda connection: count(connection, "twice"))

    def work(number: int) -> Callable[[Connection], None]:
        return lambda connection: count(connection, "twice" if number == failing else f"n{number}")

    results = await _held(store, *(work(number) for number in range(8)))
    assert [isinstance(result, IntegrityError) for result in results] == [n == failing for n in range(8)]
    assert await store.read(names) == {"twice", *(f"n{n}" for n in range(8) if n != failing)}


async def test_a_thousand_writes_keep_the_order_of_each_conversation(store):
    written: dict[int, list[int]] = {}
    for person in range(50):
        await store.write(lambda connection, p=person: count(connection, f"p{p}", by=0))

    async def say(person: int, number: int) -> None:
        mine = STATISTIC.c.name == f"p{person}"

        def next_one(connection: Connection) -> int:
            before: int = connection.execute(select(STATISTIC.c.count).where(mine)).scalar_one()
            connection.execute(update(STATISTIC).where(mine).values(count=number))
            return before

        assert await store.write(next_one) == number - 1
        written.setdefault(person, []).append(number)

    await asyncio.gather(*(say(person, number) for number in range(1, 21) for person in range(50)))
    assert all(numbers == list(range(1, 21)) for numbers in written.values())
    assert set(await store.read(lambda c: c.scalars(select(STATISTIC.c.count)).all())) == {20}


async def test_a_write_cancelled_before_it_began_is_not_done(store):
    async with Gate(store):
        cancelled = asyncio.ensure_future(store.write(lambda connection: count(connection, "cancelled")))
        kept = asyncio.ensure_future(store.write(lambda connection: count(connection, "kept")))
        await asyncio.sleep(0)
        cancelled.cancel()
        await asyncio.sleep(0)
    await kept
    assert cancelled.cancelled()
    assert await store.read(names) == {"kept"}


async def test_writes_cancelled_at_any_moment_are_whole_or_absent(store):
    tasks = [asyncio.ensure_future(store.write(partial(both, number=number))) for number in range(200)]
    for number, task in enumerate(tasks):
        if number % 3 == 0:
            task.cancel()
        elif number % 10 == 0:
            await asyncio.sleep(0.001)
    done = await asyncio.gather(*tasks, return_exceptions=True)
    found = await store.read(names)
    for number in range(200):
        assert (f"left:{number}" in found) == (f"right:{number}" in found)
        assert f"left:{number}" in found or isinstance(done[number], asyncio.CancelledError)


async def test_closing_finishes_what_waits_then_refuses(database: Database):
    store = Store.open(database.url)
    waiting = [asyncio.ensure_future(store.write(partial(count, name=f"n{n}"))) for n in range(20)]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*waiting)
    with pytest.raises(StoreUnavailable, match="closed"):
        await store.read(names)
    with database.engine.connect() as connection:
        assert len(names(connection)) == 20


@SQLITE
async def test_readers_cannot_write_to_sqlite(store):
    with pytest.raises(StoreUnavailable):
        await store.read(count)


@SQLITE
async def test_what_is_committed_is_durable_and_zeroed_when_erased(store):
    def settings(connection: Connection) -> dict[str, object]:
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked}

    found = await store.write(settings)
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
