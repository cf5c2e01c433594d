"""The webhook: stored before it is acknowledged, closed to whoever has not the secret."""

from __future__ import annotations

import asyncio
import io
import json

import aiohttp
import pytest
from aiohttp import web

from bot.platforms.telegram import WEBHOOK_PATH, routes
from bot.post.door import Health
from tests.platforms.letterbox import Letterbox
from tests.platforms.telegram.conftest import make_bot
from tests.telegram_server import TelegramServer
from tests.waiting import until


@pytest.fixture
async def webhook(telegram: TelegramServer) -> object:
    """A bot behind a web server whose own limit is smaller than Telegram's."""
    app = web.Application(client_max_size=64 * 1024)
    runner = web.AppRunner(app)
    post = Letterbox()
    bot = make_bot(telegram, webhook="to be known", post=post)
    app.add_routes(routes(bot.door))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}{WEBHOOK_PATH}"
    object.__setattr__(bot.door.settings, "webhook", address)
    bot.listens()
    await until(lambda: telegram.webhook)
    yield bot, address
    assert bot.listening
    bot.listening.cancel()
    await asyncio.gather(bot.listening, return_exceptions=True)
    await bot.door.close()
    await runner.cleanup()


async def call(address: str, body: object, *, secret: str | None = "s3cret", method: str = "POST") -> tuple[int, bytes]:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret is not None else {}
    data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
    async with aiohttp.ClientSession() as session, session.request(method, address, data=data, headers=headers) as got:
        return got.status, await got.read()


UPDATE = {
    "update_id": 5,
    "message": {"message_id": 1, "chat": {"id": 7, "type": "private"}, "from": {"id": 7}, "text": "x"},
}


async def test_by_webhook_an_update_is_stored_before_it_is_acknowledged(telegram: TelegramServer, webhook) -> None:
    bot, _ = webhook
    bot.post.away = 2
    number = telegram.person().says("douche")
    await bot.post.gets(1)
    assert bot.post.away == 0
    await until(lambda: number in telegram.acknowledged)
    assert telegram.webhook["secret_token"] == "s3cret"


@pytest.mark.parametrize("secret", [None, "", "s3cre", "s3crét", "S3CRET", "s3crets"])
async def test_without_the_very_secret_nothing_is_stored(webhook, secret: str | None) -> None:
    bot, address = webhook
    assert await call(address, UPDATE, secret=secret) == (401, b"")
    assert bot.post.received == 0


async def test_a_body_over_a_megabyte_is_refused_even_when_it_does_not_say_so(webhook) -> None:
    bot, address = webhook

    async def endless():
        for _ in range(20):
            yield b" " * 100_000

    headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
    async with aiohttp.ClientSession() as session, session.post(address, data=endless(), headers=headers) as got:
        assert got.status == 413
    assert (await call(address, b" " * 1_100_000))[0] == 413
    large = {**UPDATE, "message": {**UPDATE["message"], "text": "x" * 900_000}}  # type: ignore[dict-item]
    assert (await call(address, large))[0] == 200
    assert len(bot.post.messages) == 1


async def test_only_posts_are_taken_and_what_makes_no_sense_is_acknowledged(webhook) -> None:
    bot, address = webhook
    assert (await call(address, UPDATE, method="GET"))[0] == 405
    for body in (b"not json", b"[]", b"[" * 100_000, b'{"update_id": "x"}', b"\xff\xfe"):
        assert (await call(address, body))[0] == 200
    assert not bot.post.arrivals


async def test_while_stopping_or_without_the_database_it_is_to_be_delivered_again(webhook) -> None:
    bot, address = webhook
    bot.post.away = 1
    assert (await call(address, UPDATE))[0] == 503
    bot.door.stopping = True
    assert (await call(address, UPDATE))[0] == 503
    bot.door.stopping = False
    assert (await call(address, UPDATE))[0] == 200


async def test_behind_a_webhook_the_sends_tell_that_telegram_is_away(webhook) -> None:
    bot, _ = webhook
    await until(lambda: bot.door.health is Health.OPEN)
    bot.door.weather.failed(5, begun=4)
    away = bot.door.health
    bot.door.weather.succeeded()
    assert (away, bot.door.health) == (Health.UNREACHABLE, Health.OPEN)


async def test_the_same_update_delivered_five_times_is_one_message(webhook) -> None:
    bot, address = webhook
    assert {(await call(address, UPDATE))[0] for _ in range(5)} == {200}
    assert len(bot.post.arrivals) == 1
