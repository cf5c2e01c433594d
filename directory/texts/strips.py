"""Services in an order that keeps neighbours together, so that a square of the map is a few runs of numbers.

The places of the order are called ranks. First those that are somewhere near people, strip of latitude after strip,
each from west to east; then those that are nowhere, by phone or on line, and those only professionals can call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, degrees, radians

import numpy as np
from numpy.typing import NDArray

from directory.distance import EARTH_KM, KM_PER_DEGREE, Degrees, Vectors, vectors

# A quarter of a degree, 28 km: two strips hold what is within 5 km, five what is within 50.
STRIPS_PER_DEGREE = 4
_STRIPS = 180 * STRIPS_PER_DEGREE + 1
# Longitude meets itself: nothing is left out next to the line where it does.
_WHOLE = 180.0

# In `places` a strip lies this far from the next: more than longitudes take.
_APART = 1000.0

Runs = NDArray[np.int64]
"""Bounds of runs of ranks: start, end, start, end… in order, apart from each other."""


@dataclass(frozen=True, eq=False)
class Strips:
    """`order`: rank → row. `places`: by rank, of those that are somewhere, 1000 times the strip, plus the longitude.

    `vectors`: by rank, where each is (`directory.distance`). `parts`: where each reach ends (near, remote, for
    professionals).
    """

    order: NDArray[np.int32]
    places: NDArray[np.float64]
    parts: NDArray[np.int64]
    vectors: Vectors

    def part(self, reach: int) -> Runs:
        """The ranks of a reach, one run."""
        return np.array((self.parts[reach - 1] if reach else 0, self.parts[reach]))

    def runs(self, around: Sequence[tuple[float, float]], radius_km: float) -> Runs:
        """The ranks of all that may lie within a radius of one of some points (degrees), and of a little more."""
        sides = [side for latitude, longitude in around for side in _sides(latitude, longitude, radius_km)]
        return self.places.searchsorted(sides if len(around) == 1 else _merged(sides))


def _sides(latitude: float, longitude: float, radius_km: float) -> list[float]:
    """Where a square begins and ends in each strip, as `places` has it."""
    reach = radius_km / KM_PER_DEGREE
    narrowing = cos(radians(min(89.0, abs(latitude) + reach)))
    side = degrees(radius_km / EARTH_KM / narrowing) * 1.001
    west, east = longitude - side, longitude + side
    if west < -_WHOLE or east > _WHOLE:
        west, east = -_WHOLE, _WHOLE + 1
    strips = range(_strip(latitude - reach), _strip(latitude + reach) + 1)
    return [_APART * strip + edge for strip in strips for edge in (west, east)]


def _strip(latitude: float) -> int:
    return min(_STRIPS - 1, max(0, int((latitude + 90) * STRIPS_PER_DEGREE)))


def _merged(sides: list[float]) -> list[float]:
    """The same without what several squares share."""
    apart: list[float] = []
    for start, end in sorted(zip(sides[::2], sides[1::2], strict=True)):
        if apart and start <= apart[-1]:
            apart[-1] = max(apart[-1], end)
        else:
            apart += (start, end)
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
        places=_APART * strip[order[:located]] + longitude[order[:located]],
        parts=np.bincount(reaches, minlength=3).cumsum(),
        vectors=vectors(latitude[order], longitude[order]),
    )
