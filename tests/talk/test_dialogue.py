"""The one path from a message to its reply: order, memory, failures, and danger whatever else is broken."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import House, follow_up, open_house
from bot.platforms.markup import plain
from bot.settings import Settings
from bot.talk.message import Address, Choice, Message, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.words import LONGEST_TEXT
from tests.house import Clock, shipped

ANA = Address("test", "ana")
BEN = Address("test", "ben")


def on_disk(folder: Path) -> bytes:
    """Every byte of the database and its journals."""
    return b"".join(path.read_bytes() for path in folder.glob("solipacte.db*"))


async def say(house: House, text: str, who: Address = ANA, *, pressed: bool = False) -> str:
    return plain(await house.dialogue.answer(Message(who, text, pressed=pressed)))


async def test_danger_is_answered_with_the_database_gone(house: House) -> None:
    await house.store.close()
    said = await say(house, "je dors dehors ce soir à lille")
    assert said.startswith("⚠ 115")
    assert "Réessayez" in said


async def test_without_memory_what_needs_no_memory_is_answered(house: House) -> None:
    await house.store.close()
    said = await say(house, "bonjour")
    assert said.startswith("Bonjour. Je suis un robot")
    assert "Ma mémoire est en panne" in said


async def test_a_failing_handler_is_apologised_for_and_says_nothing_of_the_person(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    router = Router()

    @router.otherwise
    async def fail(turn: Turn) -> Reply:
        raise RuntimeError(f"cannot answer {turn.argument}")

    router.not_a_command(fail)
    router.located(fail)
    broken = replace(house, dialogue=replace(house.dialogue, router=router))
    said = await say(broken, "mon mari me frappe et j’habite rue du Secret à Nantes")
    assert said.startswith("⚠ 3919")
    assert "Réessayez dans un instant" in said
    journal = "".join(capsys.readouterr())
    assert "RuntimeError" in journal
    assert "Secret" not in journal
    assert "ana" not in journal


async def test_messages_of_one_conversation_keep_their_order(house: House) -> None:
    first, second = await asyncio.gather(say(house, "douche à Nantes"), say(house, "et à Lille ?"))
    assert "Douche près de Nantes" in first
    assert "Lille" in second
    assert len(house.dialogue.lanes) == 0


async def test_two_messages_at_once_each_get_an_answer(house: House) -> None:
    texts = ["douche à Nantes", "manger 59100", "bonjour", "plus", "🙂", "1"] * 4
    said = await asyncio.gather(*(say(house, text) for text in texts))
    assert all(said)


async def test_people_are_not_mixed_up(house: House) -> None:
    await say(house, "douche à Nantes", ANA)
    await say(house, "repas à Roubaix", BEN)
    assert "Nantes" in await say(house, "ouvert maintenant", ANA)
    assert "Roubaix" in await say(house, "ouvert maintenant", BEN)


async def test_a_restart_loses_nothing(settings: Settings, clock: Clock) -> None:
    async with open_house(settings, clock=clock, shipped=shipped()) as house:
        await say(house, "je cherche une douche")
    async with open_house(settings, clock=clock, shipped=shipped()) as house:
        assert "Douche près de Nantes" in await say(house, "Nantes")


async def test_after_a_day_the_conversation_is_forgotten_and_the_language_kept(house: House, clock: Clock) -> None:
    await say(house, "/langue en")
    await say(house, "shower in Nantes")
    clock.advance(timedelta(hours=25))
    assert "That question is closed" in await say(house, "more")


@pytest.mark.parametrize("text", ["x" * (LONGEST_TEXT + 1), "douche " * 20_000])
async def test_a_message_too_long_gets_a_sentence(house: House, text: str) -> None:
    assert "trop long" in await say(house, text)


async def test_danger_at_the_start_of_a_message_too_long_is_seen(house: House) -> None:
    assert (await say(house, "je dors dehors ce soir " + "x" * 100_000)).startswith("⚠ 115")


async def test_a_number_is_a_choice_an_emergency_or_a_mistake(house: House) -> None:
    await say(house, "bonjour")
    assert "Aide alimentaire" in await say(house, "1.")
    await say(house, "bonjour")
    assert "Il n’y a pas de choix numéro 99" in await say(house, "99")
    assert (await say(house, "17")).startswith("⚠ 17")


async def test_a_button_is_never_read_as_words(house: House) -> None:
    assert "⚠" not in await say(house, "/commune je dors dehors", pressed=True)


async def test_a_form_gives_way_to_a_question_and_comes_back(house: House) -> None:
    offers = Router()

    # The name of a command that everybody may use, since nobody may use one that the table of rights does not have.
    @offers.command("merci")
    async def ask(_turn: Turn) -> Reply:
        return Reply((Text("Que proposez-vous ?"),), (Choice("Du temps", "temps"),), then=Step("offer", {"a": "b"}))

    @offers.form("offer", asks=ask)
    async def answered(turn: Turn) -> Reply:
        return Reply((Text(f"Noté : {turn.argument}, {turn.known['a']}"),))

    known = house.dialogue.router
    others = {name: handler for name, handler in known.commands.items() if name != "merci"}
    routers = Router.of(replace(known, commands=others), offers)
    talk = replace(house, dialogue=replace(house.dialogue, router=routers))
    assert "1. Du temps" in await say(talk, "/merci")
    digression = await say(talk, "où y a-t-il une douche à Nantes ?")
    assert "Douche près de Nantes" in digression
    assert digression.endswith("Que proposez-vous ?\n\n1. Du temps")
    assert await say(talk, "1") == "Noté : temps, b"
    await say(talk, "/merci")
    assert await say(talk, "nous distribuons des repas à Nevers") == "Noté : nous distribuons des repas à Nevers, b"
    await say(talk, "/merci")
    alarmed = await say(talk, "je dors dehors ce soir à Lille")
    assert alarmed.startswith("⚠ 115")
    assert "Que proposez-vous ?" in alarmed


async def test_a_kept_search_is_found_again_by_its_link_only(house: House, clock: Clock) -> None:
    await say(house, "douche à Nantes")
    said = await say(house, "/garder")
    token = said.partition("/suivi/")[2].split()[0]
    found = await follow_up(house, token)
    assert found
    assert "Douche près de Nantes" in plain(found)
    assert not found.choices
    assert await follow_up(house, token[:-1] + "x") is None
    clock.advance(timedelta(days=91))
    assert await follow_up(house, token) is None


async def test_nothing_of_what_was_said_is_on_the_disk(house: House, settings: Settings) -> None:
    for text in ("je cherche une douche pour Zébulon à Nantes", "plus", "avec mon chien Croquette"):
        await say(house, text)
    await house.store.close()
    held = on_disk(settings.data_dir)
    for word in ("Zébulon", "Croquette", "find.place", 'shower","commune'):
        assert word.encode() not in held


async def test_facts_say_what_was_understood(house: House) -> None:
    reply = await house.dialogue.answer(Message(ANA, "jai faim saint denis"))
    facts = json.loads(json.dumps(reply.facts))
    assert facts["themes"] == ["alimentation"]
    assert facts["commune"] is None
    assert facts["ambiguous"] is True
    assert facts["candidates"][:2] == ["97411", "93066"]
    assert facts["emergency"] is None
    alarmed = await house.dialogue.answer(Message(BEN, "je dors dehors ce soir à lille"))
    assert alarmed.facts["emergency"] == "115"
    assert alarmed.facts["commune"] == "59350"


@pytest.mark.parametrize("said", ["/mesdonnees", "/supprimer", "/garder", "effacer"])
async def test_nothing_personal_is_said_where_others_read(house: House, said: str) -> None:
    reply = await house.dialogue.answer(Message(Address("telegram", "-5 7"), said, group=True))
    (block,) = reply.blocks
    assert isinstance(block, Text)
    assert "en privé" in block.text
    assert not reply.choices
