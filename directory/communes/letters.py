"""Names that hold nearly the same letters as a misspelt one: what is worth comparing letter by letter. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

_LONGEST = 64

Bucket = tuple[list[str], list[int], bytes]
"""Names, the shortest first; how many are shorter than 0, 1… letters; the letters of each, 64 bits."""


def letters(name: str) -> int:
    """The letters of a name: 32 bits for those it holds, 32 for those it holds twice.

    A letter added or taken away changes one bit at most, one put for another two, two that change places none.
    """
    once = twice = 0
    for letter in name:
        bit = 1 << (ord(letter) & 31)
        twice |= once & bit
        once |= bit
    return once | twice << 32


def bucket(names: Iterable[str]) -> Bucket:
    """Names to choose from, of 64 letters at most; plain values, that `marshal` can keep."""
    sorted_names = sorted((name for name in names if len(name) <= _LONGEST), key=len)
    lengths = np.array([len(name) for name in sorted_names])
    shorter = lengths.searchsorted(range(_LONGEST + 2)).tolist()
    held = np.array([letters(name) for name in sorted_names], np.uint64)
    return sorted_names, shorter, held.tobytes()


def nearly(bucket: Bucket, key: str, *, most: int) -> list[str]:
    """The names that may be within `most` slips of a key, the shortest first: none that is, is left out."""
    names, shorter, held = bucket
    first = shorter[min(_LONGEST, max(0, len(key) - most))]
    last = shorter[min(_LONGEST, len(key) + most) + 1]
    apart = np.bitwise_count(np.frombuffer(held, np.uint64)[first:last] ^ np.uint64(letters(key)))
    return [names[first + place] for place in (apart <= 2 * most).nonzero()[0].tolist()]
