"""From the rows of the directory to its snapshot, kept in a file that several processes share."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from directory import rows, snapshot_build, snapshot_file
from directory.closures import read_closures
from directory.communes.gazetteer import Gazetteer
from directory.merging import merged
from directory.needs import Needs
from directory.snapshot import IndexRow, Snapshot

# Meals carried home to old people, for a price, are not what somebody hungry asks: found by their own name only.
APART = frozenset({"meals_at_home"})


def _digest(themes: Mapping[str, tuple[str, ...]]) -> str:
    """Changes when a need changes its themes: a snapshot made before is then made again."""
    return sha256(repr(sorted(themes.items())).encode()).hexdigest()[:12]


class Indexer:
    """Builds snapshots, and keeps the last one. `cache`: the folder of the file; None: none is kept."""

    def __init__(self, gazetteer: Gazetteer, needs: Needs, cache: Path | None) -> None:
        self._gazetteer, self._small = gazetteer, needs.small
        self._themes = {need.id: need.themes[:1] if need.id in APART else need.themes for need in needs.all}
        self._file = cache / f"directory-{_digest(self._themes)}.npz" if cache else None

    def kept(self, version: int) -> Snapshot | None:
        """The snapshot of a version, None when it is not kept."""
        return snapshot_file.load(self._file, version=version) if self._file and version else None

    def built(self, connection: Connection, version: int) -> Snapshot:
        """The snapshot of what the directory holds."""
        found = self._rows(connection)
        return snapshot_build.build(found, themes=self._themes, small=self._small, version=version)

    def keep(self, snapshot: Snapshot) -> None:
        """Keep a snapshot in place of the older ones."""
        if self._file and snapshot.version:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            snapshot_file.save(snapshot, self._file)
            for older in set(self._file.parent.glob("directory-*.npz")) - {self._file}:
                older.unlink(missing_ok=True)

    def build_once(self, connection: Connection, version: int) -> None:
        """Build and keep a version, unless another process is doing so or has: then it is waited for."""
        if not self._file:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.with_suffix(".lock").open("wb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if self.kept(version) is None:
                self.keep(self.built(connection, version))

    def _rows(self, connection: Connection) -> Iterator[IndexRow]:
        closures, told = read_closures(connection), merged(connection)
        for row in rows.read_index(connection):
            commune = self._gazetteer.by_code(row.place) if row.place else None
            yield IndexRow(
                id=row.id,
                structure_id=row.structure_id,
                needs=_left(row.needs, told.silenced.get(row.id)),
                latitude=row.latitude,
                longitude=row.longitude,
                flags=row.flags,
                publics=row.publics,
                hours=row.hours,
                zone=row.zone,
                departement=commune.departement if commune else None,
                place=row.place,
                closures=closures.get(row.id, ()),
                also=told.also.get(row.id, ()),
                name=row.name,
                structure_name=row.structure_name,
                description=row.description,
            )


def _left(needs: tuple[str, ...], silenced: frozenset[str] | None) -> tuple[str, ...]:
    """The needs that a service is still found by."""
    return tuple(need for need in needs if need not in silenced) if silenced else needs
