"""Agents and the offers of their territory: theirs, whole; those of others, as if they were not."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.app import House
from bot.platforms.markup import plain
from bot.records import agents, invitations
from bot.records.audit import entries
from bot.records.offer_book import OfferBook
from bot.records.permissions import Role
from bot.talk.message import Address, Message
from tests.handlers.test_event_form import enrol, say
from tests.house import TUESDAY, Clock

SECRET = "Je raconte ce que nous avons vécu"
ANSWERS = ("/participer", "3", "44", "axe 3", "6", SECRET, "ici", "Zoé Planted", "oui")
Offered = Callable[..., Awaitable[str]]


@pytest.fixture
def offered(house: House) -> Offered:
    """Somebody offers to take part; gives the number."""

    async def made(who: str = "author", territory: str = "44") -> str:
        await say(house, *(territory if each == "44" else each for each in ANSWERS), who=who)
        uid = house.vault.uid(Address("telegram", who))
        (offer, *_) = await OfferBook(house.store.read, house.vault).of_author(uid)
        return offer.number

    return made


async def test_who_reads_an_offer_is_written_down(house: House, offered: Offered) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    number = await offered()
    assert SECRET in await say(house, f"/offres {number}")
    done = await house.store.read(lambda c: [entry for _, entry in entries(c, most=9)])
    assert (done[-1].action, done[-1].target, done[-1].territory) == ("offres", f"{number} read", "dep-44")


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COMMISSAIRE])
async def test_no_try_shows_anything_of_another_territory(house: House, offered: Offered, role: Role) -> None:
    number = await offered()
    await enrol(house, role, "dep-21" if role is Role.OFFICER else "reg-27")
    chance = random.Random(number)
    verbs = ("", "repondre", "note", "etat", "etat closed", "prendre", "laisser", "confier 1", "export", "page 2")
    for _ in range(150):
        other = f"44-{chance.randrange(10**5):05}"
        tried = chance.choice((number, number.lower(), other, "dep-44", "axe 3", "csv", "xlsx"))
        heard = await say(house, f"/offres {chance.choice(verbs)} {tried}")
        assert SECRET not in heard
        assert "Planted" not in heard
        assert f"Proposition {number}" not in heard
    (offer,) = await OfferBook(house.store.read, house.vault).inside(["dep-44"])
    assert (offer.state, offer.assignee) == ("received", None)


async def test_a_right_withdrawn_in_the_middle_sends_nothing(house: House, offered: Offered) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    number = await offered()
    await say(house, f"/offres repondre {number}")
    for agent in await house.store.read(lambda c: agents.agents(c, house.vault)):
        await house.store.write(partial(agents.revoke, vault=house.vault, name=agent.name, now=TUESDAY))
    assert "réservée aux agents" in await say(house, "Venez lundi à la mairie.")
    steps = await OfferBook(house.store.read, house.vault).lines(number)
    assert [step.kind for step in steps] == ["sent"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", 2),
        ("personne", 2),
        ("association", 0),
        ("axe 3", 2),
        ("axe 1", 0),
        ("reçues", 2),
        ("closes", 0),
        ("dep-49", 1),
        ("44", 1),
        ("Maine-et-Loire", 1),
        ("plus de 3 jours", 2),
        ("plus de 30 jours", 0),
        ("en retard", 2),
        ("à moi", 0),
        ("personne axe 3 dep-44 reçues", 1),
    ],
)
async def test_words_choose(house: House, offered: Offered, clock: Clock, said: str, found: int) -> None:
    await enrol(house, Role.COMMISSAIRE, "reg-52")
    await offered("one", "44")
    await offered("two", "49")
    clock.advance(timedelta(days=8))
    heard = await say(house, f"/offres {said}")
    assert heard.count("– 4") == found, heard


async def test_an_export_names_nobody(house: House, offered: Offered) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    number = await offered()
    for kind in ("csv", "json", "xlsx"):
        message = Message(Address("telegram", "agente"), f"/offres export {kind}", author="agente")
        reply = await house.dialogue.answer(message)
        (file,) = reply.attachments
        assert file.name == f"propositions.{kind}"
        if kind != "xlsx":
            assert number.encode() in file.content
            assert b"Planted" not in file.content
            assert "vécu".encode() not in file.content
    assert "xlsx" in plain(await house.dialogue.answer(Message(message.address, "/offres export pdf", author="agente")))


async def test_an_offer_is_handed_over_to_another_agent(house: House, offered: Offered) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    number = await offered()
    assert "Aucun autre agent" in await say(house, f"/offres confier {number}")
    invite = partial(
        invitations.invite, vault=house.vault, role=Role.OFFICER, territory="dep-44", label="M. K.", now=TUESDAY
    )
    await say(house, f"/habilitation {await house.store.write(invite)}", who="collègue")
    assert "M. K." in await say(house, f"/offres confier {number}")
    assert "confié" in await say(house, "1")
    assert "Suivie par\u00a0: M. K." in await say(house, f"/offres {number}")
    assert "Une proposition" in await say(house, "/offres à moi", who="collègue")


async def test_counts_are_rounded_so_that_nobody_is_seen(house: House, offered: Offered) -> None:
    assert "moins de 5" in await say(house, "/bilan 44")
    for number in range(6):
        await offered(f"author {number}", "44" if number else "49")
        heard = await say(house, "/bilan Pays de la Loire", who="anybody")
        assert ("au moins 5" in heard) == (number >= 4)
    assert "une personne concernée\u00a0: au moins 5" in heard
    assert "une association\u00a0: moins de 5" in heard
    assert "6" not in heard
    assert "Pour quel territoire" in await say(house, "/bilan", who="anybody")
    assert "Pour quel territoire" in await say(house, "/bilan nulle part", who="anybody")
