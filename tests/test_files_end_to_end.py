"""Files through Telegram and the mailroom: fetched for agents only, by whoever answers, also after a restart."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from pydantic import SecretStr

from bot.app import House, open_house
from bot.cli.messengers import make_mailroom
from bot.platforms.telegram import TelegramDoor, TelegramSettings, open_telegram
from bot.post.mailroom import Mailroom
from bot.post.weather import Weather
from bot.records import invitations
from bot.records.agents import Speaker
from bot.records.diary import announced
from bot.records.permissions import Role
from bot.settings import Settings
from bot.talk.message import Address, Reply
from tests.calendars.conftest import calendar
from tests.databases import Server
from tests.house import TUESDAY, Clock, shipped
from tests.telegram_server import Person, TelegramServer
from tests.waiting import until

ICS = calendar("UID:a\nSUMMARY:Atelier\nDTSTART:20270316T133000Z\nLOCATION:Nantes").encode()


@dataclass
class Worker:
    """A process, all but for being one."""

    house: House
    mailroom: Mailroom
    door: TelegramDoor

    def dies(self) -> None:
        """Answer nothing more; what comes is stored."""
        self.mailroom.lanes._stopping = True


async def nothing(_text: str, _language: str | None) -> Reply:
    return Reply(())


@asynccontextmanager
async def working(settings: Settings, telegram: TelegramServer) -> AsyncIterator[Worker]:
    """A worker that takes up what waits, and sends."""
    async with open_house(settings, clock=Clock(), shipped=shipped()) as house:
        mailroom, weather = make_mailroom(house, CollectorRegistry(), clock=Clock()), Weather()
        asked = TelegramSettings(token=telegram.token, api_url=telegram.url)
        door, carrier = open_telegram(asked, post=mailroom, words=house.wording.say, inquire=nothing, weather=weather)
        house.dialogue.fetching.platforms[carrier.name] = carrier.fetch
        sending = asyncio.create_task(mailroom.add(carrier, weather).run())
        await mailroom.take_up(TUESDAY, crashed=True)
        try:
            yield Worker(house, mailroom, door)
        finally:
            await mailroom.lanes.drain(5)
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
            await door.close()
            await mailroom.locks.close()


async def enrol(house: House, person: Person) -> None:
    room = str(person.chat["id"])
    vault, speaker, where = house.vault, Speaker("telegram", room), Address("telegram", room)
    invite = partial(invitations.invite, vault=vault, role=Role.OFFICER, territory="dep-44", label="x", now=TUESDAY)
    code = await house.store.write(invite)
    await house.store.write(lambda c: invitations.take(c, vault, code, speaker, where, now=TUESDAY))


async def hear(worker: Worker, telegram: TelegramServer, number: int) -> None:
    """Store an update, as the door does when it comes."""
    await worker.door.handle([telegram.pending[number]])


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """The settings that both workers have."""
    if request.param == "sqlite":
        return Settings(data_dir=tmp_path)
    server: Server = request.getfixturevalue("postgresql")
    name = f"t{os.urandom(8).hex()}"
    server.run(f"CREATE DATABASE {name}")
    return Settings(data_dir=tmp_path, database_url=SecretStr(server.url(name)))


async def test_nothing_is_asked_of_telegram_about_the_file_of_a_stranger(
    settings: Settings, telegram: TelegramServer
) -> None:
    ana = telegram.person()
    async with working(settings, telegram) as worker:
        await hear(worker, telegram, ana.sends_file("agenda.ics", held=ICS))
        (heard,) = await ana.hears(1)
        assert heard.text == worker.house.wording.say("fr", "unread-file")
    assert telegram.requests["getFile"] == telegram.requests["download"] == 0


async def test_a_file_that_waits_is_fetched_after_a_restart(settings: Settings, telegram: TelegramServer) -> None:
    officer = telegram.person()
    async with working(settings, telegram) as first:
        await enrol(first.house, officer)
        first.dies()
        await hear(first, telegram, officer.sends_file("agenda.ics", held=ICS))
    assert telegram.requests["download"] == 0
    async with working(settings, telegram) as second:
        (shown,) = await officer.hears(1)
        assert "Atelier" in shown.text
        await hear(second, telegram, officer.presses("Appliquer", of=shown))
        await officer.hears(1, after=1)
        assert [event.title for event in await second.house.store.read(announced)] == ["Atelier"]


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
async def test_another_worker_fetches_it_and_a_third_the_yes(settings: Settings, telegram: TelegramServer) -> None:
    officer = telegram.person()
    async with working(settings, telegram) as first:
        await enrol(first.house, officer)
        first.dies()
        number = officer.sends_file("agenda.ics", held=ICS)
        await asyncio.gather(hear(first, telegram, number), hear(first, telegram, number))
        async with working(settings, telegram) as second:
            (shown,) = await officer.hears(1)
            second.dies()
            await until(lambda: not second.mailroom.lanes.busy)
            pressed = officer.presses("Appliquer", of=shown)
            await hear(second, telegram, pressed)
            async with working(settings, telegram) as third:
                await officer.hears(1, after=1)
                assert [event.title for event in await third.house.store.read(announced)] == ["Atelier"]
    assert telegram.requests["download"] == 2
    assert len(officer.heard) == 2
