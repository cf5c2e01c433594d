"""An order of services in which those around a point follow each other: band after band between two meridians, each
from south to north.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import asin, degrees, floor, sin

import numpy as np
from numpy.typing import NDArray

from directory.distance import EARTH_KM, KM_PER_DEGREE, Centre, Degrees

# A degree, 75 km: a circle of some kilometres seldom lies in two bands, and those of one band are near enough.
_WIDTH = 1
# From a band to the next: more than latitudes take.
_APART = 1000.0
_HALF_TURN = 180.0

Places = NDArray[np.float64]
"""Where services stand in that order: 1000 times the band, plus the latitude; NaN for those that are nowhere."""


def places(latitude: Degrees, longitude: Degrees) -> Places:
    """Where points (degrees, NaN: nowhere) stand in the order."""
    return _APART * np.floor(longitude / _WIDTH) + latitude


def spans(ordered: Places, around: Sequence[Centre], radius_km: float) -> list[int]:
    """Where those that may lie within a radius of one of some points start and end, start and end… and some others.

    `ordered`: sorted. Of those that are nowhere, none.
    """
    if len(around) == 1:
        south, west, north, east = _sides(around[0], radius_km)
    else:
        souths, wests, norths, easts = zip(*(_sides(at, radius_km) for at in around), strict=True)
        south, west, north, east = min(souths), min(wests), max(norths), max(easts)
    known, first, last = ordered.data, floor(west / _WIDTH), floor(east / _WIDTH)
    if first == last:
        start = bisect_left(known, _APART * first + south)
        return [start, bisect_left(known, _APART * first + north, start)]
    if west < -_HALF_TURN or east >= _HALF_TURN:
        return [0, bisect_left(known, np.inf)]
    return [bisect_left(known, _APART * band + side) for band in range(first, last + 1) for side in (south, north)]


def _sides(at: Centre, radius_km: float) -> tuple[float, float, float, float]:
    """South, west, north and east of what lies within a radius; beyond the half turn near a pole."""
    latitude, longitude, _, narrowing = at
    reach, angle = radius_km / KM_PER_DEGREE, sin(radius_km / EARTH_KM)
    side = 1.001 * degrees(asin(angle / narrowing)) if angle < narrowing else 2 * _HALF_TURN
    return latitude - reach, longitude - side, latitude + reach, longitude + side
