"""What fetching needs of an HTTP client, and how it asks again. The client itself is the caller's."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 120.0
ATTEMPTS = 5


class FetchError(Exception):
    """A source could not be fetched; `key` names the sentence in `sources.ftl`, `arguments` complete it."""

    def __init__(self, key: str, **arguments: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments


class Response(Protocol):
    """An answer whose body is not read yet. `headers`: names in lower case."""

    @property
    def status(self) -> int:
        """As HTTP numbers it."""

    @property
    def headers(self) -> Mapping[str, str]:
        """By name in lower case."""

    def chunks(self) -> AsyncIterator[bytes]:
        """The body as it comes, packed when the server packs it. Raises ConnectionError or TimeoutError when cut."""


class Client(Protocol):
    """Sends requests. Raises ConnectionError or TimeoutError when there is no answer."""

    def request(
        self, method: str, address: str, *, headers: Mapping[str, str], body: bytes | None = None
    ) -> AbstractAsyncContextManager[Response]:
        """One request, redirections followed."""


Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Line:
    """How to reach a server: the client, how to wait, and what to say at each request (a key)."""

    client: Client
    sleep: Sleep
    headers: Mapping[str, str]

    @asynccontextmanager
    async def ask(
        self, method: str, address: str, *, headers: Mapping[str, str], body: bytes | None = None
    ) -> AsyncIterator[Response]:
        """One request. Raises BusyError when it is worth asking again, FetchError when it is not."""
        async with self.client.request(method, address, headers={**self.headers, **headers}, body=body) as response:
            if response.status in _BUSY:
                raise BusyError(response.status, pause_of(response))
            if response.status in (401, 403):
                raise FetchError("sources-refused-key", status=response.status)
            if response.status >= 400 and response.status != 416:
                raise FetchError("sources-refused-status", status=response.status)
            yield response


class BusyError(Exception):
    """The server asks to come back. `pause`: seconds it asked for, 0 when it does not say."""

    def __init__(self, status: int, pause: float) -> None:
        super().__init__(status)
        self.status = status
        self.pause = pause


def pause_of(response: Response) -> float:
    """Seconds that the server asks to wait; a date is not read."""
    said = response.headers.get("retry-after", "")
    return float(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 0.0


async def again(sleep: Sleep, attempt: int, error: Exception) -> None:
    """Wait before another attempt (from 1). Raises FetchError after the last."""
    if attempt >= ATTEMPTS:
        if isinstance(error, BusyError):
            raise FetchError("sources-busy", status=error.status) from error
        raise FetchError("sources-unreachable") from error
    asked = error.pause if isinstance(error, BusyError) else 0.0
    await sleep(min(max(asked, _FIRST_PAUSE * 2 ** (attempt - 1)), _LONGEST_PAUSE))
