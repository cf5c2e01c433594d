"""Services in an order that keeps neighbours together, so that a square of the map is a few runs of numbers.

The places of the order are called ranks. First those that are somewhere near people, strip of latitude after strip,
each from west to east; then those that are nowhere, by phone or on line, and those only professionals can call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, degrees, radians

import numpy as np
from numpy.typing import NDArray

from directory.distance import EARTH_KM, KM_PER_DEGREE, Degrees, Vectors, vectors

# A quarter of a degree, 28 km: two strips hold what is within 5 km, five what is within 50.
STRIPS_PER_DEGREE = 4
_STRIPS = 180 * STRIPS_PER_DEGREE + 1
# Longitude meets itself: nothing is left out next to the line where it does.
_WHOLE = 180.0

Runs = list[tuple[int, int]]
"""Runs of ranks [start, end), in order, apart from each other."""


@dataclass(frozen=True, eq=False)
class Strips:
    """`order`: rank → row. `longitude`: by rank, of those that are somewhere. `ends`: where each strip ends.

    `vectors`: by rank, where each is (`directory.distance`). `parts`: where each reach ends (near, remote, for
    professionals).
    """

    order: NDArray[np.int32]
    longitude: Degrees
    ends: NDArray[np.int64]
    parts: NDArray[np.int64]
    vectors: Vectors

    @cached_property
    def _ends(self) -> list[int]:
        return [0, *self.ends.tolist()]

    def part(self, reach: int) -> tuple[int, int]:
        """The ranks of a reach [start, end)."""
        return int(self.parts[reach - 1]) if reach else 0, int(self.parts[reach])

    def runs(self, around: Sequence[tuple[float, float]], radius_km: float) -> Runs:
        """The ranks of all that may lie within a radius of one of some points (degrees), and of a little more."""
        found: Runs = []
        for latitude, longitude in around:
            found += self._square(latitude, longitude, radius_km)
        return _merged(found)

    def _square(self, latitude: float, longitude: float, radius_km: float) -> Runs:
        reach = radius_km / KM_PER_DEGREE
        narrowing = cos(radians(min(89.0, abs(latitude) + reach)))
        side = degrees(radius_km / EARTH_KM / narrowing) * 1.001
        west, east = longitude - side, longitude + side
        whole = west < -_WHOLE or east > _WHOLE
        runs = []
        for strip in range(_strip(latitude - reach), _strip(latitude + reach) + 1):
            start, end = self._ends[strip], self._ends[strip + 1]
            if start < end and not whole:
                inside = self.longitude[start:end].searchsorted((west, east)).tolist()
                start, end = start + inside[0], start + inside[1]
            if start < end:
                runs.append((start, end))
        return runs


def _strip(latitude: float) -> int:
    return min(_STRIPS - 1, max(0, int((latitude + 90) * STRIPS_PER_DEGREE)))


def _merged(runs: Runs) -> Runs:
    apart: Runs = []
    for start, end in sorted(runs):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    return apart


def in_strips(latitude: Degrees, longitude: Degrees, reaches: NDArray[np.int8]) -> Strips:
    """Order services: degrees (NaN: nowhere) and reach of each row."""
    somewhere = (reaches == 0) & ~np.isnan(latitude)
    strip = np.full(len(latitude), _STRIPS, np.int64)
    strip[somewhere] = np.clip(((latitude[somewhere] + 90) * STRIPS_PER_DEGREE).astype(np.int64), 0, _STRIPS - 1)
    east = np.where(somewhere, longitude, 0.0)
    order = np.lexsort((east, strip, reaches)).astype(np.int32)
    located = int(somewhere.sum())
    return Strips(
        order=order,
        longitude=longitude[order[:located]],
        ends=np.bincount(strip[somewhere], minlength=_STRIPS).cumsum(),
        parts=np.bincount(reaches, minlength=3).cumsum(),
        vectors=vectors(latitude[order], longitude[order]),
    )
