"""A message to many people cannot leave by accident: each promise of its confirmation."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.engine import Connection

from bot.app import House
from bot.records import audit, campaigns, subscriptions
from bot.records.agents import agents as all_agents
from bot.records.agents import revoke
from bot.records.broadcasting import Agree, Propose, digest
from bot.records.campaign import Campaign, Kind, Plan, State
from bot.records.effects import Act, record
from bot.records.people import Person
from bot.records.permissions import Role
from bot.records.statements import CAMPAIGN
from bot.records.subscriptions import Wish
from bot.talk.message import Address, Message
from tests.handlers.test_events import enrol, say
from tests.house import Clock

TEXT = "Le guichet de Nantes ferme à 16 h cette semaine."
WORD = re.compile(r"recopiez ce mot\s: ([A-Z]+)")


async def subscribed(house: House, people: int, *territories: str) -> None:
    """So many people want the reminders of these départements."""
    now = house.dialogue.clock()

    def write(connection: Connection) -> None:
        for number in range(people):
            wish = Wish(territories or ("dep-44",))
            subscriptions.subscribe(connection, house.vault, Address("telegram", f"p{number}"), wish, now=now)

    await house.store.write(write)


async def known(house: House) -> list[Campaign]:
    return await house.store.read(lambda c: campaigns.written_by_agents(c, most=100))


async def ready_to_confirm(house: House, who: str = "agente", text: str = TEXT) -> str:
    """Write a message up to the word to copy; gives the word."""
    for said in ("/diffusion nouvelle", text, "voir"):
        await say(house, said, who)
    found = WORD.search(answer := await say(house, "envoyer", who))
    assert found, answer
    return found[1]


async def confirmed(house: House, who: str = "agente", text: str = TEXT) -> str:
    return await say(house, await ready_to_confirm(house, who, text), who)


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


def plan(**what: object) -> Plan:
    told = {
        "key": "diffusion x",
        "kind": Kind.BROADCAST,
        "territories": ("dep-44", "dep-49"),
        "territory": "reg-52",
        "texts": {"fr": TEXT},
    } | what
    return Plan(**told)  # type: ignore[arg-type]  # told by each test


async def proposed(house: House, clock: Clock) -> Campaign:
    """A message of an officer of the region, which waits for a second person."""
    await subscribed(house, 2, "dep-44", "dep-49")
    await enrol(house, Role.COMMISSAIRE, "reg-52", "auteur")
    await enrol(house, Role.APPROVER, "reg-52", "valideuse")
    said = Message(Address("telegram", "auteur"), "…", author="auteur")

    def write(connection: Connection) -> None:
        act = Act("diffusion", "new x", ("reg-52",))
        what = Propose(plan(due_at=clock()))
        record(connection, house.vault, Person(house.vault.uid(said.address)), [act, what], clock(), said)

    await house.store.write(write)
    (campaign,) = await known(house)
    assert campaign.status is State.PROPOSED
    return campaign


async def agree(house: House, clock: Clock, who: str, campaign: Campaign, read: str) -> None:
    """Say yes, past every question of the conversation."""
    said = Message(Address("telegram", who), "…", author=who)

    def write(connection: Connection) -> None:
        effects = [Act("valider", str(campaign.id), ("reg-52",)), Agree(campaign.id, read, clock())]
        record(connection, house.vault, Person(house.vault.uid(said.address)), effects, clock(), said)

    await house.store.write(write)


async def test_nobody_agrees_to_their_own_message_even_past_the_conversation(house: House, clock: Clock) -> None:
    campaign = await proposed(house, clock)
    with pytest.raises(PermissionError):
        await agree(house, clock, "auteur", campaign, digest(campaign))
    assert "n’attend votre accord" in await say(house, f"/valider {campaign.id}", "auteur")
    assert [each.status for each in await known(house)] == [State.PROPOSED]


async def test_one_agrees_to_what_was_read_only(house: House, clock: Clock) -> None:
    campaign = await proposed(house, clock)
    other = replace(campaign, texts={"fr": "Autre chose."})
    with pytest.raises(PermissionError):
        await agree(house, clock, "valideuse", campaign, digest(other))
    await agree(house, clock, "valideuse", campaign, digest(campaign))
    (after,) = await known(house)
    assert after.status is State.READY
    assert after.approver == house.vault.author("telegram", "valideuse")


async def test_a_text_changed_after_it_was_read_is_not_agreed_to(house: House, clock: Clock) -> None:
    campaign = await proposed(house, clock)
    found = WORD.search(await say(house, f"/valider {campaign.id}", "valideuse"))
    assert found
    await house.store.write(lambda c: c.execute(update(CAMPAIGN).values(texts='{"fr": "Venez tous, vite."}')))
    assert "rien n’est envoyé" in await say(house, found[1], "valideuse")
    assert [each.status for each in await known(house)] == [State.PROPOSED]


async def test_a_proposal_of_yesterday_is_no_news(house: House, clock: Clock) -> None:
    campaign = await proposed(house, clock)
    clock.advance(timedelta(days=1))
    assert "n’attend votre accord" in await say(house, f"/valider {campaign.id}", "valideuse")


@pytest.mark.parametrize(
    "changed",
    [
        {"texts": {"fr": "Autre."}},
        {"texts": {"fr": TEXT, "en": "Other."}},
        {"territories": ("dep-44",)},
        {"axes": "1"},
        {"languages": ("fr",)},
        {"event": "agenda-1"},
        {"of": 3},
        {"night": True},
        {"kind": Kind.CORRECTION},
    ],
)
def test_each_thing_confirmed_is_in_the_digest(clock: Clock, changed: dict[str, object]) -> None:
    assert digest(plan(due_at=clock(), **changed)) != digest(plan(due_at=clock()))


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
