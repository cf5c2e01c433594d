"""Offering to take part: every answer is read or refused with what to do, nothing is lost, all with numbers alone."""

from __future__ import annotations

from typing import Any

import pytest

from bot.app import House
from bot.handlers.form import AnswerError
from bot.handlers.offer_text import names_somebody
from bot.handlers.participate_answers import clean, read_means, read_name, read_profile
from bot.handlers.participate_questions import QUESTIONS
from bot.platforms.markup import plain
from bot.records.offer import Means, Offer, Profile
from bot.records.offer_book import OfferBook
from bot.talk.message import Address, Message
from bot.talk.wording import OFFERED
from tests.house import Clock

# What reading some answers needs of a turn: nothing.
NOBODY: Any = None
UP_TO_CONTACT = ("/participer", "2", "44", "3", "1", "passer")
ANSWERS = ("2", "44", "3", "1, 4", "Nous avons une salle.", "ici", "Les Petits Pas")


async def say(house: House, *texts: str, who: str = "somebody", platform: str = "telegram", name: bool = True) -> str:
    answer = ""
    for text in texts:
        message = Message(Address(platform, who), text, author=who if name else "")
        answer = plain(await house.dialogue.answer(message))
    return answer


async def kept(house: House, who: str = "somebody", platform: str = "telegram") -> list[Offer]:
    uid = house.vault.uid(Address(platform, who))
    return await OfferBook(house.store.read, house.vault).of_author(uid)


async def draft(house: House) -> dict[str, str]:
    """What was answered so far."""
    uid = house.vault.uid(Address("telegram", "somebody"))
    found = await OfferBook(house.store.read, house.vault).draft(uid, now=house.dialogue.clock())
    assert found
    return found


async def test_what_is_answered_is_what_is_kept(house: House) -> None:
    assert "44-" in await say(house, "/participer", *ANSWERS, "d'accord")
    (offer,) = await kept(house)
    proposal = offer.proposal
    assert (proposal.profile, proposal.territory, proposal.subject) == (Profile.ASSOCIATION, "dep-44", "axis:3")
    assert proposal.means == (Means.PRIORITIES, Means.TIME, Means.SKILLS)
    assert (proposal.said, proposal.reach.name) == ("Nous avons une salle.", "Les Petits Pas")


@pytest.mark.parametrize("language", OFFERED)
async def test_numbers_are_enough_in_every_language(house: House, language: str) -> None:
    said = ["/langue " + language, "/participer", "3", "44", "5", "6", "1", "1", "1", "1"]
    assert "44-" in await say(house, *said)
    (offer,) = await kept(house)
    assert (offer.proposal.profile, offer.proposal.language) == (Profile.CONCERNED, language)


async def test_on_the_page_one_leaves_an_address_or_nothing(house: House) -> None:
    asked = await say(house, "/participer", "3", "44", "5", "6", "1", platform="web", name=False)
    assert "Ici" not in asked
    assert "courriel" in asked
    assert "notez ce numéro" in await say(house, "passer", "passer", "oui", platform="web", name=False)


async def test_pressing_twice_sends_once(house: House) -> None:
    await say(house, "/participer", *ANSWERS, "/participer envoyer")
    assert "déjà envoyée" in await say(house, "/participer envoyer")
    assert len(await kept(house)) == 1


async def test_a_very_long_text_is_refused_and_what_was_answered_stays(house: House) -> None:
    await say(house, "/participer", *ANSWERS[:4])
    assert "4" in await say(house, "é" * 50_000)
    assert "2000" in (await say(house, "x" * 2001)).replace("\u202f", "").replace(" ", "")
    assert "Comment vous répondre" in await say(house, "Nous avons une salle.")


async def test_somebody_elses_offer_is_not_shown(house: House) -> None:
    await say(house, "/participer", *ANSWERS, "oui")
    (offer,) = await kept(house)
    for text in (f"/mesoffres {offer.number}", f"/mesoffres retirer-oui {offer.number}"):
        assert "aucune proposition" in await say(house, text, who="intruder")
    assert await kept(house)


async def test_what_was_being_written_comes_back_after_days(house: House, clock: Clock) -> None:
    await say(house, "/participer", *ANSWERS[:3])
    clock.at("2026-03-16 09:00")
    assert "Que proposez-vous" in await say(house, "participer", "continuer")
    clock.at("2026-03-24 09:00")
    assert "Qui êtes-vous" in await say(house, "participer")


@pytest.mark.parametrize(
    ("said", "profile"),
    [
        ("on est une asso", "association"),
        ("je suis maire de ma commune", "authority"),
        ("le ccas", "authority"),
        ("je suis au RSA", "concerned"),
        ("represantant des usagers", "concerned"),
        ("une petite entreprise", "company"),
        ("mon entreprize", "company"),
        ("une ONG", "association"),
    ],
)
def test_people_say_who_they_are(said: str, profile: str) -> None:
    assert read_profile(NOBODY, said, {}) == profile


