"""Telegram, or what stands in its place, answers anything: what it means for a send, and what an error may tell."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.platforms.telegram import TelegramCarrier, request
from bot.platforms.telegram.request import Request, UnsentError
from bot.post.carrier import (
    ClosedError,
    DoubtError,
    GoneError,
    NotSentError,
    RefusedError,
    SendError,
    TooFastError,
)
from tests.platforms.telegram.conftest import make_bot
from tests.telegram_server import TelegramServer

TOKEN = "4242:test-token"
PARCEL = {"method": "sendMessage", "params": {"text": "x"}}
Answer = Callable[[], web.StreamResponse]


class Gateway:
    """What stands in the place of Telegram, and answers as it is told; `silent`: it never does."""

    def __init__(self) -> None:
        self.answer: Answer = web.Response
        self.silent = False
        self.calls = 0
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def receive(self, asked: web.Request) -> web.StreamResponse:
        self.calls += 1
        if self.silent:
            await asyncio.sleep(60)
        if self.answer is web.StreamResponse and asked.transport:
            asked.transport.abort()
        return self.answer()


@pytest.fixture
async def gateway() -> AsyncIterator[Gateway]:
    there, app = Gateway(), web.Application()
    app.router.add_route("*", "/{any:.*}", there.receive)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    there.port = runner.addresses[0][1]
    yield there
    await runner.cleanup()


@pytest.fixture
async def carrier(gateway: Gateway) -> AsyncIterator[TelegramCarrier]:
    bot = make_bot(TelegramServer(token=TOKEN, port=gateway.port))
    yield bot.carrier
    await bot.door.close()


def page(status: int, text: str = "<h1>sorry</h1>", **more: Any) -> Answer:
    return lambda: web.Response(status=status, text=text, content_type="text/html", **more)


def told(status: int, **body: Any) -> Answer:
    return lambda: web.json_response(body, status=status)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (page(200), DoubtError),
        (page(204), DoubtError),
        (page(400), DoubtError),
        (page(403), DoubtError),
        (page(404), DoubtError),
        (page(429), TooFastError),
        (page(502), DoubtError),
        (page(301, headers={"Location": "/elsewhere"}), DoubtError),
        (told(200), DoubtError),
        (lambda: web.json_response([1]), DoubtError),
        (lambda: web.json_response([1], status=500), DoubtError),
        (told(404, ok=False, description="Not Found"), ClosedError),
        (told(401, ok=False, description="Unauthorized"), ClosedError),
        (told(403, ok=False, description="Forbidden: bot was blocked by the user"), GoneError),
        (told(400, ok=False, description="Bad Request: CHAT NOT FOUND"), GoneError),
        (told(400, ok=False, description="Bad Request: Peer_id_invalid"), GoneError),
        (told(400, ok=False, description="Bad Request: message is too long"), RefusedError),
        (told(500, ok=False, description="Internal Server Error"), DoubtError),
        (told(429, ok=False, description="x", parameters={"retry_after": "soon"}), TooFastError),
        (web.StreamResponse, DoubtError),
    ],
)
async def test_each_answer_has_one_meaning(
    gateway: Gateway, carrier: TelegramCarrier, answer: Answer, expected: type[SendError]
) -> None:
    gateway.answer = answer
    with pytest.raises(expected):
        await carrier.send("7", PARCEL, "k")
    assert gateway.calls == 1


async def test_a_silence_that_is_not_counted_is_five_seconds(gateway: Gateway, carrier: TelegramCarrier) -> None:
    gateway.answer = page(429)
    with pytest.raises(TooFastError) as slow:
        await carrier.send("7", PARCEL, "k")
    assert slow.value.seconds == 5


async def test_what_cannot_be_read_is_not_written_in_the_journal(
    gateway: Gateway, carrier: TelegramCarrier, caplog: pytest.LogCaptureFixture
) -> None:
    gateway.answer = page(502, "the words of somebody")
    with pytest.raises(DoubtError):
        await carrier.send("7", PARCEL, "k")
    assert "the words" not in caplog.text


async def failure(url: str, **more: Any) -> tuple[type[BaseException], str]:
    """How a call ends, and all that its error could show."""
    asking = Request(url)
    try:
        with pytest.raises(TelegramError) as failed:
            await asking.post(f"{url}/bot{TOKEN}/getMe", **more)
    finally:
        await asking.shutdown()
    return failed.type, "".join(traceback.format_exception(failed.value))


async def test_no_error_shows_the_token(gateway: Gateway) -> None:
    gateway.answer = web.StreamResponse
    failures = [await failure(gateway.url)]
    gateway.silent = True
    failures.append(await failure(gateway.url, read_timeout=0.05))
    failures += [await failure("http://nowhere.invalid"), await failure("http://127.0.0.1:1")]
    assert [kind for kind, _ in failures] == [NetworkError, TimedOut, UnsentError, UnsentError]
    assert not [shown for _, shown in failures if "test-token" in shown]


async def test_a_call_that_finds_no_place_in_the_pool_was_not_sent(
    gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request, "CONNECTIONS", 1)
    monkeypatch.setattr(request, "CONNECT", 0.05)
    gateway.silent = True
    asking = Request(gateway.url)
    long = asyncio.create_task(asking.post(f"{gateway.url}/bot{TOKEN}/getUpdates"))
    while not gateway.calls:  # noqa: ASYNC110 - the server tells nobody
        await asyncio.sleep(0.005)
    with pytest.raises(UnsentError) as failed:
        await asking.post(f"{gateway.url}/bot{TOKEN}/sendMessage")
    assert "test-token" not in "".join(traceback.format_exception(failed.value))
    long.cancel()
    await asyncio.gather(long, return_exceptions=True)
    await asking.shutdown()


@pytest.mark.parametrize("proxied", [True, False])
async def test_the_proxy_of_the_environment_is_used(
    gateway: Gateway, monkeypatch: pytest.MonkeyPatch, *, proxied: bool
) -> None:
    monkeypatch.setenv("http_proxy", gateway.url)
    monkeypatch.setenv("no_proxy", "" if proxied else "telegram.invalid")
    gateway.answer = told(200, ok=True, result=True)
    asking = Request("http://telegram.invalid")
    try:
        if proxied:
            assert await asking.post(f"http://telegram.invalid/bot{TOKEN}/getMe") is True
        else:
            with pytest.raises(UnsentError):
                await asking.post(f"http://telegram.invalid/bot{TOKEN}/getMe")
    finally:
        await asking.shutdown()


async def test_a_refused_connection_is_surely_not_sent() -> None:
    bot = make_bot(TelegramServer(token=TOKEN, port=1))
    with pytest.raises(NotSentError):
        await bot.carrier.send("7", PARCEL, "k")
    await bot.door.close()
