"""Several workers on one PostgreSQL: order kept, nothing twice, and whoever dies is replaced."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.post.bell import Bell, ring
from bot.post.leading import Leading
from bot.post.locks import Shared
from bot.records.store import SettledError
from tests.databases import Database
from tests.house import TUESDAY
from tests.post.conftest import OpenOffice
from tests.post.looking import answered, effects, letters
from tests.waiting import until

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


async def test_four_hundred_messages_to_two_workers_keep_the_order_of_each_conversation(
    open_office: OpenOffice,
) -> None:
    one, two = await open_office(), await open_office()
    waits = {f"n{number}": 0.002 * (number % 3) for number in range(20)}
    one.parrot.waits = two.parrot.waits = waits

    async def write_to(room: str) -> None:
        for number in range(20):
            await (one, two)[number % 2].hear(f"n{number}", room=room)

    await asyncio.gather(*(write_to(f"room{number}") for number in range(20)))
    await answered(one)
    await answered(two)
    said = await letters(one)
    assert len(said) == 400
    assert set((await effects(one)).values()) == {20}
    assert len(one.parrot.heard) + len(two.parrot.heard) == 400


async def test_the_answers_of_a_conversation_are_queued_in_the_order_of_its_messages(open_office: OpenOffice) -> None:
    one, two = await open_office(), await open_office()
    told = one.parrot.told = two.parrot.told
    await asyncio.gather(
        *(
            (one, two)[(number + room) % 2].hear(*(f"n{number}-{part}" for part in range(3)), room=f"r{room}")
            for number in range(1)
            for room in range(10)
        )
    )
    for number in range(1, 15):
        for room in range(10):
            await (one, two)[(number * room) % 2].hear(f"n{number}", room=f"r{room}")
    await answered(one)
    await answered(two)
    expected = [*(f"n0-{part}" for part in range(3)), *(f"n{number}" for number in range(1, 15))]
    assert all([text for room, text in told if room == f"r{number}"] == expected for number in range(10))


async def test_a_worker_that_dies_in_an_answer_is_replaced_and_nothing_is_done_twice(open_office: OpenOffice) -> None:
    dying, living = await open_office(), await open_office()
    dying.parrot.waits = {"un": 60}
    await dying.hear("un", "deux")
    await until(lambda: dying.parrot.heard == ["un"])
    await living.room.take_up(TUESDAY + timedelta(minutes=1))
    await asyncio.sleep(0.2)
    assert living.parrot.heard == []  # the conversation is held by somebody alive
    for task in dying.room.lanes._tasks:
        task.cancel()
    await dying.room.locks.close()  # as the end of its process does
    await living.room.take_up(TUESDAY + timedelta(minutes=1))
    await answered(living)
    assert await effects(living) == {"un": 1, "deux": 1}
    assert await letters(living) == ["« un »", "« deux »"]


async def test_a_worker_that_lost_its_hold_writes_nothing(open_office: OpenOffice) -> None:
    slow, quick = await open_office(), await open_office()
    slow.parrot.waits = {"un": 0.5}
    await slow.hear("un")
    await until(lambda: slow.parrot.heard)
    await slow.room.locks.close()
    await quick.room.take_up(TUESDAY + timedelta(minutes=1))
    await answered(quick)
    for task in tuple(slow.room.lanes._tasks):
        await asyncio.wait({task}, timeout=3)
    assert await effects(quick) == {"un": 1}
    assert await letters(quick) == ["« un »"]


async def test_a_conversation_is_held_by_one_worker_at_a_time(database: Database) -> None:
    one, two = Shared(database.url), Shared(database.url)
    assert await one.take(b"a" * 32)
    assert not await two.take(b"a" * 32)
    assert await two.take(b"b" * 32)
    await one.release(b"a" * 32)
    assert await two.take(b"a" * 32)
    await two.close()
    assert await one.take(b"b" * 32)
    await one.close()


async def test_one_worker_leads_and_another_takes_over_when_it_goes(database: Database) -> None:
    leading: list[str] = []

    async def work(name: str) -> None:
        leading.append(name)
        await asyncio.sleep(60)

    first = asyncio.create_task(Leading(database.url).lead("telegram", lambda: work("first")))
    await until(lambda: leading)
    second = asyncio.create_task(Leading(database.url).lead("telegram", lambda: work("second")))
    other = asyncio.create_task(Leading(database.url).lead("matrix", lambda: work("other")))
    await until(lambda: len(leading) == 2)
    assert leading == ["first", "other"]
    first.cancel()
    await until(lambda: "second" in leading, 6)
    for task in (second, other):
        task.cancel()
    await asyncio.gather(first, second, other, return_exceptions=True)


async def test_what_one_worker_writes_is_announced_to_all_once_committed(open_office: OpenOffice, database) -> None:
    office = await open_office()
    heard: list[str] = []
    listening = asyncio.create_task(Bell(database.url, heard.append).listen())
    await until(lambda: heard == [""])
    with pytest.raises(SettledError):
        await office.store.write(_ring_then_fail)
    await office.hear("douche")
    await until(lambda: len(heard) > 1)
    assert heard == ["", "paper"]
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)


def _ring_then_fail(connection) -> None:
    ring(connection, "telegram")
    raise SettledError
