"""Those in charge of a place are asked by day, once; whatever is killed, nobody twice; on each database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.engine import Connection

from bot.post.confirming import Confirming
from bot.records import reports, stewards
from bot.records.people import Person, State, load, save
from bot.records.report import Reason, Said
from bot.records.rights import lose
from bot.records.statements import STEWARD
from bot.records.steward import Steward
from bot.talk.message import Address, Choice, Reply, Step, Text
from directory.ledger.facts import Facts
from directory.tables import SERVICES
from tests.house import TUESDAY
from tests.post.conftest import Office
from tests.post.looking import letters
from tests.post.test_alerting import stock

ANA, BOB = Address("paper", "ana"), Address("paper", "bob")
DAY = timedelta(days=1)
# `stock` dates its services of this day.
CHECKED = date(2026, 1, 1)


@dataclass
class Asked:
    """What is said, in a few letters. `quiet`: until when people sleep."""

    quiet: datetime | None = None
    places: list[str | None] = field(default_factory=list)

    def ask(self, steward: Steward, facts: Facts, now: datetime, *, more: int) -> Reply:  # noqa: ARG002 - the shape of Asks
        again = "again " if steward.asks == 1 else ""
        said = Text(f"{again}{facts.row.id}?" + (f" +{more}" if more else ""))
        return Reply((said,), (Choice("same", f"same {steward.key}"),), then=Step("answer", {"key": steward.key}))

    def shown(self, facts: Facts, now: datetime) -> str:  # noqa: ARG002 - idem
        return f"shown {facts.row.id}"

    def ended(self, language: str, name: str) -> Reply:  # noqa: ARG002 - idem
        return Reply((Text(f"ended {name}"),))

    def quiet_until(self, place: str | None, now: datetime) -> datetime | None:
        self.places.append(place)
        return self.quiet if self.quiet and self.quiet > now else None


@dataclass
class Desk:
    """An office whose time the test sets."""

    office: Office
    asks: Asked = field(default_factory=Asked)
    now: datetime = TUESDAY

    async def begins(self, *services: str, address: Address = ANA) -> None:
        """Somebody is put in charge of entries."""
        vault = self.office.vault
        for one in services:
            about = (one, CHECKED)
            begin = partial(stewards.begin, vault=vault, address=address, about=about, language="fr", now=self.now)
            assert await self.office.store.write(begin)

    async def checked(self, service: str, on: date) -> None:
        """Somebody else checks an entry."""
        statement = update(SERVICES).where(SERVICES.c.id == service).values(date_maj=on)
        await self.office.store.write(partial(Connection.execute, statement=statement))

    async def after(self, span: timedelta) -> list[str]:
        """What is newly told once time has passed and the clock went round."""
        before = len(await self.heard())
        self.now += span
        self.office.room.clock = lambda: self.now
        await Confirming(self.office.room, self.asks).round()
        return (await self.heard())[before:]

    async def heard(self) -> list[str]:
        return await letters(self.office)

    async def own(self, address: Address = ANA) -> list[Steward]:
        vault = self.office.vault
        return await self.office.store.read(lambda c: stewards.of_person(c, vault, vault.uid(address)))

    async def answers(self, service: str, address: Address = ANA) -> None:
        uid = self.office.vault.uid(address)
        (key,) = [each.key for each in await self.own(address) if each.service == service]
        assert await self.office.store.write(partial(stewards.answered, uid=uid, key=key, now=self.now))

    async def silent(self) -> frozenset[str]:
        return await self.office.store.read(partial(stewards.silent, now=self.now))


@pytest.fixture
async def desk(office: Office) -> Desk:
    await office.store.write(lambda c: stock(c, ["a", "b", "c", "d"]))
    return Desk(office)


async def test_an_entry_of_90_days_is_asked_about_once_then_once_more_then_not_before_a_new_period(desk: Desk) -> None:
    await desk.begins("a")
    stale = datetime.combine(CHECKED + 90 * DAY, TUESDAY.timetz()) - TUESDAY
    assert await desk.after(stale - DAY) == []
    assert await desk.after(DAY) == ["a?"]
    assert await desk.after(13 * DAY) == []
    assert await desk.after(DAY) == ["again a?"]
    assert await desk.after(89 * DAY) == []
    assert await desk.after(DAY) == ["a?"]


async def test_what_somebody_else_checked_is_not_asked_about(desk: Desk) -> None:
    await desk.begins("a")
    await desk.checked("a", desk.now.date())
    assert await desk.after(89 * DAY) == []
    assert await desk.after(DAY) == ["a?"]
    await desk.checked("a", desk.now.date() + DAY)
    assert await desk.after(14 * DAY) == []
    assert [each.asks for each in await desk.own()] == [0]


async def test_who_answered_is_not_reminded_and_the_editors_are_not_told(desk: Desk) -> None:
    await desk.begins("a")
    assert await desk.after(30 * DAY) == ["a?"]
    await desk.answers("a")
    assert await desk.after(89 * DAY) == []
    assert await desk.silent() == frozenset()


async def test_the_editors_are_told_two_weeks_after_the_second_message_unless_anybody_in_charge_answered(
    desk: Desk,
) -> None:
    await desk.begins("a", "b")
    await desk.begins("b", address=BOB)
    await desk.after(30 * DAY)
    assert await desk.silent() == frozenset()
    await desk.after(14 * DAY)
    await desk.answers("b", BOB)
    desk.now += 13 * DAY
    assert await desk.silent() == frozenset()
    desk.now += DAY
    assert await desk.silent() == {"a"}
    await desk.checked("a", desk.now.date())
    assert await desk.silent() == frozenset()


async def test_one_message_for_all_the_entries_of_somebody_the_one_checked_longest_ago_first(desk: Desk) -> None:
    await desk.begins("a", "b", "c")
    await desk.checked("b", CHECKED - DAY)
    await desk.checked("c", CHECKED + 13 * DAY)
    assert await desk.after(30 * DAY) == ["b? +1"]
    assert {each.service: each.shown for each in await desk.own()} == {"a": None, "b": "shown b", "c": None}
    assert await desk.after(7 * DAY) == ["c?"]


async def test_nobody_is_written_to_more_than_once_a_week(desk: Desk) -> None:
    await desk.begins("a", "b")
    await desk.checked("b", CHECKED + 3 * DAY)
    assert await desk.after(22 * DAY) == ["a?"]
    assert await desk.after(6 * DAY) == []
    assert await desk.after(DAY) == ["b?"]


async def test_nobody_is_asked_at_night_and_nothing_is_looked_at_before_the_morning(desk: Desk) -> None:
    await desk.begins("a")
    desk.asks.quiet = desk.now + 30 * DAY + timedelta(hours=9)
    assert await desk.after(30 * DAY) == []
    looks = len(desk.asks.places)
    assert await desk.after(timedelta(hours=1)) == []
    assert len(desk.asks.places) == looks
    assert await desk.after(timedelta(hours=8)) == ["a?"]


async def test_what_is_shown_no_more_or_waits_for_its_editors_is_left_alone(desk: Desk) -> None:
    await desk.begins("a", "b", "c")
    withdrawn = update(SERVICES).where(SERVICES.c.id == "a").values(withdrawn_on=CHECKED)
    await desk.office.store.write(partial(Connection.execute, statement=withdrawn))
    said = Said("b", "dep-44", Reason.HOURS, "le matin", steward=True)
    vault = desk.office.vault
    await desk.office.store.write(lambda c: reports.send(c, vault, BOB, said, language="fr", now=desk.now))
    assert await desk.after(30 * DAY) == ["c?"]


async def test_who_has_not_answered_for_a_year_is_asked_however_well_it_is_checked(desk: Desk) -> None:
    await desk.begins("a")
    for _ in range(4):
        await desk.checked("a", desk.now.date() + 89 * DAY)
        assert await desk.after(89 * DAY) == []
    await desk.checked("a", desk.now.date() + 9 * DAY)
    assert await desk.after(9 * DAY) == ["a?"]


async def test_killed_before_the_commit_nothing_is_noted_and_the_next_round_asks_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.begins("a")
    tell = type(desk.office.room).tell

    def dies(*said: Any, **how: Any) -> None:
        tell(*said, **how)
        raise RuntimeError("killed")

    with monkeypatch.context() as dying:
        dying.setattr(type(desk.office.room), "tell", dies)
        with pytest.raises(RuntimeError):
            await desk.after(30 * DAY)
    assert await desk.heard() == []
    assert [each.asks for each in await desk.own()] == [0]
    assert await desk.after(timedelta()) == ["a?"]
    assert await desk.after(timedelta()) == []


async def test_two_that_looked_at_the_same_moment_ask_once(desk: Desk) -> None:
    await desk.begins("a", "b")
    desk.now += 30 * DAY
    desk.office.room.clock = lambda: desk.now
    confirming, vault = Confirming(desk.office.room, desk.asks), desk.office.vault
    own = await desk.office.store.read(lambda c: stewards.due(c, vault, now=desk.now, most=9))
    for _ in range(2):
        await desk.office.store.write(lambda c: confirming._person(c, own, desk.now))
    assert await desk.heard() == ["a? +1"] or await desk.heard() == ["b? +1"]


async def test_who_answers_while_they_are_about_to_be_asked_is_not(desk: Desk) -> None:
    await desk.begins("a")
    desk.now += 30 * DAY
    vault = desk.office.vault
    own = await desk.office.store.read(lambda c: stewards.due(c, vault, now=desk.now, most=9))
    await desk.answers("a")
    await desk.office.store.write(lambda c: Confirming(desk.office.room, desk.asks)._person(c, own, desk.now))
    assert await desk.heard() == []


async def test_more_people_than_a_helping_are_all_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.post.confirming.AT_ONCE", 2)
    monkeypatch.setattr("bot.records.stewards.MOST_OF_ONE", 9)
    for number in range(7):
        await desk.begins("a", address=Address("paper", str(number)))
    assert await desk.after(30 * DAY) == ["a?"] * 7


async def test_who_stops_or_blocks_us_is_asked_nothing_even_of_what_waits(desk: Desk) -> None:
    uid = desk.office.vault.uid
    await desk.begins("a")
    await desk.begins("b", address=BOB)
    assert sorted(await desk.after(30 * DAY)) == ["a?", "b?"]
    assert await desk.office.store.write(lambda c: stewards.end(c, uid(ANA), key=None, now=desk.now))
    await desk.office.store.write(lambda c: lose(c, uid=uid(BOB)))
    assert await desk.after(14 * DAY) == []
    assert await desk.heard() == []


async def test_who_an_editor_ended_is_told_once_by_day_and_nothing_is_left(desk: Desk) -> None:
    await desk.begins("a")
    await desk.begins("a", address=BOB)
    await desk.office.store.write(partial(stewards.end_of, service="a", now=desk.now))
    desk.asks.quiet = desk.now + timedelta(hours=9)
    assert await desk.after(timedelta()) == []
    assert await desk.own() == []
    assert await desk.after(timedelta(hours=9)) == ["ended a"] * 2
    assert await desk.after(100 * DAY) == []
    assert await desk.office.store.read(lambda c: c.execute(STEWARD.select()).all()) == []


async def test_who_is_put_in_charge_again_before_the_morning_is_not_told_of_the_end(desk: Desk) -> None:
    await desk.begins("a")
    await desk.office.store.write(partial(stewards.end_of, service="a", now=desk.now))
    await desk.begins("a")
    assert await desk.after(timedelta(hours=9)) == []
    assert len(await desk.own()) == 1


async def test_after_a_copy_is_put_back_nobody_is_asked_before_two_weeks(desk: Desk) -> None:
    await desk.begins("a")
    await desk.office.store.write(lambda c: c.execute(update(STEWARD).values(due_at=None)))
    assert await desk.after(30 * DAY) == []
    assert await desk.after(14 * DAY) == ["a?"]


async def test_an_address_that_no_key_opens_is_passed_over(desk: Desk) -> None:
    await desk.begins("a")
    await desk.office.store.write(lambda c: c.execute(update(STEWARD).values(contact=b"broken" * 9)))
    assert await desk.after(30 * DAY) == []
    assert [each.asks for each in await desk.own()] == [1]


@pytest.mark.parametrize(
    ("minutes", "step", "expected"),
    [(59, None, ("other",)), (61, None, ("same",)), (61, Step("a form"), ("other",))],
)
async def test_a_number_answers_the_question_unless_they_were_just_talking_or_are_asked_something_else(
    desk: Desk, minutes: int, step: Step | None, expected: Iterable[str]
) -> None:
    vault = desk.office.vault
    await desk.begins("a")
    spoke = desk.now + 30 * DAY - timedelta(minutes=minutes)
    talking = Person(vault.uid(ANA), state=State(step, offered=("other",), labels=("other",)))
    await desk.office.store.write(lambda c: save(c, vault, talking, spoke))
    assert await desk.after(30 * DAY) == ["a?"]
    person = await desk.office.store.read(lambda c: load(c, vault, ANA, desk.now))
    assert tuple(sent.partition(" ")[0] for sent in person.state.offered) == expected
