"""Which term of the directory a misspelt word stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Shorter words have too many neighbours.
_SHORTEST = 4
_LONG = 8
# Terms at the same distance that one word may stand for.
MOST = 4
_MOST_KEPT = 20_000


class Vocabulary:
    """Terms by their first letter and length: a misspelt word is compared with its neighbours only."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._neighbours: dict[tuple[str, int], list[str]] = defaultdict(list)
        for term in terms:
            if len(term) >= _SHORTEST and term.isalpha():
                self._neighbours[term[0], len(term)].append(term)
        self._seen: dict[str, tuple[str, ...]] = {}

    def near(self, term: str) -> tuple[str, ...]:
        """The terms one slip away, two for a long word, the nearest only, in their order; none when it is too short."""
        if term not in self._seen:
            if len(self._seen) > _MOST_KEPT:
                self._seen.clear()
            self._seen[term] = self._find(term)
        return self._seen[term]

    def _find(self, term: str) -> tuple[str, ...]:
        if len(term) < _SHORTEST or not term.isalpha():
            return ()
        slips = 2 if len(term) >= _LONG else 1
        found: list[tuple[int, str]] = []
        for length in range(len(term) - slips, len(term) + slips + 1):
            known = self._neighbours.get((term[0], length), ())
            near = process.extract(term, known, scorer=OSA.distance, score_cutoff=slips, limit=None)
            found += [(round(distance), other) for other, distance, _ in near]
        nearest = min(found, default=(0, ""))[0]
        return tuple(sorted(other for distance, other in found if distance == nearest)[:MOST])
