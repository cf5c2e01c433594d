"""The server: methods of the Bot API, updates by polling or webhook, faults on demand."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Self

from aiohttp import web

from tests.telegram_server.calls import Call, answered, read_call
from tests.telegram_server.errors import ApiError
from tests.telegram_server.faults import Fault
from tests.telegram_server.flood import Flood
from tests.telegram_server.mailbox import Mailbox
from tests.telegram_server.memory import Memory
from tests.telegram_server.methods import METHODS, NAMES
from tests.telegram_server.places import SUPERGROUP, Group, Person
from tests.telegram_server.sent import Raw, Refused
from tests.telegram_server.webhook import Pusher

LARGEST_REQUEST = 51 * 1024 * 1024


@dataclass
class TelegramServer(Memory):
    """`retry`: how long the webhook's second of waiting is; `port` 0: any that is free."""

    retry: float = 0.05
    port: int = 0
    flood: Flood = field(default_factory=Flood)
    faults: list[Fault] = field(default_factory=list)
    _people: itertools.count[int] = field(default_factory=lambda: itertools.count(501))
    _runner: web.AppRunner | None = None

    def __post_init__(self) -> None:
        self.mailbox = Mailbox(lambda: self.wall(), remembers=self.remembers)  # noqa: PLW0108 - a test may change the clock
        self.pusher = Pusher(self.mailbox, self.retry)

    async def __aenter__(self) -> Self:
        await self.up()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.pusher.close()
        await self.down()

    @property
    def url(self) -> str:
        """What stands for https://api.telegram.org."""
        return f"http://127.0.0.1:{self.port}"

    async def up(self) -> None:
        """Listen, on the same port as before."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", self._api)
        app.router.add_get("/file/bot{token}/files/{number}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True).start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Refuse every connection; the webhook, if any, is still fed."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    # People.

    def person(self, *, language: str = "fr", name: str = "Ana", bot: bool = False) -> Person:
        """Somebody who wrote to the bot already, in a private chat."""
        person = self.stranger(language=language, name=name, bot=bot)
        self.chats.add(person.chat["id"])
        return person

    def stranger(self, *, language: str = "fr", name: str = "Ana", bot: bool = False) -> Person:
        """Somebody who never wrote: the bot may not write first."""
        number = next(self._people)
        user: Raw = {"id": number, "is_bot": bot, "first_name": name}
        user |= {"language_code": language} if language else {}
        return Person(self, user, self._room({"id": number, "type": "private", "first_name": name}))

    def group(self, *people: Person, kind: str = "supergroup") -> Group:
        """A group ("group" or "supergroup") that the bot is in; gives its first member."""
        number = -next(self._people) + (SUPERGROUP if kind == "supergroup" else 0)
        self.chats.add(number)
        return Group(self, people[0].user, self._room({"id": number, "type": kind, "title": "Maraude"}))

    def _room(self, room: Raw) -> Raw:
        self.rooms[room["id"]] = room
        return room

    # Updates.

    @property
    def pending(self) -> dict[int, Raw]:
        """The updates that wait, by their ids."""
        return self.mailbox.pending

    @property
    def acknowledged(self) -> set[int]:
        """The updates that an offset passed, or that got a 2xx."""
        return self.mailbox.acknowledged

    @property
    def webhook(self) -> Raw:
        """What `setWebhook` set, `{}` when nothing is set."""
        return self.pusher.webhook

    def deliver(self, **content: Any) -> int:
        """A new update, unless the bot wants none of this kind; gives its id."""
        number, wanted = self.mailbox.make(content)
        if wanted:
            self.pusher.push(number)
        return number

    def raw(self, update: Raw) -> None:
        """Any update, however malformed."""
        if isinstance(message := update.get("message"), dict):
            self._known(message)
        self.mailbox.put(update)
        self.pusher.push(update["update_id"])

    def redeliver(self, number: int, update: Raw | None = None, *, times: int = 1) -> None:
        """Deliver again what was acknowledged; by polling, the answers that follow hold it once more."""
        for _ in range(times):
            self.mailbox.again(number, update)
            self.pusher.push(number)

    def _known(self, message: Raw) -> None:
        chat = message.get("chat")
        if isinstance(chat, dict) and isinstance(chat.get("id"), int) and isinstance(message.get("message_id"), int):
            self.remember(message)

    # Calls.

    def fault(
        self,
        method: str,
        kind: str,
        *,
        times: int | None = 1,
        share: float = 1.0,
        retry_after: Callable[[], int] | int = 1,
        seed: int = 7,
    ) -> None:
        """Make calls go wrong: see `Fault`."""
        after = retry_after if callable(retry_after) else (lambda: retry_after)
        self.faults.append(Fault(method, kind, times, share, after, random.Random(seed)))

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        method = NAMES.get(method.lower(), method)
        self.requests[method] += 1
        call = Call(method, {})
        try:
            self._check(request.match_info["token"], method)
            call = await read_call(request, method)
            fault = next((each for each in self.faults if each.strikes(method)), None)
            if fault and not fault.after:
                return await fault.answer(request)
            before = len(self.sent)
            result = await METHODS[method](self, call)
            if fault:
                self._unanswered(before)
                return await fault.answer(request)
        except ApiError as error:
            return self._refused(call, error)
        except web.HTTPRequestEntityTooLarge:
            return self._refused(call, ApiError(413))
        return answered({"ok": True, "result": result})

    def _check(self, token: str, method: str) -> None:
        if token != self.token:
            raise ApiError(401)
        if method not in METHODS:
            raise ApiError(404, "method not found")

    def _unanswered(self, before: int) -> None:
        """What was accepted just now, if anything, will not be told."""
        for sent in self.sent[before:]:
            self.sent[-1] = self.heard[sent.chat][-1] = replace(sent, answered=False)

    def _refused(self, call: Call, error: ApiError) -> web.Response:
        self.refuse(Refused(call.method, call.number("chat_id") or None, error.code, error.description, self.clock()))
        headers = {"Retry-After": str(error.parameters["retry_after"])} if error.code == 429 else {}
        return answered(error.body, status=error.code, headers=headers)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """What stands at a `file_path`; `requests["download"]` counts, and `fault("download", …)` spoils it."""
        self.requests["download"] += 1
        held = self.files.get(request.match_info["number"])
        if request.match_info["token"] != self.token or held is None:
            return answered(ApiError(404).body, status=404)
        size, content = held
        content = content or bytes(size)
        if fault := next((each for each in self.faults if each.strikes("download")), None):
            return await fault.spoil(request, content)
        return web.Response(body=content)
