"""Pages of an interface gathered into one file: pages that repeat and skip rows are asked again, by id."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol

from directory.importers.fetching.client import BusyError, FetchError, Line, Response, again

MOST_RECORDS = 2_000_000
_MOST_PAGE = 100_000_000
_MOST_PAGES = 20_000
_PASSES = 3


@dataclass(frozen=True, slots=True)
class Page:
    """What one page says. `total`: how many records there are in all."""

    items: tuple[Mapping[str, Any], ...]
    total: int


class Pager(Protocol):
    """How an interface gives its pages."""

    def request(self, number: int) -> tuple[str, str, bytes | None]:
        """Method, address and body of a page, from 1."""

    def read(self, said: object) -> Page:
        """A page, from any JSON. Raises ValueError for what is none."""

    def identifier(self, item: Mapping[str, Any]) -> str:
        """What a record is known by; "" when it says nothing."""


@dataclass(slots=True)
class Gathered:
    """What came. `repeated`: records that came again; `missing`: that the total announced and no page gave."""

    held: int = 0
    repeated: int = 0
    missing: int = 0


@dataclass(slots=True)
class _Gathering:
    file: IO[str]
    pager: Pager
    done: Gathered = field(default_factory=Gathered)
    seen: set[str] = field(default_factory=set)
    total: int = 0

    def add(self, page: Page) -> int:
        """Write what is new; how many were."""
        before = self.done.held
        self.total = page.total
        for item in page.items:
            identifier = self.pager.identifier(item)
            if identifier and identifier in self.seen:
                self.done.repeated += 1
                continue
            self.seen.add(identifier)
            self.file.write(json.dumps(item, ensure_ascii=False) + "\n")
            self.done.held += 1
        if self.done.held > MOST_RECORDS:
            raise FetchError("sources-too-many", most=MOST_RECORDS)
        return self.done.held - before


async def gather(line: Line, pager: Pager, target: Path, *, passes: int = _PASSES) -> Gathered:
    """Bring all the records to `target`, one a line, put in place at the end. Raises FetchError.

    Until as many are held as the interface announces, the pages are asked again, `passes` times at most.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", errors="surrogatepass") as file:
            gathering = _Gathering(file, pager)
            for number in range(passes):
                found = await _pass(line, pager, gathering)
                if gathering.done.held >= gathering.total or (number and not found):
                    break
        gathering.done.missing = max(0, gathering.total - gathering.done.held)
        part.replace(target)
        return gathering.done
    finally:
        part.unlink(missing_ok=True)


async def _pass(line: Line, pager: Pager, gathering: _Gathering) -> int:
    """All the pages once, until one is empty or all that was announced went by; how many records were new."""
    found = read = 0
    for number in range(1, _MOST_PAGES):
        page = await _page(line, pager, number)
        found += gathering.add(page)
        read += len(page.items)
        if not page.items or read >= page.total:
            break
    return found


async def _page(line: Line, pager: Pager, number: int) -> Page:
    method, address, body = pager.request(number)
    headers = {"Accept-Encoding": "identity", **({"Content-Type": "application/json"} if body else {})}
    attempt = 0
    while True:
        attempt += 1
        try:
            async with line.ask(method, address, headers=headers, body=body) as response:
                return _read(pager, await _body(response))
        except (BusyError, ConnectionError, TimeoutError) as error:
            await again(line.sleep, attempt, error)


async def _body(response: Response) -> bytes:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise FetchError("sources-encoding")
    body = bytearray()
    async for chunk in response.chunks():
        body += chunk
        if len(body) > _MOST_PAGE:
            raise FetchError("sources-too-large", most=_MOST_PAGE // 1_000_000)
    return bytes(body)


def _read(pager: Pager, body: bytes) -> Page:
    try:
        return pager.read(json.loads(body))
    except (ValueError, RecursionError) as error:
        raise FetchError("sources-not-a-page") from error


def page(said: object, *, items: str, total: str, unwrap: Callable[[Any], Any] = lambda item: item) -> Page:
    """A page as most interfaces write it. Raises ValueError."""
    fields = said if isinstance(said, dict) else {}
    found, count = fields.get(items), fields.get(total)
    if not isinstance(found, list) or not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise ValueError("not a page")
    inside = tuple(unwrap(item) for item in found)
    if not all(isinstance(item, dict) for item in inside):
        raise ValueError("not records")
    return Page(inside, count)
