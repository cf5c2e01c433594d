"""Updates pushed to the bot: in order in each chat, several chats at once, again until they are acknowledged."""

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.telegram_server.errors import ApiError
from tests.telegram_server.mailbox import Mailbox, Raw

CONNECTIONS, MOST_CONNECTIONS = 40, 100
# Seconds, in the bot's time.
LONGEST_PAUSE, LONGEST_WISH = 60, 3600
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_SECRET = re.compile(r"^[A-Za-z0-9_-]{0,256}$")
# They travel apart from the messages, and may overtake them.
_APART = ("callback_query", "inline_query", "chosen_inline_result")


def check_webhook(parameters: dict[str, Any]) -> None:
    """Raises ApiError. Beside what Telegram takes, http is, on loopback: tests have no certificate."""
    url, secret = str(parameters.get("url") or ""), str(parameters.get("secret_token") or "")
    if not url:
        return
    parts = urlsplit(url)
    if not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost"))):
        raise ApiError(400, "bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:
        raise ApiError(400, "secret token is too long")
    if not _SECRET.match(secret):
        raise ApiError(400, "secret token contains unallowed characters")


def lane_of(update: Raw) -> str:
    """What an update is delivered in order with."""
    kind, body = next(((key, value) for key, value in update.items() if key != "update_id"), ("", None))
    body = body if isinstance(body, dict) else {}
    part = "from" if kind in _APART else "chat"
    who = body.get(part)
    apart = kind if kind in _APART or kind == "my_chat_member" else ""
    return f"{apart} {who.get('id') if isinstance(who, dict) else '?'}"


@dataclass
class Pusher:
    """`second`: how long a second of waiting is, between two deliveries; `failures`: deliveries that were refused."""

    mailbox: Mailbox
    second: float
    webhook: Raw = field(default_factory=dict)
    failures: int = 0
    last_failure: tuple[float, str] | None = None
    _lanes: dict[str, deque[int]] = field(default_factory=dict)
    _tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _queued: set[int] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None
    _places: asyncio.Semaphore | None = None

    def set(self, parameters: dict[str, Any]) -> None:
        """Deliver to this address from now on, what waits first; without one, to none."""
        self.webhook = dict(parameters) if parameters.get("url") else {}
        self.last_failure = None
        if self.webhook:
            self._places = asyncio.Semaphore(self.connections)
            for number in sorted(self.mailbox.pending):
                self.push(number)

    @property
    def connections(self) -> int:
        """How many deliveries at once."""
        return min(max(int(self.webhook.get("max_connections") or CONNECTIONS), 1), MOST_CONNECTIONS)

    def push(self, number: int) -> None:
        """Deliver an update, after those of the same lane."""
        if not self.webhook or number in self._queued:
            return
        self._queued.add(number)
        lane = lane_of(self.mailbox.pending[number])
        self._lanes.setdefault(lane, deque()).append(number)
        if lane not in self._tasks:
            self._tasks[lane] = asyncio.create_task(self._run(lane))

    async def close(self) -> None:
        """Stop delivering."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def _run(self, lane: str) -> None:
        waiting = self._lanes[lane]
        try:
            while waiting:
                await self._deliver(waiting[0])
                self._queued.discard(waiting.popleft())
        finally:
            self._queued.difference_update(waiting)
            del self._lanes[lane], self._tasks[lane]

    async def _deliver(self, number: int) -> None:
        """Deliver one update until it is acknowledged, too old, or there is no webhook any more."""
        pause = 1.0
        first = True
        while self.webhook and (update := self.mailbox.current(number)) is not None:
            async with self._places or nullcontext():
                failure, wish = await self._post(update)
            if not failure:
                self.mailbox.acknowledge(number)
                return
            self.failures += 1
            self.last_failure = (self.mailbox.wall(), failure)
            if not (wish or first):
                pause = min(pause * 2, LONGEST_PAUSE)
                wish = pause
            first = False
            await asyncio.sleep(min(wish, LONGEST_WISH) * self.second)

    async def _post(self, update: Raw) -> tuple[str, float]:
        """Post it once; gives why it was not taken, if so, and the seconds of pause that the bot wishes."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=60))
        if not (url := self.webhook.get("url")):
            return "No webhook any more", 0
        headers = {"Content-Type": "application/json"}
        if secret := self.webhook.get("secret_token"):
            headers[SECRET_HEADER] = str(secret)
        body = json.dumps(update).encode()
        try:
            async with self._session.post(url, data=body, headers=headers, allow_redirects=False) as answer:
                await answer.read()
                if 200 <= answer.status < 300:
                    return "", 0
                wish = answer.headers.get("Retry-After", "0")
                seconds = float(wish) if wish.isdigit() else 0.0
                return f"Wrong response from the webhook: {answer.status} {answer.reason}", seconds
        except aiohttp.ClientConnectorError:
            return "Connection refused", 0
        except (aiohttp.ClientError, TimeoutError) as error:
            return f"Connection closed ({type(error).__name__})", 0
