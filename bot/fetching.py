"""The HTTP client that brings sources home."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

_CHUNK = 1 << 16
_AGENT = "Solipacte (annuaire solidaire)"
# A slow server may take its time over a large file, as long as something comes.
_TIMEOUT = ClientTimeout(total=None, connect=30, sock_read=60)


@dataclass(frozen=True, slots=True)
class _Answer:
    response: ClientResponse

    @property
    def status(self) -> int:
        return self.response.status

    @property
    def headers(self) -> Mapping[str, str]:
        return {name.lower(): value for name, value in self.response.headers.items()}

    async def chunks(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self.response.content.iter_chunked(_CHUNK):
                yield chunk
        except ClientError as error:
            raise ConnectionError(type(error).__name__) from error


@dataclass(frozen=True, slots=True)
class HttpClient:
    """See `directory.importers.fetching.client.Client`."""

    session: ClientSession

    @asynccontextmanager
    async def request(
        self, method: str, address: str, *, headers: Mapping[str, str], body: bytes | None = None
    ) -> AsyncIterator[_Answer]:
        """One request; a key is not sent on when another host is named."""
        try:
            response = await self.session.request(method, address, headers=headers, data=body)
        except ClientError as error:
            raise ConnectionError(type(error).__name__) from error
        async with response:
            yield _Answer(response)


@asynccontextmanager
async def http_client() -> AsyncIterator[HttpClient]:
    """A client for some requests. Bodies come as they are sent: unpacking them is bounded elsewhere."""
    async with ClientSession(timeout=_TIMEOUT, auto_decompress=False, headers={"User-Agent": _AGENT}) as session:
        yield HttpClient(session)
