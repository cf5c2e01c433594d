"""A server of files and pages that cuts, lies, repeats and sulks, on a real port of this machine."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class Flaky:
    """What it serves and how badly. `requests`: what it was asked, headers included."""

    body: bytes = b'[{"id": 1}]'
    etag: str = '"one"'
    cuts: list[int] = field(default_factory=list)
    """For each of the next answers, after how many bytes the line is cut."""
    statuses: list[int] = field(default_factory=list)
    """Answers to give first."""
    headers: dict[str, str] = field(default_factory=dict)
    packed: bool = False
    ignores_ranges: bool = False
    wrong_range: bool = False
    announced: int | None = None
    """A length other than that of the body."""
    pages: list[list[dict[str, object]]] = field(default_factory=list)
    """Pages in the order they are given, whatever is asked; the last for ever."""
    total: int = 0
    requests: list[web.BaseRequest] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    address: str = ""

    async def file(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        if self.statuses:
            return web.Response(status=self.statuses.pop(0), headers=self.headers)
        if request.headers.get("If-None-Match") == self.etag:
            return web.Response(status=304)
        start = self._start(request)
        if start and start >= len(self.body):
            return web.Response(status=416)
        sent = gzip.compress(self.body) if self.packed else self.body[start:]
        headers = {"ETag": self.etag, "Content-Length": str(len(sent) if self.announced is None else self.announced)}
        if self.packed:
            headers["Content-Encoding"] = "gzip"
        if start:
            first = start + 1 if self.wrong_range else start
            headers["Content-Range"] = f"bytes {first}-{len(self.body) - 1}/{len(self.body)}"
        response = web.StreamResponse(status=206 if start else 200, headers=headers)
        await response.prepare(request)
        cut = self.cuts.pop(0) if self.cuts else None
        await response.write(sent[:cut])
        if cut is not None or (self.announced or 0) > len(sent):
            assert request.transport
            request.transport.close()
        return response

    def _start(self, request: web.Request) -> int:
        asked = request.headers.get("Range", "")
        if not asked or self.ignores_ranges or request.headers.get("If-Range") != self.etag:
            return 0
        return int(asked.removeprefix("bytes=").removesuffix("-"))

    async def page(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        self.bodies.append(await request.read())
        if self.statuses:
            return web.Response(status=self.statuses.pop(0), headers=self.headers)
        items = self.pages.pop(0) if len(self.pages) > 1 else self.pages[0]
        said = {"items": items, "places": items, "total": self.total, "nbResults": self.total, "page": 1}
        return web.Response(body=json.dumps(said).encode(), content_type="application/json")


@asynccontextmanager
async def serving() -> AsyncIterator[Flaky]:
    """The server, on a free port."""
    flaky = Flaky()
    app = web.Application()
    app.router.add_get("/file", flaky.file)
    app.router.add_get("/{endpoint:structures|services}", flaky.page)
    app.router.add_post("/new-search/fr", flaky.page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    flaky.address = f"http://{host}:{port}"
    try:
        yield flaky
    finally:
        await runner.cleanup()
