"""The directory in memory, immutable: what a search reads, as arrays.

Services are numbered by the order of their ids. For each need and each theme, three lists of services, in the order of
`directory.bands`: a search bisects what is around, then measures distances in one pass. Texts are kept once, in tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import IntEnum
from functools import cached_property
from math import sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.bands import Places
from directory.crowding import Crowd, Squares, squares
from directory.distance import Degrees, Vectors
from directory.hours import Closed, Opening
from directory.texts.index import Texts
from directory.texts.order import Order
from directory.when import When

Numbers = NDArray[np.int32]
# Different moments asked within a minute: now, tonight, Saturday morning…
MOST_MOMENTS = 60

# Indexes of the two sets of zones that never leave anybody out.
NO_ZONE = 0
WHOLE_COUNTRY = 1
COUNTRY_CODES = frozenset(("france", "99100"))
# The last bit of `publics` is shared by the names past the 31st: too much is found, rather than too little.
PUBLIC_BITS = 32


class Reach(IntEnum):
    """How a service is reached, so where a search shows it."""

    NEAR = 0
    REMOTE = 1
    PROFESSIONALS = 2


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One service as a search needs it. `zone`: codes as data·inclusion writes them, empty for everywhere.

    `name`, `structure_name`, `description`: the words it is found by.
    """

    id: str
    structure_id: str
    needs: tuple[str, ...]
    latitude: float | None = None
    longitude: float | None = None
    flags: int = 0
    publics: tuple[str, ...] = ()
    hours: str | None = None
    zone: tuple[str, ...] = ()
    departement: str | None = None
    place: str | None = None
    closures: tuple[Closed, ...] = ()
    also: tuple[str, ...] = ()
    name: str = ""
    structure_name: str = ""
    description: str = ""


class Posting(NamedTuple):
    """The services that answer one need, in the order of `directory.bands`, those that are nowhere last (NaN)."""

    rows: Numbers
    places: Places
    vectors: Vectors
    crowd: Crowd | None = None


@dataclass(frozen=True)
class Tables:
    """Texts kept once; index 0 of `hours`, of `departements` and of `places` (INSEE codes) stands for none."""

    hours: tuple[str, ...]
    departements: tuple[str, ...]
    places: tuple[str, ...]
    publics: tuple[str, ...]
    zones: tuple[tuple[str, ...], ...]
    keys: tuple[tuple[str, int], ...]
    closures: Mapping[int, tuple[Closed, ...]] = field(default_factory=dict)
    also: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """The other sources that tell a service, by its row (`directory.merging`)."""


@dataclass(slots=True)
class Moment:
    """What hours were found to say at one moment. `openings`: by (text, département, row of its own closures or -1).

    `spots`: by département, the number of where its hours are read; `states`: by text and spot, -1 when not worked out.
    """

    openings: dict[tuple[int, int, int], Opening] = field(default_factory=dict)
    spots: Numbers = field(default_factory=lambda: np.empty(0, np.int32))
    states: NDArray[np.int8] = field(default_factory=lambda: np.empty((0, 0), np.int8))


class Openings:
    """What was worked out lately; a moment lasts a minute, then it is forgotten."""

    __slots__ = ("_known", "_minute")

    def __init__(self) -> None:
        self._minute: datetime | None = None
        self._known: dict[tuple[When, str], Moment] = {}

    def at(self, when: When, now: datetime, zone: str) -> Moment:
        """What is known of one moment; `now` counts by the minute, `zone` is that of unknown places."""
        minute = now.replace(second=0, microsecond=0)
        if minute != self._minute or len(self._known) > MOST_MOMENTS:
            self._minute, self._known = minute, {}
        return self._known.setdefault((when, zone), Moment())


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The arrays: one value a service, or one value a posting (`posting_*`, cut by `posting_ends`).

    `ids` is UTF-8 text, cut by `id_ends`. `version`: the directory's, when it was read.
    """

    version: int
    tables: Tables
    ids: NDArray[np.uint8]
    id_ends: NDArray[np.int64]
    structures: Numbers
    flags: Numbers
    publics: NDArray[np.uint32]
    hours: Numbers
    zones: Numbers
    departements: Numbers
    places: Numbers
    latitude: Degrees
    longitude: Degrees
    posting_rows: Numbers
    posting_places: Places
    posting_vectors: Vectors
    posting_ends: NDArray[np.int64]
    texts: Texts

    def __len__(self) -> int:
        return len(self.flags)

    @property
    def memory(self) -> int:
        """Bytes that the arrays hold."""
        return sum(array.nbytes for array in arrays_of(self).values())

    @cached_property
    def openings(self) -> Openings:
        """What the hours were found to say lately."""
        return Openings()

    @cached_property
    def postings(self) -> Mapping[tuple[str, int], Posting]:
        """The lists of services by (need or theme, reach)."""
        ends = self.posting_ends.tolist()
        return {
            key: Posting(
                self.posting_rows[start:end],
                self.posting_places[start:end],
                self.posting_vectors[start:end],
                Crowd(self._squares, sqrt(len(self) / (end - start))),
            )
            for key, start, end in zip(self.tables.keys, [0, *ends], ends, strict=False)
        }

    @cached_property
    def _squares(self) -> Squares:
        return squares(self.latitude, self.longitude)

    @cached_property
    def zones_by_code(self) -> Mapping[str, Numbers]:
        """For a code of a place, the sets of zones that hold it."""
        found: dict[str, list[int]] = {}
        for number, codes in enumerate(self.tables.zones):
            for code in codes:
                found.setdefault(code, []).append(number)
        return {code: np.array(numbers, np.int32) for code, numbers in found.items()}

    def id_of(self, row: int) -> str:
        """The id of a service."""
        return self.ids_of((row,))[0]

    def ids_of(self, rows: Iterable[int]) -> list[str]:
        """The ids of some services, read when they are asked: a million texts would take more room than all else."""
        text, bounds = self._text, self._bounds
        return [text[bounds[row] : bounds[row + 1]] for row in rows]

    @cached_property
    def _text(self) -> str:
        return self.ids.tobytes().decode()

    @cached_property
    def _bounds(self) -> memoryview:
        """Where each id begins in `_text`, and where the last one ends: characters."""
        bounds = np.concatenate(((0,), self.id_ends))
        if not self._text.isascii():
            bounds = np.concatenate(((0,), np.cumsum(self.ids & 0xC0 != 0x80)))[bounds]
        return bounds.data

    def prepare(self) -> None:
        """Work out now, off the event loop, what the first search would."""
        _ = self.postings, self.zones_by_code, self.texts.vocabulary, self._text, self._bounds

    def public_mask(self, publics: Iterable[str]) -> int:
        """The bits of some publics; 0 when no service names them."""
        known = self.tables.publics
        return sum({1 << min(known.index(name), PUBLIC_BITS - 1) for name in publics if name in known})


def arrays_of(held: Snapshot | Texts | Order) -> dict[str, NDArray[Any]]:
    """The arrays of a snapshot, by name: those of its parts are called `texts.held`, `texts.order.rows`…"""
    found: dict[str, NDArray[Any]] = {}
    for part in fields(held):
        value = getattr(held, part.name)
        if isinstance(value, np.ndarray):
            found[part.name] = value
        elif isinstance(value, Texts | Order):
            found |= {f"{part.name}.{name}": array for name, array in arrays_of(value).items()}
    return found
