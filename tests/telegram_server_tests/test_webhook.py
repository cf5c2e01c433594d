"""Updates that are pushed to the bot."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, RetryAfter

from tests.telegram_server import TelegramServer
from tests.telegram_server_tests.conftest import Client, Clock
from tests.waiting import until


@dataclass
class Hook:
    """A bot's web server: what it got, and what it answers (200 when nothing more is told)."""

    answers: list[web.Response] = field(default_factory=list)
    got: list[dict[str, Any]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    together: int = 0
    most: int = 0
    url: str = ""

    async def receive(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append(update)
        self.at.append(time.monotonic())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.together += 1
        self.most = max(self.most, self.together)
        try:
            if said := self.held.get(update.get("message", {}).get("text") or update["callback_query"]["data"]):
                await said.wait()
        finally:
            self.together -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] if "message" in update else "press" for update in self.got]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    there, app = Hook(), web.Application()
    app.router.add_post("/hook", there.receive)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    there.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield there
    await runner.cleanup()


@pytest.fixture(autouse=True)
def fast(telegram: TelegramServer) -> None:
    telegram.pusher.second = 0.01


async def test_what_waited_and_what_comes_is_pushed_with_the_secret(
    telegram: TelegramServer, library: Bot, hook: Hook
) -> None:
    ana = telegram.person()
    before = ana.says("avant")
    await library.set_webhook(hook.url, secret_token="s3-cret_")
    after = ana.says("après")
    await until(lambda: telegram.acknowledged == {before, after})
    assert hook.texts == ["avant", "après"]
    assert set(hook.secrets) == {"s3-cret_"}


async def test_without_a_secret_none_is_told(telegram: TelegramServer, api: Client, hook: Hook) -> None:
    await api("setWebhook", url=hook.url)
    telegram.person().says("x")
    await until(lambda: hook.secrets)
    assert hook.secrets == [None]


@pytest.mark.parametrize("status", [302, 400, 401, 404, 500, 503])
async def test_what_is_not_taken_is_pushed_again_in_order(
    telegram: TelegramServer, api: Client, hook: Hook, status: int
) -> None:
    hook.answers = [web.Response(status=status, headers={"Location": "/elsewhere"}) for _ in range(3)]
    ana = telegram.person()
    numbers = {ana.says("un"), ana.says("deux")}
    await api("setWebhook", url=hook.url)
    await until(lambda: telegram.acknowledged == numbers)
    assert hook.texts == ["un"] * 4 + ["deux"]
    info = await api("getWebhookInfo")
    assert info["last_error_message"].startswith(f"Wrong response from the webhook: {status}")


async def test_pauses_are_as_long_as_the_bot_wishes_else_longer_and_longer(
    telegram: TelegramServer, api: Client, hook: Hook
) -> None:
    hook.answers = [web.Response(status=503, headers={"Retry-After": "30"})]
    hook.answers += [web.Response(status=503) for _ in range(3)]
    telegram.person().says("x")
    await api("setWebhook", url=hook.url)
    await until(lambda: telegram.acknowledged)
    pauses = [later - earlier for earlier, later in zip(hook.at, hook.at[1:], strict=False)]
    assert pauses[0] > 0.28
    assert pauses[1] >= 0.02
    assert pauses[3] >= 0.08


async def test_while_nobody_listens_updates_wait(telegram: TelegramServer, api: Client, hook: Hook) -> None:
    await api("setWebhook", url="http://127.0.0.1:1/hook")
    number = telegram.person().says("x")
    await until(lambda: telegram.pusher.failures >= 3)
    assert number in telegram.pending
    telegram.flood.on = False
    await api("setWebhook", url=hook.url)
    await until(lambda: telegram.acknowledged == {number})
    assert hook.texts == ["x"]


async def test_a_chat_waits_for_itself_not_for_others_and_buttons_wait_for_no_message(
    telegram: TelegramServer, api: Client, hook: Hook
) -> None:
    ana, bob = telegram.person(), telegram.person(name="Bob")
    hook.held["lent"] = asyncio.Event()
    await api("setWebhook", url=hook.url)
    ana.says("lent")
    ana.says("ensuite")
    ana.presses("/plus", of=None)
    bob.says("autre")
    await until(lambda: len(hook.got) == 3)
    assert sorted(hook.texts) == ["autre", "lent", "press"]
    hook.held["lent"].set()
    await until(lambda: len(telegram.acknowledged) == 4)
    assert hook.texts[-1] == "ensuite"


