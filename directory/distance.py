"""Distances between points of the country, in kilometres, from degrees (WGS 84)."""

from __future__ import annotations

from math import asin, cos, hypot, radians, sin, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Degrees = NDArray[np.float64]

EARTH_KM = 6371.0088
KM_PER_DEGREE = EARTH_KM * radians(1)


class Centre(NamedTuple):
    """A point and the scale of a degree of longitude around it (`slope`: how it shrinks per degree northwards)."""

    latitude: float
    longitude: float
    scale: float
    slope: float


def centre(latitude: float, longitude: float) -> Centre:
    """The flat map around a point: right to 0.1 % within 100 km, anywhere in France, for a tenth of the arithmetic."""
    angle = radians(latitude)
    return Centre(latitude, longitude, cos(angle), sin(angle) * radians(1) / 2)


def squared(at: Centre, latitude: Degrees, longitude: Degrees) -> Degrees:
    """Squared distances to points, in degrees of latitude: to compare, and to turn into kilometres at the end."""
    north = latitude - at.latitude
    east = longitude - at.longitude
    east *= at.scale - at.slope * north
    east *= east
    north *= north
    east += north
    return east


def flat_km(at: Centre, latitude: float, longitude: float) -> float:
    """The distance to one point on the flat map."""
    north = latitude - at.latitude
    return hypot(north, (longitude - at.longitude) * (at.scale - at.slope * north)) * KM_PER_DEGREE


def great_circle_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The distance between two points however far apart (haversine)."""
    first, second = radians(latitude), radians(other_latitude)
    across = sin(radians(other_longitude - longitude) / 2) ** 2 * cos(first) * cos(second)
    return 2 * EARTH_KM * asin(min(1.0, sqrt(sin((second - first) / 2) ** 2 + across)))


def great_circles(at: Centre, latitude: Degrees, longitude: Degrees) -> Degrees:
    """Kilometres to points however far apart (haversine)."""
    first, second = radians(at.latitude), np.radians(latitude)
    across = np.sin(np.radians(longitude - at.longitude) / 2) ** 2 * cos(first) * np.cos(second)
    half = np.sin((second - first) / 2) ** 2 + across
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half))), dtype=np.float64)
