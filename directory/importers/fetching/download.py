"""One file brought home: resumed when cut, not asked twice when unchanged, bounded, put in place at once."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from directory.importers.fetching.client import BusyError, FetchError, Line, Response, again

MOST_BYTES = 1_000_000_000
_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(?:\d{1,15}|\*)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the server said of the file that is held, to ask whether it has changed."""

    etag: str = ""
    last_modified: str = ""


async def download(line: Line, address: str, target: Path, held: Stamp, *, most: int = MOST_BYTES) -> Stamp | None:
    """Bring a file to `target`; None when the one that is held has not changed. Raises FetchError.

    `held`: of the file that is at `target`, an empty one when there is none. Nothing is written there before all of
    it has come. `most`: bytes, unpacked.
    """
    part = _Part(target.with_name(f"{target.name}.part"), most)
    part.path.unlink(missing_ok=True)
    attempt = 0
    try:
        while True:
            attempt += 1
            try:
                return await _once(line, address, target, held, part)
            except (BusyError, ConnectionError, TimeoutError) as error:
                await again(line.sleep, attempt, error)
    finally:
        part.path.unlink(missing_ok=True)


@dataclass(slots=True)
class _Part:
    """What came so far. `stamp`: what the server said of it; `resumable`: bytes of the file itself, not packed."""

    path: Path
    most: int
    stamp: Stamp = Stamp()
    resumable: bool = False

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0


async def _once(line: Line, address: str, target: Path, held: Stamp, part: _Part) -> Stamp | None:
    start = part.size if part.resumable else 0
    async with line.ask("GET", address, headers=_asking(held, part, start)) as response:
        if response.status == 304 and not start:
            return None
        if response.status == 416:
            part.resumable = False
            raise ConnectionError("the file is shorter than it was")
        resumed = response.status == 206 and _starts(response) == start
        if response.status == 206 and not resumed:
            part.resumable = False
            raise ConnectionError("another part than the one asked for")
        if not resumed:
            _begin(part, response)
        with part.path.open("ab" if resumed else "wb") as file:
            await _receive(response, file, part)
            file.flush()
            os.fsync(file.fileno())
    part.path.replace(target)
    return part.stamp


def _asking(held: Stamp, part: _Part, start: int) -> dict[str, str]:
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers |= {"Range": f"bytes={start}-", "If-Range": part.stamp.etag or part.stamp.last_modified}
    elif held.etag:
        headers["If-None-Match"] = held.etag
    elif held.last_modified:
        headers["If-Modified-Since"] = held.last_modified
    return headers


def _begin(part: _Part, response: Response) -> None:
    part.stamp = Stamp(response.headers.get("etag", ""), response.headers.get("last-modified", ""))
    packed = response.headers.get("content-encoding", "identity") != "identity"
    # A weak validator does not promise the same bytes (RFC 9110, 13.1.5).
    strong = part.stamp.etag and not part.stamp.etag.startswith("W/")
    part.resumable = bool(strong or (part.stamp.last_modified and not part.stamp.etag)) and not packed


def _starts(response: Response) -> int:
    found = _RANGE.fullmatch(response.headers.get("content-range", ""))
    return int(found[1]) if found else -1


async def _receive(response: Response, file: IO[bytes], part: _Part) -> None:
    said = response.headers.get("content-length", "")
    if said.isdecimal() and int(said) + file.tell() > part.most:
        raise FetchError("sources-too-large", most=part.most // 1_000_000)
    async for chunk in _unpacked(response, part.most):
        if file.tell() + len(chunk) > part.most:
            raise FetchError("sources-too-large", most=part.most // 1_000_000)
        file.write(chunk)


async def _unpacked(response: Response, most: int) -> AsyncIterator[bytes]:
    """The body, unpacked a piece at a time: what a bomb holds is never held."""
    encoding = response.headers.get("content-encoding", "identity")
    if encoding == "identity":
        async for chunk in response.chunks():
            yield chunk
        return
    if encoding != "gzip":
        raise FetchError("sources-encoding")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    piece = min(1 << 20, most + 1)
    try:
        async for chunk in response.chunks():
            rest = chunk
            while rest:
                yield unpacker.decompress(rest, piece)
                rest = unpacker.unconsumed_tail
    except zlib.error as error:
        raise FetchError("sources-encoding") from error
    if not unpacker.eof:
        raise ConnectionError("the packed body is cut")
