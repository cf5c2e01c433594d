"""A bot in two ways: bare calls, and the library that the project uses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.telegram_server import TelegramServer


@dataclass
class Clock:
    """Time that goes when told."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Client:
    """Bare calls."""

    server: TelegramServer
    session: aiohttp.ClientSession

    async def __call__(self, method: str, **parameters: Any) -> Any:
        """Call a method that succeeds; gives the result."""
        status, answer = await self.ask(method, json=parameters)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refused(self, method: str, **parameters: Any) -> str:
        """Call a method that fails; gives the description."""
        status, answer = await self.ask(method, json=parameters)
        assert answer["ok"] is False, answer
        assert answer["error_code"] == status
        return str(answer["description"])

    async def ask(self, method: str, *, token: str = "", **more: Any) -> tuple[int, Any]:
        """Call a method; gives the status and the answer."""
        url = f"{self.server.url}/bot{token or self.server.token}/{method}"
        async with self.session.post(url, **more) as answer:
            return answer.status, await answer.json(content_type=None)


@pytest.fixture
async def api(telegram: TelegramServer) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(telegram, session)


@pytest.fixture
async def library(telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    """python-telegram-bot, as it comes."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    # Certificates are long to read, and there are none.
    request = HTTPXRequest(read_timeout=5, connect_timeout=5, httpx_kwargs={"verify": False})
    polls = HTTPXRequest(read_timeout=5, httpx_kwargs={"verify": False})
    async with Bot(
        telegram.token, f"{telegram.url}/bot", f"{telegram.url}/file/bot", request=request, get_updates_request=polls
    ) as bot:
        yield bot


@pytest.fixture
def clock(telegram: TelegramServer) -> Clock:
    """The server's two clocks, in hand."""
    telegram.clock = telegram.wall = clock = Clock()
    return clock
