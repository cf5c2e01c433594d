"""Subscribing takes two messages and a yes; STOP takes one, in any state, in any language, on each messenger."""

from __future__ import annotations

import hashlib

import pytest

from bot.app import House
from bot.platforms.markup import plain
from bot.records.permissions import Role
from bot.records.subscriptions import CONSENT, Moment, Wish, wish_of
from bot.talk.commands import spoken_commands
from bot.talk.message import Address, Message
from bot.talk.wording import OFFERED
from directory.words import words
from tests.handlers.test_events import enrol

PLATFORMS = ["telegram", "matrix"]
STOPS = ["stop", "STOP", "Stop !", "/stop", "arrêt", "Arrêter", "إيقاف", "توقف", "parar", "стоп", "désabonnez-moi"]
# What the person was in the middle of.
STATES = [
    "une douche",
    "douche à Nantes",
    "/abonner 49",
    "/abonner autre",
    "/abonnements quand",
    "/supprimer",
    "/departement",
    "agenda",
    "/langue",
    "/habilitation",
]


async def say(house: House, text: str, platform: str = "telegram", who: str = "ana") -> str:
    said = Message(Address(platform, who), text, author=who)
    return plain(await house.dialogue.answer(said))


async def wanted(house: House, platform: str = "telegram", who: str = "ana") -> Wish | None:
    uid = house.vault.uid(Address(platform, who))
    return await house.store.read(lambda c: wish_of(c, uid))


async def subscribe(house: House, platform: str = "telegram", who: str = "ana") -> None:
    await say(house, "/abonner 44", platform, who)
    await say(house, "oui", platform, who)
    assert await wanted(house, platform, who)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("word", STOPS)
async def test_stop_ends_it_in_any_language_on_each_messenger(house: House, platform: str, word: str) -> None:
    await subscribe(house, platform)
    await say(house, word, platform)
    assert await wanted(house, platform) is None


@pytest.mark.parametrize("state", STATES)
async def test_stop_ends_it_in_any_state(house: House, state: str) -> None:
    await subscribe(house)
    await say(house, state)
    assert "C’est fini" in await say(house, "stop")
    assert await wanted(house) is None
    assert "j’arrête là" in await say(house, "stop")
    assert "Vous avez demandé de ne plus rien recevoir" in await say(house, "/mesdonnees")


@pytest.mark.parametrize("form", [["/diffusion nouvelle"], ["/evenement nouveau"]])
async def test_stop_ends_it_in_the_middle_of_a_form_and_leaves_the_form(house: House, form: list[str]) -> None:
    await enrol(house, Role.OFFICER, "dep-44", "ana")
    await subscribe(house)
    for said in form:
        await say(house, said)
    answer = await say(house, "STOP")
    assert "C’est fini" in answer
    assert "Écrivez" not in answer
    assert await wanted(house) is None


async def test_stop_of_one_is_not_stop_of_another(house: House) -> None:
    await subscribe(house, who="ana")
    await subscribe(house, who="bob")
    await say(house, "stop", who="ana")
    assert await wanted(house, who="bob")


@pytest.mark.parametrize("answer", ["non", "peut-être", "2", "douche à Nantes", "/menu", "annuler"])
async def test_without_a_yes_nothing_is_kept(house: House, answer: str) -> None:
    await say(house, "/abonner 44")
    await say(house, answer)
    assert await wanted(house) is None


async def test_a_yes_given_later_to_nothing_is_no_consent(house: House) -> None:
    await say(house, "/abonner 44")
    await say(house, "/menu")
    await say(house, "oui")
    assert await wanted(house) is None


@pytest.mark.parametrize("language", OFFERED)
async def test_one_is_asked_and_written_to_in_ones_language(house: House, language: str) -> None:
    await say(house, f"/langue {language}")
    await say(house, "/abonner 44")
    voice = house.wording.voice(language)
    await say(house, voice("subscribe-yes"))
    assert await wanted(house) == Wish(("dep-44",), language=language)


async def test_in_a_group_nobody_subscribes(house: House) -> None:
    said = Message(Address("telegram", "-5 ana"), "/abonner 44", group=True, author="ana")
    assert plain(await house.dialogue.answer(said)) == house.wording.say("fr", "in-private")


async def test_the_last_moment_cannot_be_taken_away_by_mistake(house: House) -> None:
    await subscribe(house)
    assert "au moins un" in await say(house, "/abonnements quand day")
    assert (await wanted(house) or Wish()).moments == (Moment.DAY,)


async def test_all_four_axes_are_all_of_them(house: House) -> None:
    await subscribe(house)
    for axis in "1234":
        await say(house, f"/abonnements sujets {axis}")
    assert (await wanted(house) or Wish()).axes == ""


@pytest.mark.parametrize("forged", ["quand x", "sujets 9", "retirer dep-99", "retirer", "quand week day", "x" * 300])
async def test_forged_choices_change_nothing(house: House, forged: str) -> None:
    await subscribe(house)
    before = await wanted(house)
    await say(house, f"/abonnements {forged}")
    assert await wanted(house) == before


def test_words_of_stop_are_written_as_they_are_read() -> None:
    for word in ("stop", "arret", "ايقاف", "стоп", "parar"):
        assert spoken_commands()[" ".join(words(word))] == "stop"


def test_a_consent_that_says_something_else_has_another_number(house: House) -> None:
    said = "\n".join(house.wording.say(language, "subscribe-consent", what="X") for language in OFFERED)
    # When this fails, the text that people agreed to has changed: raise CONSENT, so that they are asked again.
    assert (CONSENT, hashlib.sha256(said.encode()).hexdigest()[:12]) == (1, "1ce60588690e")
