"""Names that sound or look like a misspelt one: a dozen by first sound, length and letters, then distance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from directory.communes.index import Index
from directory.communes.letters import nearly
from directory.communes.spelling import first_sound, skeleton, sound, whole

# What a name ten times larger is worth against one more wrong letter.
_SIZE = 0.3
# What a wrong letter costs when the word sounds the same.
_HEARD = 0.4


@dataclass(frozen=True, slots=True)
class Near:
    """A skeleton of the index, how many letters are wrong, whether it sounds the same; the lowest cost is likeliest."""

    key: str
    distance: int
    alike: bool
    cost: float
    rows: tuple[int, ...]


def allowed(length: int) -> int:
    """How many wrong letters a name of that many letters may have."""
    return 1 if length < 8 else 2 if length < 14 else 3


def mended(words: Sequence[str], kept: frozenset[str] = frozenset()) -> list[str]:
    """The words with a misspelt "saint" or "sainte" in front set right, unless it is a word to be kept."""
    first = words[0]
    if len(words) > 1 and 3 <= len(first) <= 7 and first[0] == "s" and first not in kept:
        for right in ("saint", "sainte"):
            if OSA.distance(first, right) == 1 and first not in ("saint", "sainte", "saints"):
                return [right, *words[1:]]
    return list(words)


def near(index: Index, words: Sequence[str], *, known: bool = False, limit: int = 4) -> list[Near]:
    """The likeliest names for misspelt words, best first; `known`: among communes over 5,000 inhabitants only."""
    prefix = "!" if known else ""
    found: dict[str, Near] = {}
    for key in dict.fromkeys((skeleton(words), whole(words))):
        if not 4 <= len(key) <= 45:
            continue
        for name, distance in _spelt(index, key, prefix=prefix, limit=limit):
            _keep(index, found, name, distance, alike=False)
        for name in index["sounds"].get(prefix + sound(key), ()):
            distance = int(OSA.distance(key, name))
            if distance <= allowed(len(key)) + 1:
                _keep(index, found, name, distance, alike=True)
    return sorted(found.values(), key=lambda each: each.cost)[:limit]


def _spelt(index: Index, key: str, *, prefix: str, limit: int) -> list[tuple[str, int]]:
    most = allowed(len(key))
    bucket = index["buckets"].get(prefix + first_sound(key))
    results: list[tuple[str, int]] = []
    for _, names in groupby(nearly(bucket, key, most=most) if bucket else (), len):
        hits = extract(key, list(names), scorer=OSA.distance, score_cutoff=most, limit=limit)
        results.extend((name, int(distance)) for name, distance, _ in hits)
    return results


def _keep(index: Index, found: dict[str, Near], name: str, distance: int, *, alike: bool) -> None:
    key = index["wholes"].get(name, name)
    rows: tuple[int, ...] = index["names"].get(key) or index["former"][key]
    cost = distance * (_HEARD if alike else 1) - _SIZE * math.log10(index["population"][rows[0]] + 1)
    if key not in found or cost < found[key].cost:
        found[key] = Near(key, distance, alike, cost, rows)
