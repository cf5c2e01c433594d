"""A summary is sent once to each agent of its territory: two processes, a kill, a late start change nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from bot.post import bulletins as made
from bot.post.bulletins import Bulletins
from bot.records.offer_readers import Reader
from bot.records.statements import BULLETIN
from bot.records.store import StoreUnavailable
from bot.talk.message import Address, Reply, Text
from bot.talk.periods import Period
from tests.post.conftest import Office, OpenOffice
from tests.post.looking import letters

MONTH = date(2026, 3, 1)


@dataclass
class Numbers:
    """A summary. `agents`: whom it is for; `composed`: how many times it was made."""

    agents: list[str] = field(default_factory=lambda: ["ana", "zoé"])
    says: str | None = "trois"
    name: str = "numbers"
    period: Period = Period.MONTH
    composed: int = 0

    async def territories(self) -> Sequence[str]:
        return ["dep-44", "dep-49"]

    async def compose(self, territory: str, start: date) -> Reply | None:
        self.composed += 1
        await asyncio.sleep(0)
        return Reply((Text(f"{territory} {start} {self.says}"),)) if self.says else None

    def readers(self, connection: Connection, territory: str) -> list[Reader]:  # noqa: ARG002 - the shape of Summary
        if territory != "dep-44":
            return []
        return [Reader(name.encode(), name, Address("paper", name), None) for name in self.agents]


def of(office: Office, numbers: Numbers, start: date | None = MONTH) -> Bulletins:
    return Bulletins(office.room, (numbers,), lambda _period, _territory: start)


async def taken(office: Office) -> int:
    asked = select(func.count()).select_from(BULLETIN)
    return await office.store.read(lambda connection: connection.scalar(asked) or 0)


async def test_each_agent_is_told_once_however_often_one_looks(office: Office) -> None:
    numbers = Numbers()
    for _ in range(3):
        await of(office, numbers).round()
    assert await letters(office) == ["dep-44 2026-03-01 trois"] * 2
    assert numbers.composed == 1
    await of(office, numbers, date(2026, 4, 1)).round()
    assert len(await letters(office)) == 4


async def test_two_processes_send_it_once(open_office: OpenOffice) -> None:
    one, other = await open_office(), await open_office()
    numbers = Numbers()
    await asyncio.gather(*(of(office, numbers).round() for office in (one, other) for _ in range(3)))
    assert len(await letters(one)) == 2


async def test_what_dies_while_it_sends_leaves_it_to_be_sent_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = Numbers()
    with monkeypatch.context() as dying:

        def killed(*_: object) -> None:
            raise StoreUnavailable("killed")

        dying.setattr(made.Bulletins, "_send", killed)
        with pytest.raises(StoreUnavailable):
            await of(office, numbers).round()
    assert await taken(office) == 0
    await of(office, numbers).round()
    assert len(await letters(office)) == 2


async def test_before_its_morning_nothing_is_made(office: Office) -> None:
    numbers = Numbers()
    await of(office, numbers, None).round()
    assert (numbers.composed, await taken(office)) == (0, 0)


async def test_an_agent_who_comes_later_still_gets_it_and_nobody_twice(office: Office) -> None:
    numbers = Numbers(agents=[])
    await of(office, numbers).round()
    assert numbers.composed == 0
    numbers.agents = ["ana"]
    await of(office, numbers).round()
    await of(office, numbers).round()
    assert len(await letters(office)) == 1


async def test_nothing_worth_a_word_is_looked_at_once(office: Office) -> None:
    numbers = Numbers(says=None)
    for _ in range(3):
        await of(office, numbers).round()
    assert numbers.composed == 1
    assert await letters(office) == []
