"""A second person agrees to what they read, never to their own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.engine import Connection

from bot.app import House
from bot.records.broadcast_effects import Agree, Propose
from bot.records.broadcast_rules import digest
from bot.records.campaign import Campaign, Kind, Plan, State
from bot.records.effects import Act, record
from bot.records.people import Person
from bot.records.permissions import Role
from bot.records.statements import CAMPAIGN
from bot.talk.message import Address, Message
from tests.handlers.broadcasting import TEXT, WORD, known, subscribed
from tests.handlers.test_events import enrol, say
from tests.house import Clock


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
        what = Propose(plan(due_at=clock()), clock())
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
