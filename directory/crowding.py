"""How far to look first for so many services: as far as that many are expected, by how crowded the place is.

Where services crowd, the ten nearest stand within a kilometre: measuring all those of a town to keep ten costs more
than looking near first, and farther only when too few are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import floor, inf, pi, sqrt
from typing import NamedTuple

import numpy as np

from directory.distance import KM_PER_DEGREE, Centre, Degrees

# Squares of an eighth of a degree: 14 km high, 9 to 14 wide.
_PER_DEGREE = 8
# More than a whole row of squares.
_ROW = 10_000
# Twice as many as are wanted are aimed at: to look twice costs more than to sort a few too many.
_MARGIN = 2

Squares = Mapping[int, float]
"""By square: the kilometres within which one service is expected. Squares where nothing stands are left out."""


class Crowd(NamedTuple):
    """What is known beforehand of where the services of one list are: those of all lists, and `apart`: how much
    farther from each other those of this list are, as a ratio.
    """

    squares: Squares
    apart: float

    def radius_km(self, at: Centre, wanted: int) -> float:
        """The kilometres within which `wanted` services of the list are expected; infinite where nothing stands."""
        square = floor(at.latitude * _PER_DEGREE) * _ROW + floor(at.longitude * _PER_DEGREE)
        return self.squares.get(square, inf) * self.apart * sqrt(_MARGIN * wanted)


def squares(latitude: Degrees, longitude: Degrees) -> Squares:
    """Where points (degrees, NaN: nowhere) crowd."""
    located = ~np.isnan(latitude)
    north, east = (np.floor(degrees[located] * _PER_DEGREE).astype(np.int64) for degrees in (latitude, longitude))
    numbers, first, counts = np.unique(north * _ROW + east, return_index=True, return_counts=True)
    surface = (KM_PER_DEGREE / _PER_DEGREE) ** 2 * np.cos(np.radians(latitude[located][first]))
    return dict(zip(numbers.tolist(), np.sqrt(surface / (pi * counts)).tolist(), strict=True))
