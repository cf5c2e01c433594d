"""Reminders by mail, from the page to the mailbox: asked for twice, ended in one click. And reports to agents."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client import CollectorRegistry
from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.app import House, open_house
from bot.cli.campaigning import by_mail_of, clock_of
from bot.cli.messengers import make_mailroom
from bot.mailboxes import Mailbox
from bot.platforms.mail import MailSettings, open_mail
from bot.platforms.markup import plain
from bot.platforms.web import WebSettings, make_app
from bot.post.clock import Clock as Chores
from bot.post.mailroom import Mailroom
from bot.post.weather import Weather
from bot.records import diary
from bot.records.diary import Announcement
from bot.records.mail_requests import whose
from bot.records.permissions import Role
from bot.records.statements import MAIL_REQUEST, SUBSCRIPTION
from bot.records.subscriptions import wish_of
from bot.settings import Settings
from bot.talk.message import Address, Message
from bot.talk.wording import Wording
from tests.handlers.broadcasting import confirmed
from tests.handlers.test_events import enrol, say
from tests.house import Clock, shipped
from tests.mail_server import Postbox
from tests.platforms.conftest import KEY, Client
from tests.platforms.scripted import Scripted
from tests.postman import goes_round
from tests.waiting import until

ADDRESS = "https://pacte.example.org"
ANA = "ana@example.org"
LINK = re.compile(rf"{ADDRESS}(/(?:abonnement|desabonnement)/[\w-]+)")


@dataclass
class Office:
    """A house whose mail goes to a real server, and its pages."""

    house: House
    mailroom: Mailroom
    chores: Chores
    client: Client
    postbox: Postbox
    clock: Clock

    async def says(self, text: str, language: str = "fr") -> str:
        """What somebody writes on the page is answered."""
        said = Message(Address("web", "a-visitor"), text, language=language)
        return plain(await self.house.dialogue.answer(said))

    async def mailed(self, to: str = ANA) -> list[str]:
        """What an address has received, the clock having gone round."""
        assert self.chores.inviting
        sender = self.mailroom.senders["mail"]
        sending = asyncio.create_task(sender.run())
        for _ in range(2):
            await self.chores.inviting.round()
            await goes_round(self.chores)
            await until(lambda: sender.quiet, 10)
        sending.cancel()
        await asyncio.wait({sending})
        return [each.text for each in self.postbox.to(to)]

    async def opens(self, link: str) -> str:
        response = await self.client.get(link)
        assert response.status in (200, 404)
        return await response.text()

    async def presses(self, link: str, **form: str) -> str:
        response = await self.client.post(link, data=form)
        assert response.status in (200, 404)
        return await response.text()

    async def subscribed(self, address: str = ANA) -> bool:
        uid = self.house.vault.uid(Address("mail", address))
        return await self.house.store.read(lambda c: wish_of(c, uid)) is not None

    async def agrees(self) -> None:
        """All the way to a subscription for dep-44."""
        await self.says("/abonner 44")
        await self.says(ANA)
        (text,) = await self.mailed()
        found = LINK.search(text)
        assert found
        await self.presses(found[1])
        assert await self.subscribed()


@asynccontextmanager
async def opened(settings: Settings, clock: Clock, postbox: Postbox) -> AsyncIterator[Office]:
    mail = settings.model_copy(update={"public_url": ADDRESS, "smtp_url": "smtp://set", "smtp_from": "x@example.org"})
    async with open_house(mail, clock=clock, shipped=shipped()) as house:
        mailroom = make_mailroom(house, CollectorRegistry(), clock=clock)
        sender, weather = Mailbox("solipacte@example.org"), Weather()
        told = MailSettings(server=postbox.server(), sender=sender)
        _door, carrier = open_mail(told, clock=clock, weather=weather)
        mailroom.add(carrier, weather)
        core = replace(Scripted().core(Wording()), by_mail=by_mail_of(house))
        async with TestClient(TestServer(make_app(core, WebSettings(key=KEY)))) as client:
            yield Office(house, mailroom, clock_of(house, mailroom), client, postbox, clock)


@pytest.fixture
async def office(settings: Settings, clock: Clock, postbox: Postbox) -> AsyncIterator[Office]:
    async with opened(settings, clock, postbox) as made:
        yield made


async def meeting(office: Office, days: int = 1) -> None:
    """An event of dep-44, at half past two."""
    start = date(2026, 3, 10) + timedelta(days=days)
    what = Announcement("Atelier mobilité", start=start, hour=time(14, 30), place="Nantes", territory="dep-44")
    await office.house.store.write(lambda c: diary.announce(c, what, now=office.clock()))


async def test_nothing_is_sent_before_the_link_of_the_first_mail_is_agreed_to(office: Office) -> None:
    assert "écrivez votre adresse" in await office.says("/abonner 44")
    assert "Je vous envoie un courriel" in await office.says("Ana@Example.org")
    assert not await office.subscribed()
    (text,) = await office.mailed()
    assert "la Loire-Atlantique" in text
    (link,) = LINK.findall(text)
    await meeting(office)
    office.clock.advance(timedelta(hours=6))
    assert len(await office.mailed()) == 1
    page = await office.opens(link)
    assert "la Loire-Atlantique" in page
    assert "<button" in page
    assert not await office.subscribed(), "programs open links before people do"
    assert "C’est fait" in await office.presses(link)
    assert await office.subscribed()
    assert "ne sert plus" in await office.opens(link)
    assert "ne sert plus" in await office.presses(link)


async def test_a_reminder_by_mail_has_its_own_link_to_stop(office: Office) -> None:
    await office.agrees()
    await meeting(office)
    office.clock.advance(timedelta(hours=6))
    text = (await office.mailed())[-1]
    assert "Atelier mobilité" in text
    assert "STOP" not in text, "nobody hears what is answered to a mail"
    (link,) = LINK.findall(text)
    mail = office.postbox.to(ANA)[-1].mail
    assert mail["List-Unsubscribe"] == f"<{ADDRESS}{link}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Subject"].startswith("Rappel")
    assert "<button" in await office.opens(link)
    assert await office.subscribed()
    await office.presses(link, **{"List-Unsubscribe": "One-Click"})
    assert not await office.subscribed()
    assert "Vous ne recevrez plus rien" in await office.opens(link)
    assert "Vous ne recevrez plus rien" in await office.presses(link)


async def test_a_link_that_is_not_ours_ends_nothing(office: Office) -> None:
    await office.agrees()
    for forged in ("a" * 30, "A" * 120, "_" * 43):
        assert whose(office.house.vault, forged) is None
        assert (await office.client.post(f"/desabonnement/{forged}")).status == 404
        assert (await office.client.get(f"/desabonnement/{forged}")).status == 404
        assert "ne sert plus" in await office.presses(f"/abonnement/{forged}")
    assert await office.subscribed()


@pytest.mark.parametrize("wrong", ["ana", "ana@", "a@b.c, d@e.f", "ana@example.org\nBcc: x@y.z", "@example.org"])
async def test_what_is_no_address_is_said_so_and_asked_again(office: Office, wrong: str) -> None:
    await office.says("/abonner 44")
    assert "Je ne lis pas cette adresse" in await office.says(wrong)
    assert "Je vous envoie un courriel" in await office.says(ANA)


async def test_a_mailbox_is_written_to_once_in_two_days_whoever_asks(office: Office) -> None:
    for _ in range(5):
        await office.says("/abonner 44")
        await office.says(ANA)
    assert len(await office.mailed()) == 1


async def test_what_is_kept_of_a_mailbox_is_sealed_and_the_secret_forgotten_once_mailed(office: Office) -> None:
    await office.says("/abonner 44")
    await office.says(ANA)
    (text,) = await office.mailed()
    secret = LINK.findall(text)[0].rpartition("/")[2]

    def rows(connection: Connection) -> list[bytes]:
        found = connection.execute(select(MAIL_REQUEST)).all()
        return [row.request + row.mailbox + row.token for row in found]

    (kept,) = await office.house.store.read(rows)
    assert b"ana@" not in kept
    (row,) = await office.house.store.read(lambda c: c.execute(select(MAIL_REQUEST)).all())
    sealed = office.house.vault.open(row.request, table="mail_request", row=row.mailbox, column="request")
    assert secret.encode() not in sealed


async def test_a_year_later_a_mailbox_is_asked_again_by_a_link(office: Office) -> None:
    await office.agrees()
    office.clock.advance(timedelta(days=365))
    text = (await office.mailed())[-1]
    (link,) = LINK.findall(text)
    assert link.startswith("/abonnement/")
    await office.presses(link)
    (row,) = await office.house.store.read(lambda c: c.execute(select(SUBSCRIPTION)).all())
    assert row.consented_at == office.clock()


async def test_an_agent_who_gave_an_address_reads_the_report_there_too(office: Office) -> None:
    house = office.house
    await enrol(house, Role.OFFICER, "dep-44")
    assert "Je ne lis pas" in await say(house, "/agent courriel x@y@z")
    assert "courriel" in await say(house, "/agent courriel Agente@Example.gouv.fr")
    await office.agrees()
    await confirmed(house)
    office.clock.advance(timedelta(minutes=2))
    await office.mailed()
    (report,) = await office.mailed("agente@example.gouv.fr")
    assert "Le message n° 1 est envoyé." in report.replace("\xa0", " ")
    assert "envoyés\xa0: 1" in report
    assert "plus de courriel" in await say(house, "/agent courriel non")


async def test_without_a_mail_server_the_page_leads_to_the_feed(house: House) -> None:
    said = plain(await house.dialogue.answer(Message(Address("web", "x"), "/abonner 44")))
    assert "/agenda/france" in said
