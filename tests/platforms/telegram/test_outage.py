"""Telegram is away for ten minutes: who listens and who sends ask it seldom, together, and nothing is lost."""

from __future__ import annotations

import asyncio
import gc
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from prometheus_client import CollectorRegistry

from bot.keys import new_keys
from bot.platforms.telegram import TelegramSettings, open_telegram
from bot.post.figures import figures
from bot.post.locks import make_locks
from bot.post.mailroom import Mailroom
from bot.post.sender import until_rung
from bot.post.weather import Weather
from bot.records.privacy import Vault
from bot.records.store import Store
from bot.talk.wording import Wording
from tests.databases import Database
from tests.house import TUESDAY
from tests.platforms.telegram.conftest import inquire
from tests.post.paper import Parrot
from tests.telegram_server import TelegramServer
from tests.waiting import until

# Bytes that ten minutes of waiting may leave behind.
FLAT = 100_000
# The people who wait for an answer when Telegram goes.
WAITING = 12


@dataclass
class Fast:
    """Time that runs so many times faster than it does."""

    times: float = 100

    def __call__(self) -> float:
        return time.monotonic() * self.times

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.times)

    async def rest(self, bell: asyncio.Event, seconds: float) -> None:
        await until_rung(bell, seconds / self.times)


@contextmanager
def traced() -> Iterator[Callable[[], int]]:
    """How many bytes more are held in the end."""
    gc.collect()
    tracemalloc.start()
    grown = 0
    try:
        yield lambda: grown
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_listening_and_sending_ask_at_most_twenty_five_times_in_ten_minutes(
    telegram: TelegramServer, database: Database
) -> None:
    fast, weather, vault = Fast(), Weather(), Vault(new_keys())
    store, locks = Store.open(database.url), make_locks(database.url)
    parrot = Parrot(store, vault)
    room = Mailroom(
        store=store,
        vault=vault,
        talk=parrot,
        nearest=lambda at: at,
        locks=locks,
        figures=figures(CollectorRegistry()),
        clock=lambda: TUESDAY,
        now=fast,
    )
    settings = TelegramSettings(token=telegram.token, api_url=telegram.url)
    door, carrier = open_telegram(settings, post=room, words=Wording().say, inquire=inquire, weather=weather)
    door.now, door.sleep = fast, fast.sleep
    sender = room.add(carrier, weather)
    sender.rest = fast.rest
    telegram.flood.on = False
    people = [telegram.person() for _ in range(WAITING)]
    tasks = [asyncio.create_task(door.listen()), asyncio.create_task(sender.run())]
    try:
        people[0].says("bonjour")
        await people[0].hears()
        telegram.fault("*", "502", times=None)
        for person in people:
            person.says("douche")  # the poll under way still fetches it
        before = sum(telegram.requests.values())
        begun = fast()
        await asyncio.sleep((begun + 120 - fast()) / fast.times)
        with traced() as grown:
            await asyncio.sleep((begun + 600 - fast()) / fast.times)
        asked = sum(telegram.requests.values()) - before
        telegram.faults.clear()
        back = fast()
        await until(lambda: sum(len(person.heard) for person in people) > WAITING, 5)
        found_back = fast() - back
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await room.lanes.drain(1)
        await door.close()
        await store.close()
        await locks.close()
    assert 5 <= asked <= 25
    assert found_back < 200
    assert grown() < FLAT
    assert [len(person.heard) for person in people] == [2] + [1] * (WAITING - 1)
