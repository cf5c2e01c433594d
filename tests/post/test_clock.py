"""What nobody answers is taken up."""

from __future__ import annotations

import asyncio

import pytest

from bot.post import inbox
from bot.post.arrival import Arrival
from bot.post.clock import Clock
from bot.records.store import Store, StoreUnavailable
from tests.house import TUESDAY
from tests.post.conftest import Office
from tests.post.looking import answered, letters
from tests.post.paper import said
from tests.waiting import until


async def test_what_was_stored_too_late_to_be_told_is_answered_before_what_comes_next(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Store.write

    async def late(store: Store, work: object) -> object:
        await write(store, work)  # type: ignore[arg-type]  # whatever it is
        raise StoreUnavailable("too late")

    with monkeypatch.context() as slow:
        slow.setattr(Store, "write", late)
        with pytest.raises(StoreUnavailable):
            await office.hear("un")
    await office.hear("deux")
    await answered(office)
    keeping = asyncio.create_task(Clock(office.room, lambda: TUESDAY).keep())
    await until(lambda: office.room.lanes.caught_up)
    await answered(office)
    keeping.cancel()
    assert await letters(office) == ["« un »", "« deux »"]


async def test_a_message_left_by_a_worker_that_died_is_answered(office: Office) -> None:
    row = inbox.prepare(office.vault, Arrival("1", said("douche")))
    await office.store.write(lambda connection: inbox.store(connection, [row], now=TUESDAY))
    keeping = asyncio.create_task(Clock(office.room, lambda: TUESDAY).keep())
    await asyncio.sleep(0.2)
    assert await letters(office) == []  # ten seconds are left to whoever stored it
    keeping.cancel()
    office.room.lanes.caught_up = False
    keeping = asyncio.create_task(Clock(office.room, lambda: TUESDAY).keep())
    await until(lambda: office.room.lanes.caught_up)
    await answered(office)
    keeping.cancel()
    assert await letters(office) == ["« douche »"]
