"""Which services come first, how far to look, and what the next page holds.

The first block holds all that lies within the first radius that has enough; asking for more adds the rings beyond.
A block is never reordered by what is found farther, so that pages neither repeat nor skip a service.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.distance import Centre, Closeness, kilometres
from directory.flags import Flag
from directory.hours import State
from directory.search_doors import CLOSED, OPEN, STATES, Doors
from directory.search_filters import Filters
from directory.search_nearest import within
from directory.search_query import Query
from directory.search_text import TEXT, Words
from directory.snapshot import Numbers, Posting, Reach, Snapshot

# Among so many closed ones, the soonest to open are kept.
MOST_CLOSED = 10
# With fewer results in reach, it is worth looking farther.
ENOUGH = 3


class Candidate(NamedTuple):
    """A service in reach. `doubts`: how much of what was asked is not known of it; `score`: of the words typed."""

    row: int
    km: float | None
    needs: tuple[str, ...]
    doubts: int = 0
    score: int = 0


@dataclass(slots=True)
class Look:
    """What one look within a radius saw: those that may be shown, in order, as many as the page needs.

    `closed`: the nearest of those closed at the moment asked; `hidden`: how many are.
    """

    shown: list[Candidate] = field(default_factory=list)
    closed: list[Candidate] = field(default_factory=list)
    hidden: int = 0
    open: int = 0
    met: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """One search under way."""

    snapshot: Snapshot
    query: Query
    filters: Filters
    doors: Doors
    around: tuple[Centre, ...]
    words: Words | None
    """What the words typed find; None when none was."""

    def lists(self, reach: Reach) -> Mapping[str, Posting]:
        """The lists of services of each need asked, those that have one; of the words typed when no need is."""
        if self.words and not self.query.needs:
            posting = self.words.posting(reach)
            return {TEXT: posting} if len(posting.rows) else {}
        found = ((need, self.snapshot.postings.get((need, reach))) for need in dict.fromkeys(self.query.needs))
        return {need: posting for need, posting in found if posting is not None}


def first_block(asked: Asked) -> tuple[Look, float]:
    """What lies within the first radius that has enough, and that radius."""
    seen, reached = Look(), 0.0
    wanted = {need for need, _ in asked.lists(Reach.NEAR).items()}
    for radius in asked.query.radii:
        seen, reached = look(asked, radius), radius
        enough = len(seen.shown) >= min(ENOUGH, asked.query.limit) and seen.met >= wanted
        if enough and (asked.query.when is None or seen.open):
            break
    return seen, reached


def farther(asked: Asked, seen: Look, radius: float) -> tuple[Look, float]:
    """The first block and as many rings beyond it as the page asked needs."""
    for wider in asked.query.radii:
        if wider <= radius or len(seen.shown) > asked.query.offset:
            continue
        known = {candidate.row for candidate in seen.shown}
        wide = look(asked, wider)
        ring = [candidate for candidate in wide.shown if candidate.row not in known]
        seen, radius = Look([*seen.shown, *ring], wide.closed, wide.hidden, wide.open, wide.met), wider
    return seen, radius


def look(asked: Asked, radius_km: float) -> Look:
    """All that lies within a radius, in the order it is shown."""
    query = asked.query
    plain = query.when is None and not _doubtful(query) and len(query.needs) == 1 and not query.words
    most = query.offset + query.limit + 1 if plain else None
    lists = {
        need: within(posting, asked.around, radius_km, keep=asked.filters.keep, most=most)
        for need, posting in asked.lists(Reach.NEAR).items()
    }
    return arranged(asked, lists)


def arranged(asked: Asked, lists: Mapping[str, tuple[Numbers, Closeness]]) -> Look:
    """Candidates of each need, those that answer several merged, in the order they are shown."""
    if len(lists) == 1 and not (asked.query.words and asked.query.needs) and not _doubtful(asked.query):
        [(need, (rows, close))] = lists.items()
        return _alone(asked, need, rows, close)
    needs_of: dict[int, tuple[str, ...]] = {}
    km_of: dict[int, float] = {}
    for need, (rows, close) in lists.items():
        for row, km in zip(rows.tolist(), kilometres(close), strict=True):
            needs_of[row] = (*needs_of.get(row, ()), need)
            km_of[row] = km
    seen = Look()
    candidates = [Candidate(row, km_of[row], needs) for row, needs in needs_of.items()]
    if asked.query.when is None:
        seen.shown = candidates
    else:
        _by_hours(asked, seen, candidates)
    if _doubtful(asked.query):
        seen.shown = [_by_flags(asked, candidate) for candidate in seen.shown]
    if asked.words:
        scores = asked.words.scores(np.array([candidate.row for candidate in seen.shown], np.int32)).tolist()
        seen.shown = [each._replace(score=score) for each, score in zip(seen.shown, scores, strict=True)]
    queues = [sorted((c for c in seen.shown if need in c.needs), key=_order(asked.query)) for need in lists]
    seen.closed.sort(key=lambda candidate: (candidate.km or 0.0, candidate.row))
    seen.met = frozenset(need for need, queue in zip(lists, queues, strict=True) if queue)
    seen.shown = queues[0] if len(queues) == 1 else _in_turn(queues)
    return seen


def _by_hours(asked: Asked, seen: Look, candidates: list[Candidate]) -> None:
    """Put each candidate among those shown, with its doubts, or among the closed."""
    rows = np.fromiter((candidate.row for candidate in candidates), np.int32, len(candidates))
    for candidate, number in zip(candidates, asked.doors.states(rows).tolist(), strict=True):
        state = STATES[number]
        if state is State.CLOSED:
            seen.closed.append(candidate)
            seen.hidden += 1
        elif state is State.OPEN:
            seen.open += 1
            seen.shown.append(candidate)
        else:
            seen.shown.append(candidate._replace(doubts=2))


def _alone(asked: Asked, need: str, rows: Numbers, close: Closeness) -> Look:
    """What one list alone has to show: the same as one candidate at a time, when there are thousands."""
    query, found = asked.query, np.arange(len(rows))
    doubts, closed = np.zeros(len(rows), np.int64), found[:0]
    opened = 0
    if query.when is not None:
        states = asked.doors.states(rows)
        closed, opened = (states == CLOSED).nonzero()[0], int((states == OPEN).sum())
        found = (states != CLOSED).nonzero()[0]
        doubts = 2 * (states[found] != OPEN)
    if asked.words:
        found = found[np.lexsort((doubts, -asked.words.scores(rows[found])))]
    elif query.when is not None:
        found = found[doubts.argsort(kind="stable")]
    found, closed, hidden = found[: query.offset + query.limit + 1], closed[:MOST_CLOSED], len(closed)

    def candidates(places: NDArray[np.int64]) -> list[Candidate]:
        kms = kilometres(close[places])
        return [Candidate(row, km, (need,)) for row, km in zip(rows[places].tolist(), kms, strict=True)]

    return Look(
        candidates(found), candidates(closed), hidden, opened, frozenset((need,)) if len(found) else frozenset()
    )


def _doubtful(query: Query) -> Flag:
    """What is asked of the place that nothing may tell."""
    asked = (
        (query.wheelchair, Flag.WHEELCHAIR),
        (query.animals, Flag.ANIMALS),
        (query.free, Flag.FREE),
        (query.interpreters, Flag.INTERPRETERS),
    )
    return Flag(sum(flag for wanted, flag in asked if wanted))


def _by_flags(asked: Asked, candidate: Candidate) -> Candidate:
    """The candidate, with a doubt for each thing asked of the place that nothing tells."""
    missing = _doubtful(asked.query) & ~Flag(int(asked.snapshot.flags[candidate.row]))
    return candidate._replace(doubts=candidate.doubts + missing.bit_count())


def _order(query: Query) -> Callable[[Candidate], tuple[int, int, int, int, float]]:
    """The name that was typed, then the surest; at comparable distances, who answers more needs; then the nearest."""

    several = len(query.needs) > 1

    def key(candidate: Candidate) -> tuple[int, int, int, int, float]:
        km = candidate.km or 0.0
        ring = bisect_left(query.radii, km) if several else 0
        return -candidate.score, candidate.doubts, ring, -len(candidate.needs), km

    return key


def _in_turn(queues: Iterable[list[Candidate]]) -> list[Candidate]:
    """One candidate of each need in turn, each service once."""
    taken: dict[int, Candidate] = {}
    waiting = [iter(queue) for queue in queues]
    while waiting:
        for queue in tuple(waiting):
            candidate = next((found for found in queue if found.row not in taken), None)
            if candidate is None:
                waiting.remove(queue)
            else:
                taken[candidate.row] = candidate
    return list(taken.values())
