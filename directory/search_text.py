"""Words typed by a person, as lists of services like those of a need: those that hold the words best."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos

import numpy as np

from directory.distance import EARTH_KM, Centre
from directory.search_query import Query
from directory.snapshot import Numbers, Posting, Reach, Snapshot
from directory.texts.matching import CLOSE, ENOUGH, Matched, Scores, matching
from directory.texts.order import Order, Runs

TEXT = ""
"""The key of these lists, where others have a need."""
_NOTHING = Matched(np.empty(0, np.int32), np.empty(0, np.int64))


class Words:
    """The services that the words of one query find, each reach worked out once; lives for one search.

    Near: those of the widest radius, else those of the country; without a point, those of the départements. A service
    whose score is too far under the best of its list is left out.
    """

    def __init__(self, snapshot: Snapshot, query: Query, centres: Sequence[Centre]) -> None:
        self._snapshot, self._query, self._centres = snapshot, query, centres
        self._wanted = snapshot.texts.wanted(query.words)
        self._postings: dict[Reach, Posting] = {}
        self._scored = _NOTHING

    def posting(self, reach: Reach) -> Posting:
        """The services of a reach, as the snapshot keeps those of a need."""
        if reach not in self._postings:
            matched = _best(self._near() if reach is Reach.NEAR else self._in(self._order.part(reach)))
            order, ranks = self._order, matched.ranks
            rows = order.rows.take(ranks)
            if reach is Reach.NEAR:
                ascending = rows.argsort()
                self._scored = Matched(rows.take(ascending), matched.scores.take(ascending))
            self._postings[reach] = Posting(rows, order.places.take(ranks), order.vectors.take(ranks, axis=0))
        return self._postings[reach]

    def scores(self, rows: Numbers) -> Scores:
        """How well services near hold the words; 0 for those that do not."""
        self.posting(Reach.NEAR)
        known, scores = self._scored
        if not len(known):
            return np.zeros(len(rows), np.int64)
        at = np.minimum(known.searchsorted(rows), len(known) - 1)
        return np.where(known[at] == rows, scores[at], 0)

    def found(self, *, enough: float = ENOUGH) -> bool:
        """Whether a service holds enough of the words in the widest radius, or by phone; anywhere without a point."""
        if not self._centres:
            return bool(len(self._in(np.concatenate([self._order.part(reach) for reach in Reach]), enough).ranks))
        near = self._order.runs(self._centres, self._query.radii[-1])
        around = self._in(np.concatenate((near, self._order.part(Reach.PROFESSIONALS))), enough)
        remote = self._in(self._order.part(Reach.REMOTE), enough)
        return bool(len(self._within(around, self._query.radii[-1]).ranks) or len(remote.ranks))

    @property
    def _order(self) -> Order:
        return self._snapshot.texts.order

    def _in(self, runs: Runs, enough: float = ENOUGH) -> Matched:
        return matching(self._wanted, runs, named=self._query.named, enough=enough)

    def _near(self) -> Matched:
        everywhere = self._order.part(Reach.NEAR)
        if not self._centres:
            return self._in_departements(self._in(everywhere))
        radius = self._query.radii[-1]
        found = self._within(self._in(self._order.runs(self._centres, radius)), radius)
        return found if len(found.ranks) or self._query.needs else self._in(everywhere)

    def _within(self, matched: Matched, radius_km: float) -> Matched:
        at = self._order.vectors.take(matched.ranks, axis=0)
        close = at.dot(self._centres[0].vector) >= cos(radius_km / EARTH_KM)
        for centre in self._centres[1:]:
            close |= at.dot(centre.vector) >= cos(radius_km / EARTH_KM)
        return Matched(matched.ranks[close], matched.scores[close])

    def _in_departements(self, matched: Matched) -> Matched:
        known = self._snapshot.tables.departements
        wanted = [number for number, name in enumerate(known) if name in self._query.departements]
        inside = np.isin(self._snapshot.departements[self._order.rows.take(matched.ranks)], wanted)
        return Matched(matched.ranks[inside], matched.scores[inside])


def _best(matched: Matched) -> Matched:
    if not len(matched.ranks):
        return matched
    kept = matched.scores >= CLOSE * matched.scores.max()
    return Matched(matched.ranks[kept], matched.scores[kept])
