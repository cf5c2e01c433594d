"""Services in an order that keeps neighbours together, so that what is around a point is a few runs of numbers.

The places of the order are called ranks. First those near people, in the order of `directory.bands`; then those by
phone or on line, and those only professionals can call, in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from directory.bands import Places, places, spans
from directory.distance import Centre, Degrees, Vectors, vectors

Runs = NDArray[np.int32]
"""Bounds of runs of ranks: start, end, start, end… in order, apart from each other."""


@dataclass(frozen=True, eq=False)
class Order:
    """By rank: the row, its place in the order of bands (NaN: nowhere), its vector (`directory.distance`).

    `parts`: where each reach ends (near, remote, for professionals).
    """

    rows: NDArray[np.int32]
    places: Places
    vectors: Vectors
    parts: NDArray[np.int64]

    def part(self, reach: int) -> Runs:
        """The ranks of a reach, one run."""
        return np.array((self.parts[reach - 1] if reach else 0, self.parts[reach]), np.int32)

    def runs(self, around: Sequence[Centre], radius_km: float) -> Runs:
        """The ranks of all that is near people and may lie within a radius of one of some points, and of some more."""
        return np.array(spans(self._near, around, radius_km), np.int32)

    @cached_property
    def _near(self) -> Places:
        return self.places[: self.parts[0]]


def in_order(latitude: Degrees, longitude: Degrees, reaches: NDArray[np.int8]) -> Order:
    """Order services: degrees (NaN: nowhere) and reach of each row."""
    banded = places(latitude, longitude)
    rows = np.lexsort((banded, reaches)).astype(np.int32)
    return Order(
        rows=rows,
        places=banded[rows],
        vectors=vectors(latitude[rows], longitude[rows]),
        parts=np.bincount(reaches, minlength=3).cumsum(),
    )
