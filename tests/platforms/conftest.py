"""The web chat over a scripted conversation, at a moment that tests choose."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.platforms.web import WebSettings, make_app
from bot.talk.wording import Wording
from tests.platforms.scripted import Scripted, token_in

Client = TestClient[web.Request, web.Application]
KEY = b"0123456789abcdef0123456789abcdef"


@dataclass
class Clock:
    """A clock that moves when it is told to."""

    now: datetime = datetime(2026, 11, 21, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, delay: timedelta) -> None:
        self.now += delay


@dataclass
class Visitor:
    """A browser without JavaScript that opened the page."""

    client: Client
    token: str = ""

    async def open(self, **headers: str) -> str:
        text = await (await self.client.get("/", headers=headers)).text()
        self.token = token_in(text)
        return text

    async def send(
        self, text: str | None = None, headers: dict[str, str] | None = None, **fields: str
    ) -> ClientResponse:
        said = {"csrf": self.token, **({} if text is None else {"text": text}), **fields}
        return await self.client.post("/message", data=said, headers=headers)

    async def say(self, text: str) -> str:
        response = await self.send(text)
        assert response.status == 200
        return await response.text()


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording()


@pytest.fixture
def scripted() -> Scripted:
    return Scripted()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings() -> WebSettings:
    return WebSettings(key=KEY, publisher="DDETS de la Nièvre")


@pytest.fixture
async def client(scripted: Scripted, wording: Wording, clock: Clock, settings: WebSettings) -> AsyncIterator[Client]:
    app = make_app(scripted.core(wording), settings, now=clock)
    async with TestClient(TestServer(app)) as opened:
        yield opened


@pytest.fixture
async def visitor(client: Client) -> Visitor:
    arrived = Visitor(client)
    await arrived.open()
    return arrived
