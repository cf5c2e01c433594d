"""Links of posters, and results on a map."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.handlers.start import link
from bot.platforms.markup import plain
from bot.talk.message import Address, Card, Message, Reply
from tests.house import Clock

ANA, BOB = Address("telegram", "7"), Address("telegram", "8")


async def say(house: House, text: str, somebody: Address = ANA) -> Reply:
    return await house.dialogue.answer(Message(somebody, text))


async def test_a_result_that_may_be_shown_is_shown_where_it_is(house: House) -> None:
    found = await say(house, "douche à Nantes")
    first = next(block for block in found.blocks if isinstance(block, Card))
    shown = await say(house, first.shows)
    assert shown.venue
    assert (shown.venue.latitude, shown.venue.longitude) == (47.213, -1.548)
    assert shown.venue.title in first.title
    assert (await say(house, "carte 1")).venue == shown.venue


async def test_a_place_that_must_stay_hidden_has_no_pin_and_is_not_shown(house: House) -> None:
    hidden = 0
    for need in ("violences", "hébergement victimes de violences", "avocat gratuit", "travailleur social"):
        found = await say(house, f"{need} à Nantes")
        for rank, card in enumerate((block for block in found.blocks if isinstance(block, Card)), 1):
            if any("adresse" in line.lower() and "protég" in line.lower() for line in card.lines) or not card.shows:
                hidden += 1
                assert (await say(house, f"/carte {rank}")).venue is None
    assert hidden


async def test_a_list_of_a_day_ago_shows_nothing(house: House, clock: Clock) -> None:
    await say(house, "douche à Nantes")
    clock.at("2026-03-12 10:20")
    reply = await say(house, "/carte 1")
    assert reply.venue is None
    assert "carte" in plain(reply)


@pytest.mark.parametrize("where", ["/besoin hygiene", "je cherche un repas", "/start alimentation"])
async def test_where_is_asked_a_position_may_be_shared(house: House, where: str) -> None:
    assert (await say(house, where, BOB)).asks_position


async def test_where_a_choice_is_offered_no_position_is_asked_for(house: House) -> None:
    reply = await say(house, "douche à Saint-Denis", BOB)
    assert reply.choices
    assert not reply.asks_position


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "x" * 65,
        "44109-",
        "-alimentation",
        "44109-ALIM",
        "44109 alimentation",
        "dep-44",
        "../../etc",
        "44109-alimentation-x",
    ],
)
async def test_a_forged_link_is_a_plain_welcome(house: House, payload: str) -> None:
    somebody = Address("telegram", f"new-{payload}")
    expected = plain(await say(house, "/start", Address("telegram", "other")))
    assert plain(await say(house, f"/start {payload}", somebody)) == expected


def test_a_link_holds_what_telegram_lets_through() -> None:
    assert link("2A004", "logement_hebergement") == "2A004-logement_hebergement"
    with pytest.raises(ValueError, match="not a link"):
        link("44109", "besoin é")
    with pytest.raises(ValueError, match="not a link"):
        link("44109", "a" * 60)
