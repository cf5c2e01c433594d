"""An import that needs two people: the same preview, a word; written once, by what both may at that moment."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from pydantic import SecretStr
from sqlalchemy import Table, delete, func, select

from bot.app import House, open_house
from bot.cli.messengers import make_mailroom
from bot.handlers.import_news import ImportNews
from bot.handlers.word_to_copy import WORDS
from bot.platforms.markup import plain
from bot.post.carrier import Parcel
from bot.post.importing import Importing
from bot.post.weather import Weather
from bot.records import audit
from bot.records.permissions import Role
from bot.records.statements import AGENT, IMPORT_WISH, OUTBOX
from bot.settings import Settings
from bot.talk.message import Message, Reply
from directory.ledger import runs
from directory.tables import SERVICES
from tests.databases import Server
from tests.handlers.sending import Shelf
from tests.handlers.test_events import enrol, say
from tests.handlers.test_service_file import ONE, TWO, named, revoke
from tests.house import Clock, import_sample, shipped
from tests.postman import Plain

BEFORE = TWO + "Relais des Arts;3 rue Haute;44000;Nantes;01 99 00 12 36;Vêtements\n"


@dataclass
class Told(Plain):
    """Remembers what is to be sent."""

    name: str = "telegram"
    packed: list[str] = field(default_factory=list)

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:
        self.packed.append(plain(reply))
        return super().pack(reply, to)


@dataclass
class Desk:
    """A house with two editors of a département, and what carries out."""

    house: House
    shelf: Shelf
    carrier: Told
    importing: Importing

    async def asks(self) -> str:
        """The first editor sends what withdraws two services out of three, and asks for an agreement."""
        await self.shelf.send("lieux.csv", ONE)
        await say(self.house, "oui")
        assert "deuxième personne" in await say(self.house, "retirer")
        return await say(self.house, "oui")

    async def agrees(self) -> str:
        """The second reads it and copies the word."""
        heard = await say(self.house, "/imports accord", "autre")
        return await say(self.house, next(each for each in WORDS if each in heard), "autre")

    async def round(self) -> list[str]:
        """What is told from now on."""
        self.carrier.packed.clear()
        await self.importing.round()
        return [*self.carrier.packed]

    async def count(self, table: Table) -> int:
        query = select(func.count()).select_from(table)
        return await self.house.store.read(lambda c: int(c.scalar(query) or 0))

    async def held(self) -> list[str]:
        return await named(self.house)

    async def journal(self) -> list[str]:
        rows = await self.house.store.read(lambda c: audit.entries(c, most=30))
        told = [f"{each.action} {each.target}" for _, each in rows if "import I-" in each.target]
        return [re.sub(r" I-\d{5}", "", each) for each in told]


async def furnished(house: House, clock: Clock) -> Desk:
    mailroom, carrier = make_mailroom(house, CollectorRegistry(), clock=clock), Told()
    mailroom.add(carrier, Weather())
    news = ImportNews(house.knowledge, house.wording)
    importing = Importing(mailroom, news, house.dialogue.fetching.fetch, house.dialogue.clerk)
    made = Desk(house, Shelf(house), carrier, importing)
    for who in ("agente", "autre"):
        await enrol(house, Role.EDITOR, "dep-44", who)
    await made.shelf.send("lieux.csv", BEFORE)
    for _ in range(2):
        await say(house, "oui")
    assert len(await made.held()) == 3
    return made


@pytest.fixture
async def desk(house: House, clock: Clock) -> Desk:
    return await furnished(house, clock)


@pytest.fixture(params=["sqlite", "postgresql"])
async def anywhere(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> AsyncIterator[Desk]:
    """The same on both databases."""
    settings = Settings(data_dir=tmp_path)
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        name = f"t{os.urandom(8).hex()}"
        server.run(f"CREATE DATABASE {name}")
        settings = Settings(data_dir=tmp_path, database_url=SecretStr(server.url(name)))
    import_sample(settings)
    async with open_house(settings, clock=clock, shipped=shipped()) as house:
        yield await furnished(house, clock)


async def test_two_people_agree_and_it_is_written_once_and_taken_back(anywhere: Desk) -> None:
    desk = anywhere
    assert "C’est demandé" in await desk.asks()
    (asked,) = await desk.round()
    assert "attend votre accord" in asked
    assert "Relais" not in asked
    assert "J’écris dans un instant" in await desk.agrees()
    assert len(await desk.held()) == 3
    first, second = await desk.round()
    assert "est fait, avec l’accord" in first
    assert "c’est le n° 3" in second
    assert await desk.held() == ["Repas"]
    assert await desk.round() == []
    assert await desk.journal() == ["service import asked", "imports import agreed", "service import done 3"]
    await say(desk.house, "/imports annuler 3", "autre")
    await say(desk.house, "oui", "autre")
    assert len(await desk.held()) == 3


async def test_two_processes_write_it_once(anywhere: Desk) -> None:
    await anywhere.asks()
    await anywhere.agrees()
    await anywhere.round()
    await say(anywhere.house, "/imports annuler 3")
    await say(anywhere.house, "oui")
    await anywhere.asks()
    await anywhere.agrees()
    before = await anywhere.count(OUTBOX)
    await asyncio.gather(*(anywhere.importing.round() for _ in range(3)))
    assert await anywhere.count(OUTBOX) == before + 2
    assert await anywhere.count(runs.RUNS) == 4
    assert await anywhere.held() == ["Repas"]


async def test_one_refuses_and_nothing_is_written(desk: Desk) -> None:
    await desk.asks()
    await desk.round()
    assert "C’est refusé" in await say(desk.house, "/imports non", "autre")
    (told,) = await desk.round()
    assert "refusé" in told
    assert len(await desk.held()) == 3
    assert "Aucun import" in await say(desk.house, "/imports accord", "autre")


async def test_nobody_agrees_to_their_own(desk: Desk) -> None:
    await desk.asks()
    for said in ("/imports accord", "/imports non"):
        assert "sa propre demande" in await say(desk.house, said)
    assert "Vous avez déjà" in await desk.asks()


async def test_nobody_answers_and_it_expires(desk: Desk, clock: Clock) -> None:
    await desk.asks()
    await desk.round()
    clock.advance(timedelta(hours=25))
    (told,) = await desk.round()
    assert "Personne n’a répondu" in told
    assert "Aucun import" in await say(desk.house, "/imports accord", "autre")


@pytest.mark.parametrize("role", [Role.APPROVER, Role.COMMISSAIRE, Role.NATIONAL])
async def test_others_than_editors_agree(desk: Desk, role: Role) -> None:
    await enrol(desk.house, role, "dep-44" if role is Role.APPROVER else "reg-52", "tiers")
    await desk.asks()
    heard = await say(desk.house, "/imports accord", "tiers")
    await say(desk.house, next(each for each in WORDS if each in heard), "tiers")
    await desk.round()
    assert await desk.held() == ["Repas"]


async def test_who_is_from_elsewhere_reads_nothing(desk: Desk) -> None:
    await enrol(desk.house, Role.EDITOR, "dep-59", "nordiste")
    await desk.asks()
    assert "Aucun import" in await say(desk.house, "/imports accord", "nordiste")


@pytest.mark.parametrize("who", ["agente", "autre"])
async def test_a_right_lost_after_the_agreement_writes_nothing(desk: Desk, who: str) -> None:
    await desk.asks()
    await desk.round()
    await desk.agrees()
    gone = delete(AGENT).where(AGENT.c.author == desk.house.vault.author("telegram", who))
    await desk.house.store.write(lambda c: c.execute(gone))
    told = await desk.round()
    assert any("Rien n’" in each for each in told)
    assert len(await desk.held()) == 3
    assert await desk.round() == []


async def test_a_directory_that_changed_is_told_to_the_second_person_and_to_the_first(desk: Desk) -> None:
    await desk.asks()
    await desk.round()
    await desk.shelf.send("b/lieux.csv", TWO, who="autre")
    await say(desk.house, "oui", "autre")
    await say(desk.house, "retirer", "autre")
    await say(desk.house, "garder", "autre")
    await say(desk.house, "non", "autre")
    await desk.shelf.send("b/lieux.csv", BEFORE.replace("Repas", "Repas froids"), who="autre")
    for _ in range(2):
        await say(desk.house, "oui", "autre")
    assert "l’annuaire a changé" in await say(desk.house, "/imports accord", "autre")
    (told,) = await desk.round()
    assert "a changé depuis votre aperçu" in told


async def test_a_directory_that_changed_after_the_agreement_writes_nothing(desk: Desk) -> None:
    await desk.asks()
    await desk.agrees()
    await desk.house.store.write(
        lambda c: c.execute(
            SERVICES.update().where(SERVICES.c.source == "lieux").values(telephone="+33199000000", digest=b"x")
        )
    )
    told = await desk.round()
    assert any("a changé depuis votre aperçu" in each for each in told)
    assert len(await desk.held()) == 3


async def test_a_file_that_is_gone_or_another_one_writes_nothing(desk: Desk) -> None:
    await desk.asks()
    await desk.agrees()
    desk.shelf.fails = ["away"]
    await desk.round()
    assert len(await desk.held()) == 3
    desk.shelf.files["lieux.csv"] = TWO.encode()
    told = await desk.round()
    assert any("n’est plus le même" in each for each in told)
    assert len(await desk.held()) == 3
    await desk.asks()
    desk.shelf.fails = ["gone"]
    assert "le fichier n’est plus là" in await say(desk.house, "/imports accord", "autre")


async def test_who_asked_and_is_forgotten_changes_nothing(desk: Desk) -> None:
    await desk.asks()
    assert "I-" in await say(desk.house, "/mesdonnees")
    await say(desk.house, "/supprimer oui")
    assert await desk.house.store.read(lambda c: c.execute(select(IMPORT_WISH)).all()) == []
    assert await desk.round() == []


async def test_a_word_is_good_once_and_for_ten_minutes(desk: Desk, clock: Clock) -> None:
    await desk.asks()
    heard = await say(desk.house, "/imports accord", "autre")
    clock.advance(timedelta(minutes=11))
    word = next(each for each in WORDS if each in heard)
    assert "il ne vaut plus" in await say(desk.house, word, "autre")
    await desk.round()
    assert len(await desk.held()) == 3


async def test_without_a_second_person_it_says_what_to_do(desk: Desk) -> None:
    await revoke(desk.house)
    await enrol(desk.house, Role.EDITOR, "dep-44", "seule")
    await desk.shelf.send("lieux.csv", ONE, who="seule")
    await say(desk.house, "oui", "seule")
    answer = await say(desk.house, "retirer", "seule")
    assert "Demandez à l’exploitant" in answer
    assert "Demander l’accord" not in answer
