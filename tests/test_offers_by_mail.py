"""Offers reach the official address of their territory and agents; their authors on the page hear by mail."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator

import pytest
from python_calamine import CalamineWorkbook

from bot.records.offer_book import OfferBook
from bot.records.permissions import Role
from bot.settings import Settings
from bot.talk.message import Address
from tests.handlers.test_event_form import enrol, say
from tests.house import Clock
from tests.mail_server import Postbox
from tests.test_by_mail import Office, opened

OFFICIAL, AGENT, AUTHOR = "pactedessolidarites@pays-de-la-loire.gouv.fr", "agente@exemple.gouv.fr", "ana@example.org"
ANSWERS = ("/participer", "2", "44", "3", "1, 4", '=HYPERLINK("http://x";"y") Nous avons une salle.')


@pytest.fixture
async def office(settings: Settings, clock: Clock, postbox: Postbox) -> AsyncIterator[Office]:
    async with opened(settings, clock, postbox) as made:
        yield made


async def offered(office: Office, contact: str = f"{AUTHOR} 02 40 00 00 00", name: str = "+Les Petits Pas") -> str:
    """Somebody on the page offers to take part; gives the number."""
    for text in (*ANSWERS, contact, name):
        await office.says(text)
    assert "C’est envoyé" in await office.says("oui")
    uid = office.house.vault.uid(Address("web", "a-visitor"))
    (offer,) = await OfferBook(office.house.store.read, office.house.vault).of_author(uid)
    return offer.number


async def test_the_official_address_gets_all_of_it_and_a_table_without_formula(office: Office) -> None:
    number = await offered(office)
    (text,) = await office.mailed(OFFICIAL)
    for said in (number, "Nous avons une salle", AUTHOR, "02 40 00 00 00", "Les Petits Pas"):
        assert said in text
    (mail,) = (each.mail for each in office.postbox.to(OFFICIAL))
    (file,) = mail.iter_attachments()
    assert file.get_filename() == "propositions.xlsx"
    content = file.get_payload(decode=True)
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        written = b"".join(parts.read(name) for name in parts.namelist())
    assert b"<f>" not in written, "a formula"
    assert b"<hyperlinks" not in written, "a link"
    _header, row = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert number in row
    assert "'+Les Petits Pas" in row
    assert not any(str(cell).startswith(("=", "+", "-", "@")) for cell in row)


async def test_an_agent_who_gave_an_address_reads_it_there_too_and_each_address_once(office: Office) -> None:
    await enrol(office.house, Role.OFFICER, "dep-44")
    await say(office.house, f"/agent courriel {AGENT}")
    await offered(office)
    assert len(await office.mailed(AGENT)) == len(await office.mailed(OFFICIAL)) == 1


async def test_an_author_on_the_page_hears_of_each_step_by_mail(office: Office) -> None:
    await enrol(office.house, Role.OFFICER, "dep-44")
    number = await offered(office)
    await say(office.house, f"/offres etat group {number}", "Première réunion le 14 avril.")
    await say(office.house, f"/offres repondre {number}", "Venez à 10 h.")
    moved, answered = await office.mailed(AUTHOR)
    assert "retenue pour un groupe de travail" in moved
    assert "Première réunion le 14 avril." in moved
    assert "Venez à 10 h." in answered


async def test_what_is_taken_back_is_asked_to_be_erased(office: Office) -> None:
    number = await offered(office)
    await office.mailed(OFFICIAL)
    await office.says(f"/mesoffres retirer-oui {number}")
    first, erase = await office.mailed(OFFICIAL)
    assert number in first
    assert number in erase
    assert "effacer" in erase
    assert "salle" not in erase


async def test_who_is_forgotten_is_forgotten_by_the_agents_too(office: Office) -> None:
    number = await offered(office)
    await office.mailed(OFFICIAL)
    await office.says("/supprimer oui")
    _, erase = await office.mailed(OFFICIAL)
    assert number in erase
    assert AUTHOR not in erase


async def test_a_server_that_is_away_loses_nothing_and_repeats_nothing(office: Office, postbox: Postbox) -> None:
    await postbox.down()
    number = await offered(office)
    assert postbox.to(OFFICIAL) == []
    await postbox.up()
    (text,) = await office.mailed(OFFICIAL)
    assert number in text
    assert len(await office.mailed(OFFICIAL)) == 1
