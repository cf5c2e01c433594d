"""A Telegram door in front of the strict double, behind it a mailroom in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.platforms.telegram import TelegramCarrier, TelegramDoor, TelegramSettings, open_telegram
from bot.post.weather import Weather
from bot.talk.message import Card, Reply, Text
from bot.talk.wording import Wording
from tests.platforms.letterbox import Letterbox
from tests.telegram_server import TelegramServer


@dataclass
class Bot:
    """A door, its carrier, and what it hands over."""

    door: TelegramDoor
    carrier: TelegramCarrier
    post: Letterbox
    listening: asyncio.Task[None] | None = None

    def listens(self) -> None:
        """Listen from now on."""
        self.listening = asyncio.create_task(self.door.listen())


async def inquire(text: str, _language: str | None) -> Reply:
    """An answer to an inline query."""
    return Reply((Text(f"Pour : {text}"), Card("Bains-douches <1>", ("Nantes", "Ouvert"))))


def make_bot(telegram: TelegramServer, *, webhook: str | None = None, post: Letterbox | None = None) -> Bot:
    """A bot for this server."""
    post = post or Letterbox()
    settings = TelegramSettings(token=telegram.token, api_url=telegram.url, webhook=webhook, secret="s3cret")
    door, carrier = open_telegram(settings, post=post, words=Wording().say, inquire=inquire, weather=Weather())
    return Bot(door, carrier, post)


@pytest.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    made = make_bot(telegram)
    yield made
    if made.listening:
        made.listening.cancel()
        await asyncio.gather(made.listening, return_exceptions=True)
    await made.door.close()
