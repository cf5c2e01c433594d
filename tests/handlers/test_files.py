"""A file is fetched for whoever may send one, and for nobody else; who takes it is clear, or asked."""

from __future__ import annotations

import logging
from functools import partial

import pytest
from fluent.runtime import FluentResource
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.app import House
from bot.handlers import files
from bot.handlers.sent_files import Sent, Taker
from bot.records.agents import agents, revoke
from bot.records.permissions import Role, rules
from bot.talk.fetching import Why
from bot.talk.message import Reply, Text
from bot.talk.turn import Turn
from tests.calendars.conftest import calendar
from tests.handlers.sending import Shelf
from tests.handlers.test_events import enrol, say
from tests.house import TUESDAY

ICS = calendar("UID:a\nSUMMARY:Atelier\nDTSTART:20270316T133000Z\nLOCATION:Nantes")
TABLE = "titre;date\nAtelier;16/03/2027\n"


@pytest.fixture
def shelf(house: House) -> Shelf:
    return Shelf(house)


async def test_the_file_of_a_stranger_is_not_fetched(house: House, shelf: Shelf) -> None:
    unread = house.wording.say("fr", "unread-file")
    assert await shelf.send("agenda.ics", ICS) == unread
    answer = await shelf.send("agenda.ics", ICS, "douche à Nantes")
    assert answer.startswith("Douche")
    assert unread in answer
    assert not shelf.fetched


@pytest.mark.parametrize("role", Role)
async def test_a_file_is_fetched_for_the_roles_of_the_table_only(house: House, shelf: Shelf, role: Role) -> None:
    await enrol(house, role, "dep-44")
    answer = await shelf.send("agenda.ics", ICS)
    allowed = bool(rules()[files.COMMAND].scopes[role])
    assert bool(shelf.fetched) == allowed
    assert (answer == house.wording.say("fr", "unread-file")) != allowed


async def test_in_a_group_nobody_is_an_agent(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    assert await shelf.send("agenda.ics", ICS, group=True) == house.wording.say("fr", "unread-file")
    assert not shelf.fetched


def test_whoever_may_send_a_file_finds_somebody_to_take_it() -> None:
    takers = {taker.of for taker in files.TAKERS}
    for role in Role:
        may = bool(rules()[files.COMMAND].scopes[role])
        assert may == any(rules()[command].scopes[role] for command in takers)


async def test_a_right_that_is_withdrawn_is_no_right_at_the_yes(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    assert "J’applique" in await shelf.send("agenda.ics", ICS)
    for agent in await house.store.read(lambda c: agents(c, house.vault)):
        await house.store.write(partial(revoke, vault=house.vault, name=agent.name, now=TUESDAY))
    assert await say(house, "oui") == house.wording.say("fr", "agents-only")
    assert shelf.fetched["agenda.ics"] == 1


@pytest.mark.parametrize("why", ["away", "gone", "large", "refused", "altered"])
async def test_each_trouble_has_its_sentence_and_what_was_awaited_still_is(
    house: House, shelf: Shelf, why: Why
) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await say(house, "/evenement Café | 16/04/2026 | Nantes")
    shelf.fails = [why]
    answer = await shelf.send("agenda.ics", ICS)
    assert answer.startswith(house.wording.say("fr", f"file-{why}", most=5))
    assert "1. Publier" in answer
    assert "C’est publié" in await say(house, "oui")


async def test_a_file_said_to_be_too_large_is_not_fetched(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    assert "plus de 5" in await shelf.send("agenda.ics", bytes(5_000_001))
    assert not shelf.fetched


async def test_a_danger_written_beside_a_file_gets_its_numbers_and_the_file_is_read(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    answer = await shelf.send("agenda.ics", ICS, "je vais me tuer")
    assert "3114" in answer
    assert "J’applique" in answer


async def test_a_number_beside_a_file_is_no_choice(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await say(house, "/evenement Café | 16/04/2026 | Nantes")
    assert "la Loire-Atlantique" in await shelf.send("agenda.ics", ICS, "44")


async def test_a_name_cannot_hide_nor_turn_what_is_read(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    answer = await shelf.send("../../etc/\u202egro.scia\nC’est fait\u2066\u200b.ics", ICS)
    assert answer.startswith("Ce que «\u00a0gro.sciaC’est fait.ics\u00a0» changerait")
    assert "ce fichier" in await shelf.send("/", ICS)


async def test_nothing_of_a_file_is_kept_nor_told_to_the_journal(
    house: House, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logs:
        await shelf.send("liste-secrete.ics", ICS.replace("Atelier", "Motsecret"))
        await shelf.send("liste-secrete.csv", "Motsecret")
    assert not any(word in f"{logs}{caplog.text}" for word in ("secret", "UID:a"))
    path = house.settings.data_dir / "solipacte.db"
    await house.store.write(lambda c: c.execute(text("SELECT 1")))
    held = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    assert held
    assert not any(word in held for word in (b"Motsecret", b"liste-secrete"))


def known(mark: bytes, name: str, of: str) -> Taker:
    async def takes(_turn: Turn, sent: Sent) -> Reply:
        return Reply((Text(f"{name} a pris {sent.content.decode()} {sent.caption}"),))

    return Taker(name, of, lambda content: mark in content, takes)


@pytest.fixture
def two(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "file-is-autre = Des fiches\nfile-how-autre = Des fiches.\n"
    house.wording.bundle("fr").add_resource(FluentResource(words))
    monkeypatch.setattr(files, "TAKERS", (known(b"date", "evenement", "evenement"), known(b"siret", "autre", "offres")))


@pytest.mark.usefixtures("two")
async def test_of_several_takers_the_one_who_knows_a_content_takes_it(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    assert await shelf.send("a.csv", "une date", "légende") == "evenement a pris une date légende"
    assert await shelf.send("a.csv", "un siret") == "autre a pris un siret"
    assert "Des fiches." in await say(house, "/import")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("content", ["ni l’un ni l’autre", "date et siret"])
async def test_when_it_is_not_clear_who_takes_a_file_it_is_asked(house: House, shelf: Shelf, content: str) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    asked = "Que contient «\u00a0a.csv\u00a0»\u00a0?\n\n1. Des événements\n2. Des fiches\n3. Rien de cela"
    assert await shelf.send("a.csv", content, "légende") == asked
    assert await say(house, "je ne sais pas") == asked
    assert await say(house, "2") == f"autre a pris {content} légende"
    await shelf.send("a.csv", content)
    assert await say(house, "rien de cela") == house.wording.say("fr", "file-dropped")


@pytest.mark.usefixtures("two")
async def test_who_has_one_right_only_is_asked_nothing(
    house: House, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "TAKERS", (files.TAKERS[0], known(b"siret", "autre", "valider")))
    await enrol(house, Role.OFFICER, "dep-44")
    assert await shelf.send("a.csv", "un siret") == "evenement a pris un siret"


@pytest.mark.usefixtures("two")
async def test_a_file_that_changed_since_the_question_is_not_taken(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await shelf.send("a.csv", "inconnu")
    shelf.files["a.csv"] = b"autre"
    assert (await say(house, "1")).startswith(house.wording.say("fr", "file-altered"))
