"""What goes wrong on demand."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests.telegram_server.errors import too_many

# `reset`: the connection is cut, nothing was done; `reset_after`: it was done. `hang`, `hang_after`: no answer.
KINDS = ("500", "502", "429", "hang", "hang_after", "reset", "reset_after", "cut", "drip")
# Only a download is cut in the middle (`cut`), or comes a byte at a time (`drip`).
OF_DOWNLOADS = ("cut", "drip")
# Other names for them.
_ALIASES = {"502html": "502", "reset_after_accept": "reset_after", "hang_after_accept": "hang_after", "refuse": "reset"}
# Seconds, unless who asks goes before.
LONG = 60.0
# Seconds between two bytes that drip.
DROP = 0.02


@dataclass
class Fault:
    """`method`: "*" is any; `left`: how many times, None for ever; `share`: of the calls, drawn by `chance`."""

    method: str
    kind: str
    left: int | None = 1
    share: float = 1.0
    retry_after: Callable[[], int] = lambda: 1
    chance: random.Random = field(default_factory=lambda: random.Random(7))

    def __post_init__(self) -> None:
        self.kind = _ALIASES.get(self.kind, self.kind)
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind} is none of {KINDS}")
        if self.kind in OF_DOWNLOADS and self.method != "download":
            raise ValueError(f"{self.kind} happens to a download only")

    def strikes(self, method: str) -> bool:
        """Whether this call goes wrong; it is counted."""
        if self.method not in ("*", method) or self.left == 0 or self.chance.random() >= self.share:
            return False
        self.left = None if self.left is None else self.left - 1
        return True

    @property
    def after(self) -> bool:
        """Whether what is asked is done all the same."""
        return self.kind.endswith("_after")

    async def spoil(self, request: web.Request, content: bytes) -> web.StreamResponse:
        """A download that goes wrong."""
        if self.kind not in OF_DOWNLOADS:
            return await self.answer(request)
        response = web.StreamResponse(headers={"Content-Length": str(len(content))})
        await response.prepare(request)
        for byte in content if self.kind == "drip" else ():
            await response.write(bytes((byte,)))
            await asyncio.sleep(DROP)
        await response.write(content[: len(content) // 2])
        if request.transport:
            request.transport.close()
        return response

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """What is answered, if anything."""
        if self.kind == "429":
            raise too_many(self.retry_after())
        if self.kind == "500":
            told = {"ok": False, "error_code": 500, "description": "Internal Server Error"}
            return web.json_response(told, status=500)
        if self.kind == "502":
            page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
            return web.Response(text=page, content_type="text/html", status=502)
        if self.kind.startswith("hang"):
            await asyncio.sleep(LONG)
        if request.transport:
            request.transport.abort()
        return web.Response()
