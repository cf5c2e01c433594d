"""The services of one list within a radius, nearest first: the few lines where a search spends its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos

import numpy as np
from numpy.typing import NDArray

from directory.bands import spans
from directory.distance import EARTH_KM, Centre, Closeness, Vectors
from directory.snapshot import Numbers, Posting

Mask = Callable[[Numbers], NDArray[np.bool_] | None]

# Under this many, sorting all of them costs less than choosing first.
_FEW = 64


def within(
    posting: Posting, around: Sequence[Centre], radius_km: float, *, keep: Mask | None = None, most: int | None = None
) -> tuple[Numbers, Closeness]:
    """The rows of a list within `radius_km` of the nearest of some points, nearest first, and how close they are.

    At equal distance, from south to north, then by number. `keep` says which rows may stay. `most`: no more than so
    many are wanted, those at the same distance as the last one aside.
    """
    if most is not None and posting.crowd is not None and len(around) == 1:
        expected = posting.crowd.radius_km(around[0], most)
        if expected < radius_km:
            near = _inside(posting, around, expected, keep, most)
            if len(near[0]) >= most:
                return near
    return _inside(posting, around, radius_km, keep, most)


def anywhere(posting: Posting, around: Sequence[Centre], *, keep: Mask | None = None) -> tuple[Numbers, Closeness]:
    """All the rows of a list that are somewhere, however far."""
    located = int(posting.places.searchsorted(np.nan))
    return _ordered(posting.rows[:located], _closeness(posting.vectors[:located], around), keep, None)


def _inside(
    posting: Posting, around: Sequence[Centre], radius_km: float, keep: Mask | None, most: int | None
) -> tuple[Numbers, Closeness]:
    """Those within the radius, nearest first."""
    bounds = spans(posting.places, around, radius_km)
    if len(bounds) == 2:
        first, end = bounds
        rows, vectors = posting.rows[first:end], posting.vectors[first:end]
    else:
        parts = [slice(first, end) for first, end in zip(bounds[::2], bounds[1::2], strict=True)]
        rows = np.concatenate([posting.rows[part] for part in parts])
        vectors = np.concatenate([posting.vectors[part] for part in parts])
    closeness = vectors.dot(around[0].vector) if len(around) == 1 else _closeness(vectors, around)
    near = (closeness >= cos(radius_km / EARTH_KM)).nonzero()[0]
    return _ordered(rows.take(near), closeness.take(near), keep, most)


def _closeness(vectors: Vectors, around: Sequence[Centre]) -> Closeness:
    nearest: Closeness = vectors.dot(around[0].vector)
    for at in around[1:]:
        nearest = np.maximum(nearest, vectors.dot(at.vector))
    return nearest


def _ordered(rows: Numbers, closeness: Closeness, keep: Mask | None, most: int | None) -> tuple[Numbers, Closeness]:
    kept = keep(rows) if keep is not None else None
    if kept is not None:
        rows, closeness = rows[kept], closeness[kept]
    if most is not None and len(rows) > max(most, _FEW):
        last = len(rows) - most
        close = (closeness >= np.partition(closeness, last)[last]).nonzero()[0]
        rows, closeness = rows.take(close), closeness.take(close)
    order = (-closeness).argsort(kind="stable")
    return rows.take(order), closeness.take(order)
