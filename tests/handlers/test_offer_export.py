"""A full export: two people with a right, the same preview, a word; the file once, without what was taken back."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import pytest
from prometheus_client import CollectorRegistry
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from bot.app import House
from bot.cli.messengers import make_mailroom
from bot.handlers.offer_export_words import ExportNews
from bot.handlers.word_to_copy import WORDS
from bot.platforms.markup import plain
from bot.post.carrier import Parcel
from bot.post.exporting import Exporting
from bot.post.weather import Weather
from bot.records import agents, invitations
from bot.records.audit import entries
from bot.records.permissions import Role
from bot.records.statements import OFFER_EXPORT, OUTBOX
from bot.talk.message import Address, Message, Reply
from tests.handlers.test_event_form import say
from tests.house import TUESDAY, Clock
from tests.postman import Plain

ANSWERS = ("/participer", "2", "44", "3", "1", "=1+1 Planted idea", "planted@example.org", "+Planted name", "oui")


@dataclass
class Files(Plain):
    """Remembers what is to be sent, with its files."""

    name: str = "telegram"
    packed: list[Reply] = field(default_factory=list)

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:
        self.packed.append(reply)
        return super().pack(reply, to)


@dataclass
class Desk:
    """A house where an officer and an approver of a département are enrolled, and what delivers there."""

    house: House
    carrier: Files
    exporting: Exporting

    async def enrol(self, role: Role, territory: str, who: str) -> None:
        vault = self.house.vault
        invite = partial(invitations.invite, vault=vault, role=role, territory=territory, label=who, now=TUESDAY)
        await self.says(who, f"/habilitation {await self.house.store.write(invite)}")

    async def revoke(self, who: str) -> None:
        for agent in await self.house.store.read(lambda c: agents.agents(c, self.house.vault)):
            if agent.label == who:
                work = partial(agents.revoke, vault=self.house.vault, name=agent.name, now=TUESDAY)
                await self.house.store.write(work)

    async def says(self, who: str, *texts: str) -> str:
        return await say(self.house, *texts, who=who)

    async def word(self) -> str:
        """The approver reads what is asked for; gives the word to copy."""
        heard = await self.says("approver", "/accord")
        return next(each for each in WORDS if each in heard)

    async def round(self) -> list[Reply]:
        """What is told from now on."""
        self.carrier.packed.clear()
        await self.exporting.round()
        return [*self.carrier.packed]

    async def journal(self) -> list[str]:
        """What it tells of exports, without their number."""
        done = await self.house.store.read(lambda c: [entry for _, entry in entries(c, most=20)])
        told = [f"{each.action} {each.target}" for each in done if each.target.startswith("export")]
        return [re.sub(r" E-\d{5}", "", each) for each in told]


@pytest.fixture
async def desk(house: House, clock: Clock) -> Desk:
    mailroom, carrier = make_mailroom(house, CollectorRegistry(), clock=clock), Files()
    mailroom.add(carrier, Weather())
    made = Desk(house, carrier, Exporting(mailroom, ExportNews(house.knowledge, house.wording, house.finder)))
    await made.enrol(Role.OFFICER, "dep-44", "officer")
    await made.enrol(Role.APPROVER, "dep-44", "approver")
    for who in ("author", "another"):
        await made.says(who, *ANSWERS)
    return made


async def test_the_file_is_given_once_to_who_asked_without_any_formula(desk: Desk) -> None:
    await desk.says("officer", "/offres export complet", "1")
    (asked,) = await desk.round()
    assert "attend votre accord" in plain(asked)
    assert "Planted" not in plain(asked)
    await desk.says("approver", await desk.word())
    (given,) = await desk.round()
    (file,) = given.attachments
    assert file.name == "propositions.xlsx"
    with zipfile.ZipFile(io.BytesIO(file.content)) as parts:
        assert b"<f>" not in b"".join(parts.read(name) for name in parts.namelist())
    _header, *rows = CalamineWorkbook.from_filelike(io.BytesIO(file.content)).get_sheet_by_index(0).to_python()
    assert [row[-4:] for row in rows] == [["'+Planted name", "planted@example.org", "", "'=1+1 Planted idea"]] * 2
    to = await desk.house.store.read(lambda c: list(c.execute(select(OUTBOX.c.uid).order_by(OUTBOX.c.id)).scalars()))
    assert to == [desk.house.vault.uid(Address("telegram", who)) for who in ("approver", "officer")]
    assert await desk.round() == []
    assert await desk.journal() == [
        "offres export asked meeting",
        "accord export agreed",
        "offres export delivered 2",
    ]


async def test_what_is_taken_back_between_agreement_and_delivery_is_not_in_it(desk: Desk) -> None:
    await desk.says("officer", "/offres export complet", "1")
    await desk.says("approver", await desk.word())
    await desk.says("author", "/mesoffres", "2", "1")
    given = (await desk.round())[-1]
    assert "une proposition" in plain(given)
    assert (await desk.journal())[-1] == "offres export delivered 1"


async def test_when_all_is_taken_back_nothing_is_given(desk: Desk) -> None:
    await desk.says("officer", "/offres export complet", "1")
    await desk.says("approver", await desk.word())
    for who in ("author", "another"):
        await desk.says(who, "/mesoffres", "2", "1")
    given = (await desk.round())[-1]
    assert given.attachments == ()
    assert "ne contient plus rien" in plain(given)


async def test_what_is_sent_after_it_was_asked_for_is_not_in_it(desk: Desk, clock: Clock) -> None:
    await desk.says("officer", "/offres export complet", "1")
    clock.advance(timedelta(minutes=1))
    await desk.says("late", *ANSWERS)
    assert "2 propositions" in await desk.says("approver", "/accord")


async def test_a_word_is_for_what_was_read(desk: Desk) -> None:
    await desk.says("officer", "/offres export complet", "1")
    word = await desk.word()
    await desk.says("author", "/mesoffres", "2", "1")
    assert "ont changé" in await desk.says("approver", word)
    assert [each.attachments for each in await desk.round()] == [()]


@pytest.mark.parametrize("who", ["officer", "approver"])
async def test_a_right_lost_between_agreement_and_delivery_gives_nothing(desk: Desk, who: str) -> None:
    await desk.says("officer", "/offres export complet", "1")
    await desk.round()
    await desk.says("approver", await desk.word())
    await desk.revoke(who)
    assert await desk.round() == []
    (told,) = await desk.round()
    assert "annulée" in plain(told)
    assert told.attachments == ()
    assert (await desk.journal())[-1] == "offres export void"


@pytest.mark.parametrize("who", ["officer", "approver"])
async def test_a_right_lost_while_the_word_is_copied_agrees_to_nothing(desk: Desk, who: str) -> None:
    await desk.says("officer", "/offres export complet", "1")
    word = await desk.word()
    await desk.revoke(who)
    await desk.says("approver", word)
    assert [each.attachments for each in await desk.round()] in ([()], [])
    assert await desk.journal() == ["offres export asked meeting"]


async def test_who_asked_and_is_forgotten_is_given_nothing(desk: Desk) -> None:
    await desk.says("officer", "/offres export complet", "1")
    await desk.says("approver", await desk.word())
    assert "Export complet E-" in await desk.says("officer", "/mesdonnees")
    await desk.says("officer", "/supprimer oui")
    assert await desk.round() == []
    assert await desk.house.store.read(lambda c: c.execute(select(OFFER_EXPORT)).all()) == []


async def test_a_region_is_for_who_has_a_right_to_all_of_it(desk: Desk) -> None:
    await desk.enrol(Role.COMMISSAIRE, "reg-52", "commissaire")
    assert "pas de droit" in await desk.says("officer", "/offres export complet reg-52")
    assert "personne d’autre" in await desk.says("commissaire", "/offres export complet reg-52")
    await desk.says("commissaire", "/offres export complet 44", "1")
    assert "Raison\u00a0: préparer une réunion" in await desk.says("approver", "/accord")


@pytest.mark.parametrize("said", ["en retard", "à moi", "plus de 3 jours", "bof"])
async def test_what_depends_on_the_day_or_on_who_asks_cannot_be_agreed_to(desk: Desk, said: str) -> None:
    assert "puis des mots pour choisir" in await desk.says("officer", f"/offres export complet {said}")


async def test_several_that_wait_are_chosen_by_their_number(desk: Desk) -> None:
    await desk.enrol(Role.OFFICER, "dep-44", "colleague")
    for who in ("officer", "colleague"):
        await desk.says(who, "/offres export complet", "1")
    assert "Lequel" in await desk.says("approver", "/accord E-1")
    assert "préparer" in await desk.says("approver", "1")
    assert "C’est refusé" in await desk.says("approver", "1")
    assert "Aucun export" not in await desk.says("approver", "/accord")


async def test_who_looks_after_several_territories_is_asked_which(desk: Desk) -> None:
    await desk.enrol(Role.OFFICER, "dep-49", "officer")
    heard = await desk.says("officer", "/offres export complet")
    assert "De quel département" in heard
    assert "2 propositions" in await desk.says("officer", "1")
