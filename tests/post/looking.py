"""Looking at what the mailroom did."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.post import outbox
from bot.records.statements import OUTBOX, STATISTIC
from tests.post.conftest import Office
from tests.waiting import until


async def answered(office: Office) -> None:
    """Wait until no lane is open."""
    await until(lambda: not office.room.lanes._tasks, 20)


async def effects(office: Office) -> dict[str, int]:
    """How many times each thing was heard, as recorded."""
    asked = select(STATISTIC.c.name, STATISTIC.c.count)
    rows = await office.store.read(lambda connection: connection.execute(asked).all())
    return {name.removeprefix("heard:"): count for name, count in rows}


async def letters(office: Office) -> list[str]:
    """What waits to be sent, in order."""

    def read(connection: Connection) -> list[str]:
        found = outbox.upcoming(connection, office.vault, platform="paper", most=1000)
        return [letter.parcel["text"] for letter in found if letter.parcel]

    return await office.store.read(read)


async def statuses(office: Office) -> list[tuple[int, int]]:
    """The status and the doubts of each send, in order."""
    asked = select(OUTBOX.c.status, OUTBOX.c.doubts).order_by(OUTBOX.c.id)
    rows = await office.store.read(lambda connection: connection.execute(asked).all())
    return [(status, doubts) for status, doubts in rows]
