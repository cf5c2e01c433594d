"""A message to many people cannot leave by accident: each promise of its confirmation."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy.engine import Connection

from bot.app import House
from bot.records import audit, campaigns
from bot.records.agents import agents as all_agents
from bot.records.agents import revoke
from bot.records.broadcast_effects import Propose
from bot.records.campaign import Kind, Plan, State
from bot.records.effects import record
from bot.records.people import Person
from bot.records.permissions import Role
from bot.talk.message import Address, Message
from tests.handlers.broadcasting import TEXT, confirmed, known, ready_to_confirm, subscribed
from tests.handlers.test_events import enrol, say
from tests.house import Clock


@pytest.mark.parametrize(("people", "state"), [(500, State.READY), (501, State.PROPOSED)])
async def test_more_than_five_hundred_people_take_two(house: House, people: int, state: State) -> None:
    await subscribed(house, people)
    await enrol(house, Role.OFFICER, "dep-44")
    await confirmed(house)
    (campaign,) = await known(house)
    assert (campaign.status, campaign.people) == (state, people)


async def test_a_subscriber_who_comes_between_the_preview_and_the_word_counts(house: House) -> None:
    await subscribed(house, 500)
    await enrol(house, Role.OFFICER, "dep-44")
    word = await ready_to_confirm(house)
    await subscribed(house, 501)
    assert "deuxième personne" in await say(house, word)
    assert [each.status for each in await known(house)] == [State.PROPOSED]


async def test_a_word_serves_once(house: House) -> None:
    await subscribed(house, 1)
    await enrol(house, Role.OFFICER, "dep-44")
    word = await ready_to_confirm(house)
    await say(house, word)
    for _ in range(3):
        await say(house, word)
    assert len(await known(house)) == 1


@pytest.mark.parametrize(
    "meanwhile", ["/diffusion nouvelle", "/menu", "douche à Nantes ce soir ?", "annuler", "/evenement"]
)
async def test_whatever_else_is_done_meanwhile_makes_the_word_worth_nothing(house: House, meanwhile: str) -> None:
    await subscribed(house, 1)
    await enrol(house, Role.OFFICER, "dep-44")
    word = await ready_to_confirm(house)
    await say(house, meanwhile)
    await say(house, word)
    assert await known(house) == []


async def test_ten_minutes_later_it_is_worth_nothing(house: House, clock: Clock) -> None:
    await subscribed(house, 1)
    await enrol(house, Role.OFFICER, "dep-44")
    word = await ready_to_confirm(house)
    clock.advance(timedelta(minutes=10, seconds=1))
    assert "ne vaut plus" in await say(house, word)
    assert await known(house) == []


async def test_a_right_withdrawn_between_the_preview_and_the_word_sends_nothing(house: House, clock: Clock) -> None:
    await subscribed(house, 1)
    await enrol(house, Role.OFFICER, "dep-44")
    word = await ready_to_confirm(house)

    def withdraw(connection: Connection) -> None:
        for agent in all_agents(connection, house.vault):
            revoke(connection, house.vault, agent.name, now=clock())

    await house.store.write(withdraw)
    await say(house, word)
    assert await known(house) == []


async def test_two_a_day_and_departement_whoever_writes_them(house: House, clock: Clock) -> None:
    await subscribed(house, 1)
    await enrol(house, Role.OFFICER, "dep-44", "un")
    await enrol(house, Role.OFFICER, "dep-44", "deux")
    await confirmed(house, "un")
    await confirmed(house, "deux")
    for said in ("/diffusion nouvelle", TEXT, "voir"):
        await say(house, said, "un")
    assert "maximum" in await say(house, "envoyer", "un")
    clock.advance(timedelta(days=1))
    await confirmed(house, "un")
    assert len(await known(house)) == 3


async def test_what_is_said_is_written_down_without_its_words(house: House) -> None:
    await subscribed(house, 1)
    await enrol(house, Role.OFFICER, "dep-44")
    await confirmed(house)
    await say(house, "/stopenvoi")
    rows = await house.store.read(lambda c: [entry for _, entry in audit.entries(c, most=9)])
    assert [row.action for row in rows] == ["invited", "granted", "diffusion", "stopenvoi"]
    assert {row.actor for row in rows[2:]} == {house.vault.author("telegram", "agente")}
    assert not any(TEXT[:10] in row.target for row in rows)
    assert [each.status for each in await known(house)] == [State.STOPPED]


@pytest.mark.parametrize(
    "text",
    [
        "\u202eegassem xuaf\u202c, venez tous à la mairie demain",
        "Bonjour\x00 à tous, la mairie est fermée demain",
        "<b>Bonjour</b> & à demain <a href='javascript:x'>ici</a>",
        "Bonjour\u200b à\u2066 tous, la mairie\ufeff est fermée",
    ],
)
async def test_marks_that_nobody_sees_do_not_reach_anybody(house: House, text: str) -> None:
    await subscribed(house, 1)
    await enrol(house, Role.OFFICER, "dep-44")
    await confirmed(house, text=text)
    (campaign,) = await known(house)
    assert re.sub(r"[\x00\u200b\u202c\u202e\u2066\ufeff]", "", text) == campaign.texts["fr"]


async def test_one_that_was_stopped_once_it_had_begun_counts_for_the_day(house: House, clock: Clock) -> None:
    await subscribed(house, 1)
    await enrol(house, Role.OFFICER, "dep-44")
    for _ in range(3):
        await confirmed(house)
        await say(house, "/stopenvoi")  # within the minute: it never left
    for _ in range(2):
        await confirmed(house)
        latest = (await known(house))[0]
        await house.store.write(partial(campaigns.begin, number=latest.id, people=1, now=clock()))
        await say(house, "/stopenvoi")
    for said in ("/diffusion nouvelle", TEXT, "voir"):
        await say(house, said)
    assert "maximum" in await say(house, "envoyer")


async def test_two_who_confirm_at_once_do_not_make_a_third(house: House) -> None:
    await subscribed(house, 1)
    people = ["un", "deux", "trois"]
    for who in people:
        await enrol(house, Role.OFFICER, "dep-44", who)
    words = [await ready_to_confirm(house, who) for who in people]
    for who, word in zip(people, words, strict=True):
        await say(house, word, who)
    assert len(await known(house)) == 2


async def test_the_third_of_a_day_is_refused_when_it_is_written_too(house: House, clock: Clock) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    said = Message(Address("telegram", "agente"), "…", author="agente")

    def write(connection: Connection, key: str) -> None:
        told = Plan(key=key, kind=Kind.BROADCAST, territories=("dep-44",), territory="dep-44", due_at=clock())
        person, effects = Person(house.vault.uid(said.address)), [Propose(told, clock())]
        record(connection, house.vault, person, effects, clock(), said)

    for key in ("one", "two"):
        await house.store.write(partial(write, key=key))
    with pytest.raises(PermissionError):
        await house.store.write(partial(write, key="three"))
    assert len(await known(house)) == 2
