"""The services of one list within a radius, nearest first: the few lines where a search spends its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from directory.distance import KM_PER_DEGREE, Centre, Degrees, great_circles, squared
from directory.snapshot import Numbers, Posting

Mask = Callable[[Numbers], "np.typing.NDArray[np.bool_] | None"]

# Under this many, sorting all of them costs less than choosing first.
_FEW = 64


def within(
    posting: Posting, around: Sequence[Centre], radius_km: float, *, keep: Mask | None = None, most: int | None = None
) -> tuple[Numbers, Degrees]:
    """The rows of a list within `radius_km` of the nearest of some points, with their squared distances.

    Nearest first; at equal distance, from south to north, then by number. `keep` says which rows may stay.
    `most`: no more than so many are wanted, those at the same distance as the last one aside.
    """
    reach = radius_km / KM_PER_DEGREE
    latitudes = [at.latitude for at in around]
    first, last = posting.latitude.searchsorted((min(latitudes) - reach, max(latitudes) + reach)).tolist()
    latitude, longitude = posting.latitude[first:last], posting.longitude[first:last]
    distance = squared(around[0], latitude, longitude)
    for at in around[1:]:
        distance = np.minimum(distance, squared(at, latitude, longitude))
    near = (distance <= reach * reach).nonzero()[0]
    return _ordered(posting.rows[first:last][near], distance[near], keep, most)


def anywhere(posting: Posting, around: Sequence[Centre], *, keep: Mask | None = None) -> tuple[Numbers, Degrees]:
    """The rows of a list that are somewhere, nearest first, with their distances in kilometres."""
    located = int(posting.latitude.searchsorted(np.nan))
    latitude, longitude = posting.latitude[:located], posting.longitude[:located]
    distance = great_circles(around[0], latitude, longitude)
    for at in around[1:]:
        distance = np.minimum(distance, great_circles(at, latitude, longitude))
    return _ordered(posting.rows[:located], distance, keep, None)


def kilometres(distance: Degrees) -> list[float]:
    """Kilometres from squared distances."""
    found: list[float] = (np.sqrt(distance) * KM_PER_DEGREE).tolist()
    return found


def _ordered(rows: Numbers, distance: Degrees, keep: Mask | None, most: int | None) -> tuple[Numbers, Degrees]:
    kept = keep(rows) if keep is not None else None
    if kept is not None:
        rows, distance = rows[kept], distance[kept]
    if most is not None and len(rows) > max(most, _FEW):
        close = (distance <= np.partition(distance, most - 1)[most - 1]).nonzero()[0]
        rows, distance = rows[close], distance[close]
    order = distance.argsort(kind="stable")
    return rows[order], distance[order]
