"""The directory as the conversation asks it: what is shipped, what was imported, and how to search it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from directory import rows, snapshot_build, snapshot_file, versions
from directory.closures import read_closures
from directory.communes.gazetteer import Gazetteer
from directory.distance import centre
from directory.needs import Needs
from directory.rows import ServiceRow
from directory.search import search
from directory.search_query import Found, Query
from directory.search_text import Words
from directory.snapshot import IndexRow, Snapshot
from directory.texts.matching import ENOUGH

T = TypeVar("T")

# Results kept in memory: about 2 KB each.
MOST_ROWS = 4000
# Meals carried home to old people, for a price, are not what somebody hungry asks: found by their own name only.
APART = frozenset({"meals_at_home"})


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


def _digest(themes: Mapping[str, tuple[str, ...]]) -> str:
    """Changes when a need changes its themes: a snapshot made before is then made again."""
    return sha256(repr(sorted(themes.items())).encode()).hexdigest()[:12]


class Finder:
    """Communes and needs, and a snapshot of the services that follows the directory's version.

    `read` serves a person and may not last; `scan` reads the whole directory, however long it takes.
    `cache`: a folder for the snapshot, so that a cold process need not read the whole directory; None: no cache.
    """

    def __init__(self, gazetteer: Gazetteer, needs: Needs, read: Read, scan: Read, cache: Path | None) -> None:
        self.gazetteer = gazetteer
        self.needs = needs
        self._read, self._scan = read, scan
        self._themes = {need.id: need.themes[:1] if need.id in APART else need.themes for need in needs.all}
        self._file = cache / f"directory-{_digest(self._themes)}.npz" if cache else None
        self._held = _Held(snapshot_build.build((), themes={}, version=-1))

    def __len__(self) -> int:
        return len(self._held.snapshot)

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
            snapshot = await asyncio.to_thread(self._kept, version)
            if snapshot is None:
                snapshot = await self._scan(lambda c: self._build(c, version))
                await asyncio.to_thread(self._keep, snapshot)
            self._held.snapshot, self._held.fictional, self._held.rows = snapshot, fictional, {}
            return True

    def search(self, query: Query, *, now: datetime, zone: str) -> Found:
        """Search the snapshot; see `directory.search`."""
        return search(self._held.snapshot, query, now=now, zone=zone)

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

    def _kept(self, version: int) -> Snapshot | None:
        return snapshot_file.load(self._file, version=version) if self._file and version else None

    def _keep(self, snapshot: Snapshot) -> None:
        if self._file and snapshot.version:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            snapshot_file.save(snapshot, self._file)
            for older in set(self._file.parent.glob("directory-*.npz")) - {self._file}:
                older.unlink(missing_ok=True)

    def _build(self, connection: Connection, version: int) -> Snapshot:
        return snapshot_build.build(
            self._rows(connection), themes=self._themes, small=self.needs.small, version=version
        )

    def _rows(self, connection: Connection) -> Iterator[IndexRow]:
        closures = read_closures(connection)
        for row in rows.read_index(connection):
            commune = self.gazetteer.by_code(row.place) if row.place else None
            yield IndexRow(
                id=row.id,
                structure_id=row.structure_id,
                needs=row.needs,
                latitude=row.latitude,
                longitude=row.longitude,
                flags=row.flags,
                publics=row.publics,
                hours=row.hours,
                zone=row.zone,
                departement=commune.departement if commune else None,
                place=row.place,
                closures=closures.get(row.id, ()),
                name=row.name,
                structure_name=row.structure_name,
                description=row.description,
            )