async def test_a_button_waits_for_no_button_of_somebody_else(telegram: TelegramServer, api: Client, hook: Hook) -> None:
    hook.held["/lent"] = asyncio.Event()
    await api("setWebhook", url=hook.url)
    ana, bob = telegram.person(), telegram.person(name="Bob")
    ana.presses("/lent", of=None)
    ana.presses("/ensuite", of=None)
    number = bob.presses("/plus", of=None)
    await until(lambda: telegram.acknowledged == {number})
    hook.held["/lent"].set()
    await until(lambda: len(telegram.acknowledged) == 3)
    assert [update["callback_query"]["data"] for update in hook.got] == ["/lent", "/plus", "/ensuite"]


async def test_no_more_are_pushed_at_once_than_asked(telegram: TelegramServer, api: Client, hook: Hook) -> None:
    hook.held["x"] = asyncio.Event()
    await api("setWebhook", url=hook.url, max_connections=3)
    for _ in range(10):
        telegram.person().says("x")
    await until(lambda: hook.together == 3)
    await asyncio.sleep(0.05)
    hook.held["x"].set()
    await until(lambda: len(telegram.acknowledged) == 10)
    assert hook.most == 3


async def test_without_a_webhook_any_more_nothing_is_pushed_and_what_waits_can_be_asked_for(
    telegram: TelegramServer, api: Client, hook: Hook
) -> None:
    hook.answers = [web.Response(status=500) for _ in range(1000)]
    number = telegram.person().says("x")
    await api("setWebhook", url=hook.url)
    await until(lambda: hook.got)
    await api("deleteWebhook")
    assert [update["update_id"] for update in await api("getUpdates")] == [number]
    pushed = len(hook.got)
    await asyncio.sleep(0.1)
    assert len(hook.got) <= pushed + 1


async def test_what_waits_is_dropped_when_told(telegram: TelegramServer, api: Client, hook: Hook) -> None:
    ana = telegram.person()
    old = ana.says("vieux")
    await api("setWebhook", url=hook.url, drop_pending_updates=True)
    ana.says("neuf")
    await until(lambda: hook.got)
    assert hook.texts == ["neuf"]
    assert telegram.mailbox.dropped == {old}


async def test_what_is_too_old_is_pushed_no_more(
    telegram: TelegramServer, api: Client, hook: Hook, clock: Clock
) -> None:
    hook.answers = [web.Response(status=500) for _ in range(1000)]
    ana = telegram.person()
    pressed, said = ana.presses("/plus", of=None), ana.says("douche")
    await api("setWebhook", url=hook.url)
    await until(lambda: len(hook.got) >= 3)
    clock.now += 150
    await until(lambda: telegram.mailbox.dropped == {pressed})
    hook.answers.clear()
    await until(lambda: telegram.acknowledged == {said})


async def test_an_update_is_pushed_again_though_it_was_taken(telegram: TelegramServer, api: Client, hook: Hook) -> None:
    await api("setWebhook", url=hook.url)
    number = telegram.person().says("x")
    await until(lambda: telegram.acknowledged == {number})
    telegram.redeliver(number)
    await until(lambda: len(hook.got) == 2)
    assert hook.got[0] == hook.got[1]


async def test_the_webhook_is_told(telegram: TelegramServer, library: Bot) -> None:
    assert (await library.get_webhook_info()).url == ""
    telegram.person().says("x")
    kinds = ["message", "callback_query"]
    await library.set_webhook("http://127.0.0.1:1/hook", max_connections=7, allowed_updates=kinds)
    await until(lambda: telegram.pusher.failures)
    info = await library.get_webhook_info()
    assert (info.url, info.max_connections, info.pending_update_count) == ("http://127.0.0.1:1/hook", 7, 1)
    assert set(info.allowed_updates) == set(kinds)
    assert info.last_error_message == "Connection refused"
    await library.set_webhook("")
    assert (await library.get_webhook_info()).url == ""


@pytest.mark.parametrize(
    ("url", "secret", "reason"),
    [
        ("http://solipacte.fr/hook", "x", "An HTTPS URL must be provided for webhook"),
        ("nulle part", "x", "An HTTPS URL must be provided for webhook"),
        ("https://solipacte.fr/hook", "x" * 257, "Secret token is too long"),
        ("https://solipacte.fr/hook", "é", "Secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_that_cannot_be_is_refused(
    telegram: TelegramServer, library: Bot, url: str, secret: str, reason: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await library.set_webhook(url, secret_token=secret)
    assert not telegram.webhook


async def test_a_webhook_is_set_once_a_second(telegram: TelegramServer, library: Bot, clock: Clock) -> None:
    await library.set_webhook("https://solipacte.invalid/hook")
    with pytest.raises(RetryAfter):
        await library.set_webhook("https://solipacte.invalid/hook")
    clock.now += 1
    await library.set_webhook("https://solipacte.invalid/hook")
    assert telegram.webhook["url"] == "https://solipacte.invalid/hook"
