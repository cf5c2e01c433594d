"""The directory as the conversation asks it: what is shipped, what was imported, and how to search it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from directory import rows, snapshot_build, versions
from directory.communes.gazetteer import Gazetteer
from directory.coverage import Survey
from directory.distance import centre
from directory.indexing import Indexer
from directory.needs import Needs
from directory.rows import ServiceRow
from directory.search import search
from directory.search_query import Found, Query
from directory.search_text import Words
from directory.snapshot import Snapshot
from directory.texts.matching import ENOUGH

T = TypeVar("T")

# Results kept in memory: about 2 KB each.
MOST_ROWS = 4000
# Directories of so many services are indexed in a process of their own: Python's lock would make everybody wait.
MANY = 20_000

Apart = Callable[[int], Awaitable[None]]
"""Has the snapshot of a version built elsewhere, and kept in the cache."""


class Read(Protocol):
    """Runs a function of a connection, off the event loop."""

    def __call__(self, work: Callable[[Connection], T], /) -> Awaitable[T]:
        """Give what `work` gives."""


@dataclass(slots=True)
class _Held:
    """The snapshot in use, swapped whole; whether what it holds is invented."""

    snapshot: Snapshot
    fictional: bool = False
    rows: dict[str, ServiceRow] = field(default_factory=dict)
    """Results shown lately, as of this version."""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Finder:
    """Communes and needs, and a snapshot of the services that follows the directory's version.

    `read` serves a person and may not last; `scan` reads the whole directory, however long it takes.
    `cache`: a folder for the snapshot, so that a cold process need not read the whole directory; None: no cache.
    `apart`: builds large ones elsewhere; None: all are built here.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        needs: Needs,
        read: Read,
        scan: Read,
        cache: Path | None,
        apart: Apart | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self.needs = needs
        self._read, self._scan = read, scan
        self._indexer, self._apart = Indexer(gazetteer, needs, cache), apart if cache else None
        self._held = _Held(snapshot_build.build((), themes={}, version=-1))

    def __len__(self) -> int:
        return len(self._held.snapshot)

    @property
    def version(self) -> int:
        """The version of the directory that is searched; -1 before any was read."""
        return self._held.snapshot.version

    @property
    def fictional(self) -> bool:
        """Whether the services are invented, for a demonstration."""
        return self._held.fictional

    async def refresh(self) -> bool:
        """Follow the directory when its version has grown; gives whether it had. Searches go on meanwhile."""
        async with self._held.lock:
            version, fictional = await self._read(lambda c: (versions.current(c), versions.is_fictional(c)))
            if version == self._held.snapshot.version:
                return False
            snapshot = await self._snapshot(version)
            await asyncio.to_thread(snapshot.prepare)
            self._held.snapshot, self._held.fictional, self._held.rows = snapshot, fictional, {}
            return True

    async def _snapshot(self, version: int) -> Snapshot:
        snapshot = await asyncio.to_thread(self._indexer.kept, version)
        if snapshot is None and version and self._apart and await self._read(rows.count) >= MANY:
            await self._apart(version)
            snapshot = await asyncio.to_thread(self._indexer.kept, version)
        if snapshot is None:
            snapshot = await self._scan(lambda c: self._indexer.built(c, version))
            await asyncio.to_thread(self._indexer.keep, snapshot)
        return snapshot

    def search(self, query: Query, *, now: datetime, zone: str) -> Found:
        """Search the snapshot; see `directory.search`."""
        return search(self._held.snapshot, query, now=now, zone=zone)

    def survey(self, now: datetime) -> Survey:
        """A look at how well communes are covered; see `directory.coverage`."""
        return Survey(self._held.snapshot, now)

    def holds(self, query: Query, *, entirely: bool = False) -> bool:
        """Whether a service holds the words of a query, near its point or by phone; anywhere when it has no point.

        `entirely`: every word, else most of them.
        """
        around = tuple(centre(latitude, longitude) for latitude, longitude in query.around)
        return Words(self._held.snapshot, query, around).found(enough=1.0 if entirely else ENOUGH)

    def spelt(self, words: Iterable[str]) -> tuple[str, ...]:
        """Typed words as the directory writes them; those that nobody holds are left out."""
        return self._held.snapshot.texts.spelt(words)

    async def details(self, ids: Iterable[str]) -> Mapping[str, ServiceRow]:
        """What results say, by id; a service withdrawn since the snapshot is missing."""
        wanted, known = tuple(ids), self._held.rows
        unknown = [service_id for service_id in wanted if service_id not in known]
        if unknown:
            read = await self._read(lambda c: rows.read_services(c, unknown))
            if len(known) + len(read) > MOST_ROWS:
                known.clear()
            known.update(read)
            return {service_id: row for service_id in wanted if (row := known.get(service_id) or read.get(service_id))}
        return {service_id: known[service_id] for service_id in wanted}
