"""Who may be told of what is new, of which search; and nobody ends the alert of another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.app import House
from bot.handlers.alert_search import MOST_KNOWN, Wanted, look, may_be_told
from bot.platforms.markup import plain
from bot.records import alerts
from bot.records.alert import Alert
from bot.talk.message import Address, Message
from bot.talk.sought import Sought
from tests.house import Clock, without_memory

SEARCH = "douche à nantes"


async def say(house: House, text: str, *, platform: str = "telegram", who: str = "ana", group: bool = False) -> str:
    said = Message(Address(platform, who), text, author="" if platform == "web" else who, group=group)
    return plain(await house.dialogue.answer(said))


async def kept(house: House, who: str = "ana") -> list[Alert]:
    uid = house.vault.uid(Address("telegram", who))
    return await house.store.read(lambda c: alerts.of_person(c, house.vault, uid))


async def keep(house: House, who: str = "ana", search: str = SEARCH) -> None:
    for said in (search, "/alerte", "oui"):
        await say(house, said, who=who)


async def test_what_is_kept_is_codes_and_what_is_there(house: House) -> None:
    await keep(house)
    (own,) = await kept(house)
    assert own.search == {"needs": ["shower"], "commune": "44109", "radius": 5.0}
    assert own.places.known == {"exemple--nantes-escale-douche", "exemple--nantes-bains-douche"}
    assert (own.looked, own.language) == (house.finder.version, "fr")


@pytest.mark.parametrize("said", ["non", "", "/menu", "oui mais non", "2"])
async def test_nothing_is_kept_without_a_yes(house: House, said: str) -> None:
    for text in (SEARCH, "/alerte", said):
        await say(house, text)
    assert await kept(house) == []


async def test_a_page_where_nobody_can_be_written_to_offers_a_link_instead(house: House) -> None:
    assert "Garder cette recherche" in await say(house, SEARCH, platform="web")
    assert "Garder cette recherche" in await say(house, "/alerte", platform="web")
    assert "Voulez-vous" not in await say(house, "oui", platform="web")


async def test_in_a_group_it_is_neither_offered_nor_kept(house: House) -> None:
    assert "Me prévenir" not in await say(house, SEARCH, group=True)
    for said in ("/alerte", "oui", "/alertes"):
        await say(house, said, group=True)
    assert await kept(house) == []


async def test_the_alert_of_another_stays(house: House) -> None:
    await keep(house)
    await keep(house, "bob")
    (other,) = await kept(house)
    await say(house, f"/alertes arreter {other.key}", who="bob")
    assert [len(await kept(house, who)) for who in ("ana", "bob")] == [1, 1]


def test_no_need_of_violence_or_emergency_may_be_told(house: House) -> None:
    needs = house.finder.needs
    told = {need.id for need in needs.all if may_be_told(needs, Sought(needs=(need.id,), commune="44109"))}
    silent = {need.id for need in needs.all} - told
    assert {"violences", "partner_violence", "child_in_danger", "attack_now", "urgence", "suicide"} <= silent
    assert {"shower", "alimentation", "dentist", "logement_hebergement"} <= told
    assert not may_be_told(needs, Sought(needs=("shower", "partner_violence"), commune="44109"))
    assert not may_be_told(needs, Sought(needs=("shower",)))
    assert not may_be_told(needs, Sought(words=("douche",), commune="44109"))


async def test_a_shelter_for_victims_is_never_told(house: House, clock: Clock) -> None:
    everything = replace(Sought(commune="44109"), needs=("logement_hebergement",))
    found = look(house.finder, Wanted(everything, 50.0), clock.now).found
    assert found
    assert not {one for one in found if "refuge" in one}
    assert len(found) < MOST_KNOWN


async def test_without_a_database_one_is_told_so(house: House) -> None:
    async with without_memory(house) as gone:
        assert "mémoire" in (said := await say(gone, "/alertes")) or "incident" in said.lower()
