"""People are told once, by day, of what is new of their search; whatever is killed, nobody twice; on each database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from bot.post.alerting import Alerting
from bot.records import alerts
from bot.records.alert import Asked, Fresh, Looked, Search
from bot.records.rights import lose
from bot.records.statements import ALERT
from bot.talk.message import Address, Reply, Text
from directory.flags import Flag
from directory.hours import Opening, State
from directory.search_query import Hit
from directory.tables import SERVICES, STRUCTURES
from tests.house import TUESDAY
from tests.post.conftest import Office
from tests.post.looking import letters

ANA = Address("paper", "ana")
DAY = timedelta(days=1)


@dataclass
class Told:
    """A watch over what it is told is there, by search. `quiet`: until when people sleep."""

    there: dict[str, list[str]] = field(default_factory=dict)
    version: int | None = 1
    quiet: datetime | None = None
    shut: frozenset[str] = frozenset()
    looks: int = 0

    def look(self, search: Search, now: datetime) -> Looked:  # noqa: ARG002 - the shape of Watch
        self.looks += 1
        found = self.there.get(search["needs"], [])
        hits = tuple(Hit(one, 1.0, Opening(State.OPEN), Flag.ON_SITE, (), 0, "44") for one in found)
        shut = self.shut & set(found)
        return Looked(frozenset(found), tuple(hit for hit in hits if hit.id not in shut), shut)

    def quiet_until(self, search: Search, now: datetime) -> datetime | None:  # noqa: ARG002 - idem
        return self.quiet if self.quiet and self.quiet > now else None

    def news(self, language: str, fresh: Iterable[Fresh], now: datetime) -> Reply:  # noqa: ARG002 - idem
        told = [f"{each.search['needs']}: {' '.join(row.id for _, row in each.found)}" for each in fresh]
        return Reply((Text("; ".join(told)),))

    def ask(self, language: str, searches: Sequence[Search]) -> Reply:  # noqa: ARG002 - idem
        return Reply((Text(f"go on with {' '.join(each['needs'] for each in searches)}?"),))


@dataclass
class Desk:
    """An office whose time the test sets, and its watch."""

    office: Office
    watch: Told
    now: datetime = TUESDAY

    async def keeps(self, needs: str, known: Iterable[str] = (), address: Address = ANA) -> None:
        """Somebody agrees to be told."""
        asked = Asked({"needs": needs}, frozenset(known), self.watch.version or 0, "fr")
        vault = self.office.vault
        await self.office.store.write(lambda c: alerts.keep(c, vault, address, asked, now=self.now))

    async def becomes(self, **there: str) -> None:
        """The directory changes; then the clock goes round."""
        self.watch.there = {needs: ids.split() for needs, ids in there.items()}
        self.watch.version = (self.watch.version or 0) + 1
        await self.round()

    async def round(self) -> None:
        self.office.room.clock = lambda: self.now
        await Alerting(self.office.room, self.watch).round()

    async def heard(self) -> list[str]:
        """Everything that was queued since the beginning."""
        return await letters(self.office)


def stock(connection: Connection, ids: Iterable[str]) -> None:
    """Services of those ids, each alone in its structure."""
    for one in ids:
        same: dict[str, Any] = {
            "source": "a",
            "nom": one,
            "date_maj": date(2026, 1, 1),
            "digest": b"-",
            "fictional": False,
        }
        connection.execute(insert(STRUCTURES).values(id=f"s-{one}", **same))
        more = {"structure_id": f"s-{one}", "description": one, "needs": ["repas"], "flags": 1}
        connection.execute(insert(SERVICES).values(id=one, **same, **more))


@pytest.fixture
async def desk(office: Office) -> Desk:
    await office.store.write(lambda c: stock(c, ["a", "b", "c", "d"]))
    return Desk(office, Told())


async def test_what_was_there_is_not_told_and_what_comes_is_told_once(desk: Desk) -> None:
    await desk.keeps("repas", ["a"])
    await desk.becomes(repas="a")
    assert await desk.heard() == []
    await desk.becomes(repas="a b")
    desk.now += 2 * DAY
    await desk.becomes(repas="a b")
    assert await desk.heard() == ["repas: b"]


async def test_one_message_a_day_and_what_waits_is_told_the_next(desk: Desk) -> None:
    await desk.keeps("repas")
    desk.now += timedelta(minutes=1)
    await desk.keeps("douche")
    await desk.becomes(repas="a", douche="b a")
    assert await desk.heard() == ["repas: a; douche: b"]
    desk.now += timedelta(hours=5)
    await desk.becomes(repas="a c", douche="b a")
    desk.now += timedelta(hours=5)
    await desk.round()
    assert len(await desk.heard()) == 1
    desk.now += timedelta(hours=14)
    await desk.round()
    assert (await desk.heard())[1:] == ["repas: c"]


async def test_nobody_is_told_at_night_but_in_the_morning(desk: Desk) -> None:
    await desk.keeps("repas")
    desk.watch.quiet = desk.now + timedelta(hours=9)
    await desk.becomes(repas="a")
    assert await desk.heard() == []
    looks = desk.watch.looks
    await desk.round()
    assert desk.watch.looks == looks, "nothing is looked for again before the morning"
    desk.now += timedelta(hours=9)
    await desk.round()
    assert await desk.heard() == ["repas: a"]


async def test_what_comes_and_leaves_before_the_morning_is_not_told(desk: Desk) -> None:
    await desk.keeps("repas")
    desk.watch.quiet = desk.now + timedelta(hours=9)
    await desk.becomes(repas="a")
    await desk.becomes(repas="")
    desk.now += timedelta(hours=9)
    await desk.round()
    assert await desk.heard() == []


async def test_what_reopens_is_new_once_and_what_was_told_never_again(desk: Desk) -> None:
    await desk.keeps("repas", ["a"])
    gone = desk.now.date()
    for on, there in ((gone, ""), (None, "a"), (gone, ""), (None, "a")):
        withdrawn = update(SERVICES).where(SERVICES.c.id == "a").values(withdrawn_on=on)
        await desk.office.store.write(partial(Connection.execute, statement=withdrawn))
        await desk.becomes(repas=there)
        desk.now += 2 * DAY
    assert await desk.heard() == ["repas: a"]


async def test_what_only_stops_matching_for_a_while_is_no_news(desk: Desk) -> None:
    await desk.keeps("repas", ["a"])
    await desk.becomes(repas="")
    await desk.becomes(repas="a")
    assert await desk.heard() == []


async def test_what_is_closed_for_a_while_waits_for_its_opening(desk: Desk) -> None:
    await desk.keeps("repas")
    desk.watch.shut = frozenset(["a"])
    await desk.becomes(repas="a")
    assert await desk.heard() == []
    desk.watch.shut, desk.now = frozenset(), desk.now + DAY
    await desk.round()
    assert await desk.heard() == ["repas: a"]


async def test_what_the_directory_has_no_more_is_not_told(desk: Desk) -> None:
    await desk.keeps("repas")
    await desk.becomes(repas="unknown")
    assert await desk.heard() == []


async def test_a_place_that_another_source_told_already_is_not_new(desk: Desk) -> None:
    def twin(connection: Connection) -> None:
        where = {"nom": "Les Marmites", "adresse": "8 rue de Strasbourg"}
        for one, source in (("a", "a"), ("b", "other")):
            connection.execute(
                update(STRUCTURES).where(STRUCTURES.c.id == f"s-{one}").values(where | {"source": source})
            )
            connection.execute(update(SERVICES).where(SERVICES.c.id == one).values(place="44109", source=source))

    await desk.office.store.write(twin)
    await desk.keeps("repas", ["a"])
    await desk.becomes(repas="b c")
    assert await desk.heard() == ["repas: c"]


async def test_killed_before_the_commit_nothing_is_noted_and_the_next_round_tells_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.keeps("repas")
    tell = desk.office.room.tell

    def dies(*said: Any, **how: Any) -> None:
        tell(*said, **how)
        raise RuntimeError("killed")

    with monkeypatch.context() as dying:
        dying.setattr(type(desk.office.room), "tell", lambda _room, *said, **how: dies(*said, **how))
        with pytest.raises(RuntimeError):
            await desk.becomes(repas="a")
    assert await desk.heard() == []
    await desk.round()
    await desk.round()
    assert await desk.heard() == ["repas: a"]


async def test_two_that_looked_at_the_same_moment_tell_once(desk: Desk) -> None:
    await desk.keeps("repas")
    desk.watch.there, desk.watch.version = {"repas": ["a"]}, 2
    alerting, vault = Alerting(desk.office.room, desk.watch), desk.office.vault
    waiting = await desk.office.store.read(lambda c: alerts.due(c, vault, version=2, now=desk.now, most=9))
    found = alerting._look(waiting, desk.now)
    for _ in range(2):
        await desk.office.store.write(lambda c: alerting._settle(found, 2, desk.now, c))
    assert await desk.heard() == ["repas: a"]


async def test_more_people_than_a_helping_are_all_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.post.alerting.AT_ONCE", 2)
    for number in range(7):
        await desk.keeps("repas", address=Address("paper", str(number)))
    await desk.becomes(repas="a")
    assert await desk.heard() == ["repas: a"] * 7


async def test_who_stops_or_blocks_us_is_told_nothing_even_of_what_waits(desk: Desk) -> None:
    bob, uid = Address("paper", "bob"), desk.office.vault.uid
    await desk.keeps("repas")
    await desk.keeps("repas", address=bob)
    await desk.becomes(repas="a")
    assert len(await desk.heard()) == 2
    assert await desk.office.store.write(lambda c: alerts.end(c, uid(ANA), key=None, now=desk.now))
    await desk.office.store.write(lambda c: lose(c, uid=uid(bob)))
    desk.now += 2 * DAY
    await desk.becomes(repas="a b")
    assert await desk.heard() == []


async def test_after_a_copy_is_put_back_the_next_look_only_notes(desk: Desk) -> None:
    await desk.keeps("repas")
    await desk.office.store.write(lambda c: c.execute(update(ALERT).values(looked=None)))
    await desk.becomes(repas="a")
    await desk.becomes(repas="a b")
    assert await desk.heard() == ["repas: b"]


async def test_who_agreed_five_months_ago_is_asked_once(desk: Desk) -> None:
    await desk.keeps("repas")
    await desk.keeps("douche")
    alerting, asked = Alerting(desk.office.room, desk.watch), []
    for days in (149, 1, 1):
        desk.now += timedelta(days=days)
        desk.office.room.clock = lambda: desk.now
        await alerting.ask_again()
        asked.append(len(await desk.heard()))
    assert asked == [0, 1, 1]
    assert sorted((await desk.heard())[0].removeprefix("go on with ").removesuffix("?").split()) == ["douche", "repas"]


async def test_an_alert_that_no_key_opens_is_passed_over(desk: Desk) -> None:
    await desk.keeps("repas")
    await desk.office.store.write(lambda c: c.execute(update(ALERT).values(search=b"broken" * 9)))
    await desk.becomes(repas="a")
    assert await desk.heard() == []
    assert await desk.office.store.read(lambda c: c.scalar(select(ALERT.c.looked))) == 2
