"""Distances between points of the country, in kilometres, from degrees (WGS 84).

A point is kept as a unit vector from the centre of the Earth: the scalar product of two of them, their `closeness`,
is the cosine of the angle between them. One product a service orders services by distance; rounding is worth 0.2 m.
"""

from __future__ import annotations

from math import asin, cos, pi, radians, sin, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Degrees = NDArray[np.float64]
Vectors = NDArray[np.float64]
Closeness = NDArray[np.float64]

EARTH_KM = 6371.0088
KM_PER_DEGREE = EARTH_KM * pi / 180


class Centre(NamedTuple):
    """A point that is searched around: degrees, unit vector, and `narrowing`: what a degree of longitude is there, of
    one at the equator.
    """

    latitude: float
    longitude: float
    vector: Vectors
    narrowing: float


def centre(latitude: float, longitude: float) -> Centre:
    """The point at some degrees."""
    north, east = radians(latitude), radians(longitude)
    flat = cos(north)
    return Centre(latitude, longitude, np.array((flat * cos(east), flat * sin(east), sin(north))), flat)


def vectors(latitude: Degrees, longitude: Degrees) -> Vectors:
    """The unit vectors of points, shape (points, 3); NaN for those that are nowhere."""
    north, east = np.radians(latitude), np.radians(longitude)
    flat = np.cos(north)
    return np.column_stack((flat * np.cos(east), flat * np.sin(east), np.sin(north)))


def kilometres(closeness: Closeness) -> list[float]:
    """Kilometres along the ground from scalar products."""
    found: list[float] = (2 * EARTH_KM * np.arcsin(np.sqrt(np.clip((1 - closeness) / 2, 0, 1)))).tolist()
    return found


def great_circle_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The distance between two points (haversine): exact, one at a time."""
    first, second = radians(latitude), radians(other_latitude)
    across = sin(radians(other_longitude - longitude) / 2) ** 2 * cos(first) * cos(second)
    return 2 * EARTH_KM * asin(min(1.0, sqrt(sin((second - first) / 2) ** 2 + across)))
