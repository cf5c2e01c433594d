"""From the services of the directory to a snapshot. Pure: may run in a thread, the result is swapped in."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate
from math import isfinite, nan
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from directory.bands import Places, places
from directory.distance import vectors
from directory.flags import Flag
from directory.hours import Closed
from directory.snapshot import (
    COUNTRY_CODES,
    NO_ZONE,
    PUBLIC_BITS,
    WHOLE_COUNTRY,
    IndexRow,
    Numbers,
    Reach,
    Snapshot,
    Tables,
)
from directory.texts.build import TextsBuilder
from directory.texts.order import in_order

T = TypeVar("T")


def build(
    rows: Iterable[IndexRow],
    *,
    themes: Mapping[str, str | tuple[str, ...]],
    small: Collection[str] = (),
    version: int = 0,
) -> Snapshot:
    """The snapshot of some services; `themes` gives the theme or themes of a need, each the union of its needs.

    The rows are read once, in any order; ids are unique. `small`: folded words that nobody looks a service up by.
    """
    builder = _Builder(themes, small)
    for row in rows:
        builder.add(row)
    return builder.finish(version)


class _Table(Generic[T]):
    """Distinct values, numbered as they come."""

    def __init__(self, *first: T) -> None:
        self.numbers: dict[T, int] = {value: number for number, value in enumerate(first)}

    def number(self, value: T) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


class _Builder:
    """What is gathered while the rows go by; lives for one call of `build`."""

    def __init__(self, themes: Mapping[str, str | tuple[str, ...]], small: Collection[str]) -> None:
        self.keys = {need: {need, *((above,) if isinstance(above, str) else above)} for need, above in themes.items()}
        self.ids: list[str] = []
        self.columns = {
            name: array("i") for name in ("structures", "flags", "hours", "zones", "departements", "places")
        }
        self.publics = array("I")
        self.latitude, self.longitude = array("d"), array("d")
        self.texts, self.departements, self.places = _Table(""), _Table(""), _Table("")
        self.names = _Table[str]()
        self.zones = _Table[tuple[str, ...]]((), ("france",))
        self.structures = _Table[str]()
        self.closures: dict[int, tuple[Closed, ...]] = {}
        self.also: dict[int, tuple[str, ...]] = {}
        self.postings: dict[tuple[str, int], array[int]] = {}
        self.said = TextsBuilder(small)

    def add(self, row: IndexRow) -> None:
        number = len(self.ids)
        self.ids.append(row.id)
        located = row.latitude is not None and row.longitude is not None and isfinite(row.latitude + row.longitude)
        self.latitude.append(row.latitude if located and row.latitude is not None else nan)
        self.longitude.append(row.longitude if located and row.longitude is not None else nan)
        for name, value in self._numbered(row).items():
            self.columns[name].append(value)
        self.publics.append(self._bits(row))
        if row.closures:
            self.closures[number] = row.closures
        if row.also:
            self.also[number] = row.also
        self.said.add(row.name, row.structure_name, row.description)
        reach = _reach(row.flags)
        for key in {key for need in row.needs for key in self.keys.get(need, (need,))}:
            self.postings.setdefault((key, reach), array("i")).append(number)

    def _numbered(self, row: IndexRow) -> dict[str, int]:
        everyone = row.flags | Flag.EVERYONE if not row.publics else row.flags
        return {
            "structures": self.structures.number(row.structure_id),
            "flags": int(everyone),
            "hours": self.texts.number((row.hours or "").strip()),
            "zones": self._zone(row),
            "departements": self.departements.number(row.departement or ""),
            "places": self.places.number(row.place or ""),
        }

    def _zone(self, row: IndexRow) -> int:
        if COUNTRY_CODES.intersection(row.zone):
            return WHOLE_COUNTRY
        if not row.zone or row.flags & Flag.EVERYWHERE:
            return NO_ZONE
        return self.zones.number(tuple(sorted(row.zone)))

    def _bits(self, row: IndexRow) -> int:
        return sum({1 << min(self.names.number(name), PUBLIC_BITS - 1) for name in row.publics})

    def finish(self, version: int) -> Snapshot:
        order = np.array(sorted(range(len(self.ids)), key=self.ids.__getitem__), np.int32)
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order), dtype=np.int32)
        texts = [self.ids[number].encode() for number in order.tolist()]
        latitude, longitude = np.array(self.latitude)[order], np.array(self.longitude)[order]
        keys, banded = tuple(sorted(self.postings)), places(latitude, longitude)
        postings = [_in_bands(rank[np.array(self.postings[key], np.int32)], banded) for key in keys]
        posted = np.concatenate(postings) if postings else np.empty(0, np.int32)
        columns = {name: np.array(column, np.int32)[order] for name, column in self.columns.items()}
        reaches = _reaches(columns["flags"])
        return Snapshot(
            version=version,
            tables=Tables(
                hours=tuple(self.texts.numbers),
                departements=tuple(self.departements.numbers),
                places=tuple(self.places.numbers),
                publics=tuple(self.names.numbers),
                zones=tuple(self.zones.numbers),
                keys=keys,
                closures={int(rank[number]): closures for number, closures in self.closures.items()},
                also={int(rank[number]): sources for number, sources in self.also.items()},
            ),
            ids=np.frombuffer(b"".join(texts), np.uint8),
            id_ends=np.fromiter(accumulate(map(len, texts)), np.int64, len(texts)),
            publics=np.array(self.publics, np.uint32)[order],
            latitude=latitude,
            longitude=longitude,
            posting_rows=posted,
            posting_places=banded[posted],
            posting_vectors=vectors(latitude[posted], longitude[posted]),
            posting_ends=np.fromiter(accumulate(map(len, postings)), np.int64, len(postings)),
            texts=self.said.finish(rank, in_order(latitude, longitude, reaches)),
            **columns,
        )


def _reach(flags: int) -> Reach:
    if flags & Flag.PROFESSIONALS_ONLY:
        return Reach.PROFESSIONALS
    return Reach.REMOTE if flags & Flag.REMOTE and not flags & Flag.ON_SITE else Reach.NEAR


def _reaches(flags: Numbers) -> NDArray[np.int8]:
    """`_reach` of many services."""
    remote = (flags & int(Flag.REMOTE) > 0) & (flags & int(Flag.ON_SITE) == 0)
    professionals = flags & int(Flag.PROFESSIONALS_ONLY) > 0
    return np.select([professionals, remote], [Reach.PROFESSIONALS, Reach.REMOTE], Reach.NEAR).astype(np.int8)


def _in_bands(rows: Numbers, banded: Places) -> Numbers:
    """The rows in the order of bands, by number at one place."""
    rows = np.sort(rows)
    return rows[np.argsort(banded[rows], kind="stable")]
