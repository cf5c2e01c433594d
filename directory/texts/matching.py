"""Which services hold enough of some words, and how well. Pure, no I/O."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.texts.index import Held, Texts, Wanted
from directory.texts.strips import Runs

Ranks = NDArray[np.int32]
Scores = NDArray[np.int64]

# Of the weight of the words, what a service must hold; and of the best score, what another must reach.
ENOUGH, CLOSE = 0.75, 0.7


class Matched(NamedTuple):
    """Services by rank, ascending, and their score: the weight of the words they hold, twice that of a name's."""

    ranks: Ranks
    scores: Scores


def matching(
    texts: Texts, wanted: Sequence[Wanted], runs: Runs, *, named: bool = False, enough: float = ENOUGH
) -> Matched:
    """The services of some runs of ranks that hold `enough` of the words, by their weight.

    `named`: only what stands in names counts.
    """
    total = sum(word.weight for word in wanted)
    ranks = _candidates(texts, wanted, runs, enough * total)
    held, scores = np.zeros(len(ranks), np.int64), np.zeros(len(ranks), np.int64)
    for word in wanted:
        best = _worth(texts, word, ranks, named=named)
        held += word.weight * (best > 0)
        scores += word.weight * best
    kept = (held >= enough * total).nonzero()[0] if total else np.empty(0, np.int64)
    return Matched(ranks[kept], scores[kept])


def _candidates(texts: Texts, wanted: Sequence[Wanted], runs: Runs, enough: float) -> Ranks:
    """The services that hold one of the rarest words: without any of these, the others do not weigh enough."""
    taken: list[Held] = []
    rest = sum(word.weight for word in wanted)
    for word in wanted:
        if rest < enough:
            break
        rest -= word.weight
        taken += [_within(texts.holding(number), runs) for number in word.terms]
    if len(taken) == 1:
        return taken[0] >> 1
    return np.unique(np.concatenate(taken) >> 1) if taken else np.empty(0, np.int32)


def _within(held: Held, runs: Runs) -> Held:
    """The part of a sorted list that lies in some runs."""
    bounds = held.searchsorted([2 * bound for run in runs for bound in run]).tolist()
    parts = [held[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True) if start < end]
    return parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else held[:0]


def _worth(texts: Texts, word: Wanted, ranks: Ranks, *, named: bool) -> NDArray[np.int64]:
    """How each service holds a word: 2 in a name, 1 in a description (0 when only names count), 0 not at all."""
    best = np.zeros(len(ranks), np.int64)
    for number in word.terms:
        held = texts.holding(number)
        if len(held):
            found = held[np.minimum(held.searchsorted(2 * ranks), len(held) - 1)]
            in_name = found & 1
            worth = np.where(found >> 1 == ranks, 2 * in_name if named else 1 + in_name, 0)
            best = np.maximum(best, worth)
    return best
