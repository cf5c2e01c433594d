"""The form of an event: each question in its turn, back and forth, and only for whom may."""

from __future__ import annotations

from functools import partial

import pytest

from bot.app import House
from bot.handlers.event_form import QUESTIONS
from bot.platforms.markup import plain
from bot.records import agents, invitations
from bot.records.diary import announced
from bot.records.permissions import FRANCE, Role
from bot.talk.message import Address, Message
from tests.house import TUESDAY, Clock


async def say(house: House, *texts: str, who: str = "agente", pressed: bool = False) -> str:
    """Say one thing after the other; gives the last answer."""
    answer = ""
    for text in texts:
        message = Message(Address("telegram", who), text, author=who, pressed=pressed)
        answer = plain(await house.dialogue.answer(message))
    return answer


async def enrol(house: House, role: Role, territory: str) -> None:
    invite = partial(invitations.invite, vault=house.vault, role=role, territory=territory, label="Mme D.", now=TUESDAY)
    assert "C’est fait" in await say(house, f"/habilitation {await house.store.write(invite)}")


@pytest.fixture
async def officer(house: House) -> House:
    await enrol(house, Role.OFFICER, "dep-44")
    return house


ANSWERS = ("Atelier", "16/04/2026", "14:30", "Nantes", "a@exemple.fr", "axe 3")
ASKED = ("titre", "Quel jour", "quelle heure", "Où", "s’inscrire", "axes")


async def test_each_question_comes_in_its_turn_and_again_on_the_way_back(officer: House) -> None:
    assert "titre" in await say(officer, "/evenement nouveau")
    for answer, asked in zip(ANSWERS, ASKED[1:], strict=False):
        assert asked in await say(officer, answer)
    for asked in reversed(ASKED[:-1]):
        assert asked in await say(officer, "retour")
    for answer in ANSWERS:
        last = await say(officer, answer)
    assert "Je publie" in last
    await say(officer, "oui")
    (event,) = await officer.store.read(announced)
    assert (event.title, str(event.start), str(event.hour), event.place) == (
        "Atelier",
        "2026-04-16",
        "14:30:00",
        "Nantes",
    )
    assert (event.registration, event.axes, event.territory) == ("a@exemple.fr", (3,), "dep-44")


@pytest.mark.parametrize("date", ["16/04/2026 à 9 h", "printemps 2026", "du 16 au 18 avril 2026 9:00"])
async def test_an_hour_that_is_told_or_cannot_be_is_not_asked_for(officer: House, date: str) -> None:
    assert "Où" in await say(officer, "/evenement nouveau", "Atelier", date)
    assert "Quel jour" in await say(officer, "retour")
    assert "Je publie" in await say(officer, date, "en visio", "passer", "passer")


async def test_an_hour_that_was_given_leaves_when_the_date_has_its_own(officer: House) -> None:
    await say(officer, "/evenement nouveau", "Atelier", "16/04/2026", "14:30", "retour", "retour")
    assert "à 9 h, Nantes" in await say(officer, "17/04/2026 9:00", "Nantes", "passer", "passer")


@pytest.mark.parametrize(
    ("before", "wrong", "why"),
    [
        (0, "a" * 151, "150 caractères"),
        (0, "\u202e\u200b", "manque le titre"),
        (1, "30 février 2027", "n’existe pas"),
        (1, "10/03/2025", "passée"),
        (1, "16/04/2046", "cinq ans"),
        (1, "18/04/2026 au 16/04/2026", "avant le début"),
        (1, "16/04/2026 | Nantes", "une seule chose"),
        (2, "25:00", "Cette heure n’existe pas"),
        (2, "le matin", "Cette heure n’existe pas"),
        (1, "passer", "ne se passe pas"),
        (3, "Passer", "ne se passe pas"),
        (3, "axe 3", "Je ne lis pas le lieu"),
        (3, "a@exemple.fr", "Je ne lis pas le lieu"),
        (3, "b" * 151, "150 caractères"),
        (4, "javascript:alert(1)", "https://"),
        (4, "par téléphone", "https://"),
        (5, "axe 5", "Je ne lis pas les axes"),
    ],
)
async def test_a_wrong_answer_gets_a_sentence_and_the_same_question(
    officer: House, before: int, wrong: str, why: str
) -> None:
    said = await say(officer, "/evenement nouveau", *ANSWERS[:before], wrong)
    assert why in said
    assert ASKED[before] in said
    assert "Je publie" in await say(officer, *ANSWERS[before:])


@pytest.mark.parametrize("leaving", ["annuler", "/annuler", "laisse tomber"])
async def test_the_form_is_left_at_any_question(officer: House, leaving: str) -> None:
    for number in range(len(ANSWERS)):
        left = await say(officer, "/evenement nouveau", *ANSWERS[:number], leaving)
        assert left.endswith("Écrivez-moi quand vous voulez."), left
    assert await officer.store.read(announced) == []


async def test_buttons_do_what_they_say(officer: House) -> None:
    await say(officer, "/evenement nouveau", "Atelier", "16/04/2026")
    assert "Où" in await say(officer, "passer", pressed=True)
    assert "quelle heure" in await say(officer, "retour", pressed=True)
    assert "j’arrête" in await say(officer, "/annuler", pressed=True)


async def test_the_number_of_an_axis_is_that_of_its_choice(officer: House) -> None:
    for axis in "1234":
        assert f"axe {axis} du pacte" in await say(officer, "/evenement nouveau", *ANSWERS[:5], axis)


async def test_who_may_everywhere_says_where(house: House) -> None:
    await enrol(house, Role.NATIONAL, FRANCE)
    await say(house, "/evenement nouveau")
    assert "Pour quel territoire" in await say(house, *ANSWERS)
    assert "Je ne connais pas ce territoire" in await say(house, "Atlantide")
    assert "la Côte-d’Or" in await say(house, "Côte-d'Or")


async def test_a_right_withdrawn_in_the_middle_ends_it(officer: House) -> None:
    await say(officer, "/evenement nouveau", "Atelier")
    (agent,) = await officer.store.read(partial(agents.agents, vault=officer.vault))
    await officer.store.write(partial(agents.revoke, vault=officer.vault, name=agent.name, now=TUESDAY))
    assert "réservée aux agents" in await say(officer, "16/04/2026")


async def test_a_title_may_be_a_question(officer: House) -> None:
    assert "Quel jour" in await say(officer, "/evenement nouveau", "Comment se loger à Nantes ?")


async def test_nobody_else_has_a_form(house: House) -> None:
    assert "réservée aux agents" in await say(house, "/evenement nouveau")


async def test_a_midnight_in_the_middle_is_seen(officer: House, clock: Clock) -> None:
    await say(officer, "/evenement nouveau", "Atelier", "10/03/2026")
    clock.at("2026-03-11 00:05")
    assert "passée" in await say(officer, "14:30")
    assert "passée" in await say(officer, "passer", *ANSWERS[3:])


def test_every_question_has_its_words(house: House) -> None:
    for question in QUESTIONS:
        assert house.wording.say("fr", f"event-form-{question.name}").endswith((".", "?"))
