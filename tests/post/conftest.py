"""A mailroom on each database, with a messenger made of paper."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta

import pytest
from prometheus_client import CollectorRegistry

from bot.keys import Keys, new_keys
from bot.post.arrival import Arrival
from bot.post.figures import figures
from bot.post.locks import make_locks
from bot.post.mailroom import Mailroom
from bot.post.weather import Weather
from bot.records.privacy import Vault
from bot.records.store import Store
from bot.talk.message import Position
from tests.databases import Database
from tests.house import TUESDAY
from tests.post.paper import Paper, Parrot, said


@dataclass
class Office:
    """A worker: a mailroom, its messenger, its dialogue."""

    room: Mailroom
    paper: Paper
    parrot: Parrot
    store: Store
    vault: Vault

    async def hear(self, *texts: str, room: str = "ana") -> None:
        """Receive messages; the words are their event too."""
        await self.room.receive([Arrival(f"{room}/{text}", said(text, room)) for text in texts])


OpenOffice = Callable[..., Awaitable[Office]]


@pytest.fixture
def keys() -> Keys:
    return new_keys()


@pytest.fixture
async def open_office(database: Database, keys: Keys) -> AsyncIterator[OpenOffice]:
    """Open one worker more on the same database; all are closed in the end."""
    async with AsyncExitStack() as closing:

        async def open_one(paper: Paper | None = None) -> Office:
            store, vault, locks = Store.open(database.url), Vault(keys), make_locks(database.url)
            parrot, paper = Parrot(store, vault), paper or Paper()
            room = Mailroom(
                store=store,
                vault=vault,
                talk=parrot,
                nearest=lambda at: Position(round(at.latitude), round(at.longitude)),
                locks=locks,
                figures=figures(CollectorRegistry()),
                clock=lambda: TUESDAY,
            )
            room.add(paper, Weather())
            closing.push_async_callback(store.close)
            closing.push_async_callback(locks.close)
            closing.push_async_callback(room.lanes.drain, 1)
            await room.take_up(TUESDAY - timedelta(days=1))
            return Office(room, paper, parrot, store, vault)

        yield open_one


@pytest.fixture
async def office(open_office: OpenOffice) -> Office:
    return await open_office()
