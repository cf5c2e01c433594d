"""The server: methods of the Bot API, updates by polling or webhook, faults on demand."""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.telegram_server.chats import Group, Person, Raw, Sent
from tests.telegram_server.methods import METHODS
from tests.telegram_server.rules import ApiError, Flood

_STRUCTURED = {
    *("reply_markup", "reply_parameters", "allowed_updates", "commands"),
    *("results", "link_preview_options", "scope", "button"),
}
PRIORITY = ("callback_query",)


@dataclass
class Fault:
    """What goes wrong: `kind` is 500, 502, hang, reset, reset_after, 429; `left`: how many times, None for ever."""

    method: str
    kind: str
    left: int | None
    share: float
    retry_after: Callable[[], int]


@dataclass(slots=True)
class Call:
    """One call of a method."""

    parameters: dict[str, Any]
    files: dict[str, tuple[str, bytes]]


@dataclass
class TelegramServer:
    """`clock`: seconds for the flood limits and `Sent.at`; `wall`: the time told in messages."""

    token: str = "4242:test-token"
    username: str = "solipacte_bot"
    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    retry: float = 0.05
    port: int = 0
    flood: Flood = field(default_factory=Flood)
    sent: list[Sent] = field(default_factory=list)
    answered: list[Raw] = field(default_factory=list)
    inline: dict[str, Raw] = field(default_factory=dict)
    requests: Counter[str] = field(default_factory=Counter)
    requested_at: list[tuple[str, float]] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    deactivated: set[int] = field(default_factory=set)
    migrated: dict[int, int] = field(default_factory=dict)
    chats: set[int] = field(default_factory=set)
    commands: dict[str, list[Raw]] = field(default_factory=dict)
    acknowledged: set[int] = field(default_factory=set)
    webhook: Raw = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    queries: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._updates, self._messages, self._queries, self._people = (
            itertools.count(start) for start in (1000, 1, 1, 501)
        )
        self.pending: dict[int, Raw] = {}
        self._news = asyncio.Event()
        self._poller: asyncio.Task[Any] | None = None
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._waiting: dict[str, list[int]] = defaultdict(list)

    @property
    def me(self) -> Raw:
        """The bot."""
        return {
            "id": 4242,
            "is_bot": True,
            "first_name": "Solipacte",
            "username": self.username,
            "supports_inline_queries": True,
        }

    @property
    def url(self) -> str:
        """What stands for https://api.telegram.org."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30))
        await self.up()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.down()
        for task in self._lanes.values():
            task.cancel()
        await asyncio.gather(*self._lanes.values(), return_exceptions=True)
        if self._session:
            await self._session.close()

    async def up(self) -> None:
        """Listen, on the same port as before."""
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._api)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Refuse every connection."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    # People, and what they do.

    def person(self, *, language: str = "fr", name: str = "Ana") -> Person:
        """Somebody, in a private chat with the bot."""
        number = next(self._people)
        self.chats.add(number)
        user = {"id": number, "is_bot": False, "first_name": name, "language_code": language}
        return Person(self, user, {"id": number, "type": "private", "first_name": name})

    def group(self, *people: Person, kind: str = "supergroup") -> Group:
        """A group with the bot; gives its first member."""
        number = -next(self._people)
        self.chats.add(number)
        return Group(self, people[0].user, {"id": number, "type": kind, "title": "Maraude"})

    def next_message(self) -> int:
        """A fresh message id."""
        return next(self._messages)

    def next_query(self) -> int:
        """A fresh id of a callback or inline query."""
        number = next(self._queries)
        self.queries.add(str(number))
        return number

    def shown(self, sent: Sent, chat: Raw) -> Raw:
        """A message of the bot, as it comes back in an update."""
        message: Raw = {
            "message_id": sent.message_id,
            "date": int(self.wall()),
            "chat": chat,
            "from": self.me,
            "text": sent.text or "x",
        }
        if sent.reply_to:
            asked = next((m for m in self.pending_messages if m["message_id"] == sent.reply_to), None)
            if asked:
                message["reply_to_message"] = {key: value for key, value in asked.items() if key != "reply_to_message"}
        return message

    pending_messages: list[Raw] = field(default_factory=list)

    def fault(
        self,
        method: str,
        kind: str,
        *,
        times: int | None = 1,
        share: float = 1.0,
        retry_after: Callable[[], int] | int = 1,
    ) -> None:
        """Make calls go wrong; "*" is any method."""
        after = retry_after if callable(retry_after) else (lambda: retry_after)
        self.faults.append(Fault(method, kind, times, share, after))

    # Updates.

    def deliver(self, **content: Any) -> int:
        """Queue an update; gives its id."""
        number = next(self._updates)
        self.raw({"update_id": number, **content})
        return number

    def raw(self, update: Raw) -> None:
        """Queue any update, however malformed."""
        number = update["update_id"]
        self.pending[number] = update
        if isinstance(message := update.get("message"), dict):
            self.pending_messages.append(message)
        self._news.set()
        if self.webhook.get("url"):
            self._queue(number)

    def redeliver(self, number: int, update: Raw) -> None:
        """Deliver again what was acknowledged."""
        self.raw({**update, "update_id": number})

    def start_webhook(self) -> None:
        """Deliver what waits to the webhook."""
        for number in sorted(self.pending):
            self._queue(number)

    def _queue(self, number: int) -> None:
        update = self.pending[number]
        lane = _lane(update)
        self._waiting[lane].append(number)
        if lane not in self._lanes or self._lanes[lane].done():
            self._lanes[lane] = asyncio.create_task(self._push(lane))

    async def _push(self, lane: str) -> None:
        """Deliver the updates of one chat, one after the other, again until they are acknowledged."""
        while self._waiting[lane]:
            number = self._waiting[lane][0]
            if number not in self.pending or await self._post(self.pending[number]):
                self._waiting[lane].pop(0)
                if self.pending.pop(number, None):
                    self.acknowledged.add(number)
            else:
                await asyncio.sleep(self.retry)

    async def _post(self, update: Raw) -> bool:
        headers = (
            {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret_token"]}
            if self.webhook.get("secret_token")
            else {}
        )
        headers["Content-Type"] = "application/json"
        assert self._session
        with suppress(aiohttp.ClientError, TimeoutError):
            async with self._session.post(self.webhook["url"], data=json.dumps(update), headers=headers) as response:
                return 200 <= response.status < 300
        return False

    async def updates(self, parameters: dict[str, Any]) -> list[Raw]:
        """`getUpdates`: what an offset passes is acknowledged; of two pollers the older is told to go."""
        if self.webhook.get("url"):
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if self._poller and not self._poller.done():
            self._poller.cancel("conflict")
        self._poller = asyncio.current_task()
        offset = int(parameters.get("offset") or 0)
        for number in [number for number in self.pending if number < offset]:
            del self.pending[number]
            self.acknowledged.add(number)
        try:
            async with asyncio.timeout(int(parameters.get("timeout") or 0) or 0.001):
                while not self.pending:
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            return []
        except asyncio.CancelledError as error:
            if "conflict" in error.args:
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                ) from None
            raise
        return [self.pending[number] for number in sorted(self.pending)][: int(parameters.get("limit") or 100)]

    # Calls.

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        self.requests[method] += 1
        self.requested_at.append((method, self.clock()))
        try:
            call = Call(*await _read(request))
            self._known(request.match_info["token"], method)
            fault = self._strikes(method)
            if fault == "reset_after":
                await METHODS[method](self, call)
            if fault:
                return await _broken(fault, request)
            result = await METHODS[method](self, call)
        except ApiError as error:
            told = {"ok": False, "error_code": error.code, "description": error.description}
            return web.json_response(
                told | ({"parameters": error.parameters} if error.parameters else {}), status=error.code
            )
        return web.json_response({"ok": True, "result": result})

    def _known(self, token: str, method: str) -> None:
        if token != self.token:
            raise ApiError(401, "Unauthorized")
        if method not in METHODS:
            raise ApiError(404, "Not Found")

    def _strikes(self, method: str) -> str:
        for fault in self.faults:
            if fault.method not in ("*", method) or fault.left == 0 or self.chance.random() >= fault.share:
                continue
            fault.left = None if fault.left is None else fault.left - 1
            if fault.kind == "429":
                seconds = fault.retry_after()
                raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
            return fault.kind
        return ""


def _lane(update: Raw) -> str:
    for kind in PRIORITY:
        if kind in update:
            return f"{kind}{update[kind].get('from', {}).get('id')}"
    body = next((value for key, value in update.items() if key != "update_id" and isinstance(value, dict)), {})
    chat = body.get("chat") if isinstance(body.get("chat"), dict) else {}
    return str((chat or {}).get("id", "?"))


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, tuple[str, bytes]]]:
    if request.content_type == "application/json":
        return await request.json(), {}
    parameters: dict[str, Any] = {}
    files: dict[str, tuple[str, bytes]] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = (value.filename, value.file.read())
        else:
            parameters[name] = json.loads(str(value)) if name in _STRUCTURED else str(value)
    return parameters, files


async def _broken(fault: str, request: web.Request) -> web.StreamResponse:
    if fault == "500":
        return web.json_response({"ok": False, "error_code": 500, "description": "Internal Server Error"}, status=500)
    if fault == "502":
        return web.Response(text="<html><h1>502 Bad Gateway</h1></html>", content_type="text/html", status=502)
    if fault == "hang":
        await asyncio.sleep(60)
    if request.transport:
        request.transport.abort()
    return web.Response()