@pytest.mark.parametrize("said", ["", "bof", "va te faire voir", "5", "=1+1"])
def test_who_is_nobody_known_is_asked_again(said: str) -> None:
    with pytest.raises(AnswerError, match="offer-bad-profile"):
        read_profile(NOBODY, said, {})


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("1", "priorities"),
        ("1,4", "priorities time skills"),
        ("2 et 6", "join testimony"),
        ("3 3 3", "place"),
        ("du temp et une sale", "time"),
        ("une salle, des compétances", "place skills"),
    ],
)
def test_people_say_what_they_offer(said: str, means: str) -> None:
    assert set(means.split()) <= set(read_means(NOBODY, said, {}).split())


@pytest.mark.parametrize(
    ("said", "contact"),
    [
        ("ici", "ici"),
        ("asso@exemple.fr", "asso@exemple.fr\n"),
        ("02 40 00 00 00", "\n+33240000000"),
        ("asso@exemple.fr 0240000000", "asso@exemple.fr\n+33240000000"),
        ("tel: 06.12.34.56.78, mail: Asso@Exemple.fr", "asso@exemple.fr\n+33612345678"),
    ],
)
async def test_an_address_and_a_number_are_read(house: House, said: str, contact: str) -> None:
    await say(house, *UP_TO_CONTACT, said)
    assert (await draft(house))["contact"] == contact


async def test_a_number_overseas_is_that_of_the_place(house: House) -> None:
    await say(house, *("974" if each == "44" else each for each in UP_TO_CONTACT), "0262 12 34 56")
    assert (await draft(house))["contact"] == "\n+262262123456"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("0899 70 12 34", "offer-premium"),
        ("118218", "offer-premium"),
        ("3919", "offer-premium"),
        ("0800 840 800", "offer-premium"),
        ("a@b.fr c@d.fr", "offer-bad-contact"),
        ("a@@b.fr", "offer-bad-contact"),
        ("06 12", "offer-bad-contact"),
        ("demain", "offer-bad-contact"),
        ("a@b.fr\r\nBcc: everybody@example.org", "offer-bad-contact"),
        ("=cmd|' /C calc'!A0", "offer-bad-contact"),
    ],
)
async def test_what_is_no_contact_is_refused(house: House, said: str, why: str) -> None:
    assert house.wording.say("fr", why) in await say(house, *UP_TO_CONTACT, said)
    assert "contact" not in await draft(house)


@pytest.mark.parametrize("said", ["06 12 34 56 78", "a@b.fr", "…", "x" * 101, "12345678"])
def test_what_is_no_name_is_refused(said: str) -> None:
    with pytest.raises(AnswerError, match="offer-bad-name"):
        read_name(NOBODY, said, {})


def test_what_nobody_sees_is_taken_out() -> None:
    assert clean("a\u202eb\u200b  c\x00\nd ") == "ab c\nd"


@pytest.mark.parametrize(("said", "so"), [("Appelez Léa au 06 12 34 56 78", True), ("le 12 mars 2027 à 14 h", False)])
def test_a_text_that_names_somebody_is_seen(said: str, so: bool) -> None:  # noqa: FBT001 - a column
    assert names_somebody(said) is so


@pytest.mark.parametrize("language", OFFERED)
def test_every_question_has_its_words(house: House, language: str) -> None:
    for question in QUESTIONS:
        assert house.wording.say(language, f"offer-{question.name}")


@pytest.mark.parametrize(
    ("said", "territory"),
    [
        ("loir atlantique", "dep-44"),
        ("ile et vilaine", "dep-35"),
        ("pay de la loire", "reg-52"),
        ("haut de france", "reg-32"),
        ("bourgogne franche conte", "reg-27"),
        ("la nievre", "dep-58"),
        ("vandée", "dep-85"),
        ("sarte", "dep-72"),
        ("01", "dep-01"),
        ("2A", "dep-2a"),
        ("la réunion", "dep-974"),
        ("dans le nord", "dep-59"),
        ("nante", "dep-44 44109"),
        ("44000", "dep-44 44109"),
        ("saint denis 93", "dep-93 93066"),
        ("Mayenne", "dep-53 53147"),
        ("Paris", "dep-75 75056"),
    ],
)
async def test_a_territory_is_read_as_people_write_it(house: House, said: str, territory: str) -> None:
    await say(house, "/participer", "2", said)
    assert (await draft(house))["territory"] == territory


@pytest.mark.parametrize("said", ["Zorglub sur Mer", "999", "dep-00", "mobilité", "bof", "99", "asso@exemple.fr"])
async def test_what_is_no_territory_is_asked_again(house: House, said: str) -> None:
    assert "Je ne connais pas ce territoire" in await say(house, "/participer", "2", said)
