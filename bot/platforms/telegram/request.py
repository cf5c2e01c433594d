"""How python-telegram-bot reaches Telegram: through aiohttp, which serves the page too and costs less than httpx."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.platforms.bounded import bounded

# Seconds.
CONNECT, READ = 5.0, 10.0
CONNECTIONS = 32
# Seconds of silence when Telegram, or what stands before it, asks for some without saying how much.
SILENCE = 5.0
TOO_MANY = 429


class UnsentError(NetworkError):
    """No connection, or no place in the pool: the call surely did not reach Telegram."""


class TooManyCallsError(TelegramError):
    """Telegram asks for silence, `seconds` long. The library's own kind warns unless the environment is changed."""

    def __init__(self, seconds: float) -> None:
        super().__init__("too many calls")
        self.seconds = seconds


class Request(BaseRequest):
    """One session for all the calls of a bot. Errors never quote an address, nor their causes: it holds the token."""

    def __init__(self, api_url: str) -> None:
        self._proxy = _proxy_for(api_url)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds."""
        return READ

    async def initialize(self) -> None:
        """Open the session; again: nothing."""
        self._opened()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=self._proxy,
            )
        return self._session

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - idem
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - idem
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - idem
    ) -> tuple[int, bytes]:
        """One call. Raises UnsentError, TooManyCallsError, TimedOut (perhaps received), NetworkError (idem)."""
        reading = READ if isinstance(read_timeout, DefaultValue) else read_timeout
        with _without_addresses():
            # Elsewhere than where Telegram is, the token has no business.
            async with self._opened().request(
                method, url, timeout=_patience(reading), allow_redirects=False, **_body(request_data)
            ) as response:
                status, body = response.status, await response.read()
        if status == TOO_MANY:
            raise TooManyCallsError(_silence(body))
        return status, body

    async def fetched(self, url: str, most: int) -> tuple[int, bytes | None]:
        """What stands at an address: its status, and its content, None beyond `most` bytes. Raises as `do_request`."""
        with _without_addresses():
            async with self._opened().get(url, timeout=_patience(READ), allow_redirects=False) as response:
                return response.status, await bounded(response.content, most)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """What Telegram answered; the library's own method writes in the journal what it cannot read.

        Raises TelegramError when it is not an answer of Telegram's.
        """
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not ("result" in answer or "description" in answer):
            raise TelegramError("not an answer of Telegram's")
        return answer


@contextmanager
def _without_addresses() -> Iterator[None]:
    """Errors of the network, in the library's terms."""
    try:
        yield
    except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as error:
        raise UnsentError(type(error).__name__) from None
    except TimeoutError as error:
        raise TimedOut(type(error).__name__) from None
    except aiohttp.ClientError as error:
        raise NetworkError(type(error).__name__) from None


def _patience(reading: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, connect=CONNECT * 2, sock_connect=CONNECT, sock_read=reading)


def _silence(body: bytes) -> float:
    try:
        seconds = json.loads(body)["parameters"]["retry_after"]
    except (ValueError, TypeError, KeyError):
        return SILENCE
    return float(seconds) if isinstance(seconds, int | float) and seconds > 0 else SILENCE


def _proxy_for(url: str) -> str | None:
    """What the environment says (HTTPS_PROXY, NO_PROXY), read once: aiohttp asks a thread at each call."""
    parts = urlsplit(url)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)


def _body(data: RequestData | None) -> dict[str, Any]:
    """How the parameters travel: as JSON, or beside a file."""
    if data is None:
        return {}
    if not data.multipart_data:
        return {"json": data.parameters}
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, media_type) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=media_type)
    return {"data": form}
