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
    least = enough * sum(word.weight for word in wanted)
    taken = _candidates(texts, wanted, runs, least)
    # One list, each service once: what it says of its own word is known already.
    alone = len(taken) == 1
    ranks = taken[0] >> 1 if alone else np.unique(np.concatenate(taken) >> 1) if taken else np.empty(0, np.int32)
    held, scores = np.zeros(len(ranks), np.int64), np.zeros(len(ranks), np.int64)
    if not len(ranks):
        return Matched(ranks, scores)
    for place, word in enumerate(wanted):
        worth = _worth(taken[0], named=named) if alone and place == 0 else _worths(texts, word, ranks, named=named)
        scores += word.weight * worth
        held += word.weight * (worth > 0)
    if len(wanted) == 1 and not named:
        return Matched(ranks, scores)
    kept = (held >= least).nonzero()[0]
    return Matched(ranks[kept], scores[kept])


def _candidates(texts: Texts, wanted: Sequence[Wanted], runs: Runs, least: float) -> list[Held]:
    """The services that hold one of the rarest words: without any of these, the others do not weigh enough."""
    taken: list[Held] = []
    rest = sum(word.weight for word in wanted)
    for word in wanted:
        if rest < least:
            break
        rest -= word.weight
        taken += [_within(texts.holding(number), runs) for number in word.terms]
    return taken


def _within(held: Held, runs: Runs) -> Held:
    """The part of a sorted list that lies in some runs."""
    bounds = held.searchsorted((2 * runs).astype(np.int32)).tolist()
    parts = [held[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True) if start < end]
    return parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else held[:0]


def _worth(held: Held, *, named: bool) -> NDArray[np.int32]:
    """2 for a service that holds a term in a name, 1 in a description (0 when only names count)."""
    return 2 * (held & 1) if named else 1 + (held & 1)


def _worths(texts: Texts, word: Wanted, ranks: Ranks, *, named: bool) -> NDArray[np.int32]:
    """How each service holds a word, under any of its terms; 0: not at all."""
    best = np.zeros(len(ranks), np.int32)
    for number in word.terms:
        held = texts.holding(number)
        found = held.take(held.searchsorted(2 * ranks), mode="clip") if len(held) else best - 1
        worth = (found >> 1 == ranks) * _worth(found, named=named)
        best = np.maximum(best, worth) if len(word.terms) > 1 else worth
    return best
