"""Which services hold enough of some words, and how well. Pure, no I/O."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.texts.index import HALF, Held, Wanted, Worth
from directory.texts.order import Runs

Ranks = NDArray[np.int32]
Scores = NDArray[np.int64]

# Of the weight of the words, what a service must hold; and of the best score, what another must reach.
ENOUGH, CLOSE = 0.75, 0.7


class Matched(NamedTuple):
    """Services by rank, ascending, and their score: the weight of the words they hold, twice that of a name's."""

    ranks: Ranks
    scores: Scores


_NOTHING = Matched(np.empty(0, np.int32), np.empty(0, np.int64))
_NOT_HELD: Worth = np.zeros(1, np.int64)
# Arrays without dimensions: making one of a Python number each time costs as much as what is done with it.
_ONE, _SCORE = np.array(1, np.int32), np.array((1 << HALF) - 1)


def matching(wanted: Sequence[Wanted], runs: Runs, *, named: bool = False, enough: float = ENOUGH) -> Matched:
    """The services of some runs of ranks that hold `enough` of the words, by their weight.

    `named`: only what stands in names counts.
    """
    weight = sum([word.weight for word in wanted])
    taken = _candidates(wanted, runs + runs, weight, enough * weight)
    if not any(map(len, taken)):
        return _NOTHING
    # One list, each service once: what it says of its own word is known already.
    alone = len(taken) == len(wanted[0].held) == 1
    ranks = taken[0] >> _ONE if alone else np.unique(np.concatenate(taken) >> _ONE)
    scales = [word.worth_in_names if named else word.worth for word in wanted]
    if alone and len(wanted) == 1 and not named:
        return Matched(ranks, scales[0].take(taken[0] & _ONE) & _SCORE)
    twice = ranks + ranks
    worth = scales[0].take(taken[0] & _ONE) if alone else _worth(wanted[0], scales[0], twice)
    for word, scale in zip(wanted[1:], scales[1:], strict=True):
        worth = worth + _worth(word, scale, twice)
    kept = (worth >= np.array(ceil(enough * weight) << HALF)).nonzero()[0]
    return Matched(ranks.take(kept), worth.take(kept) & _SCORE)


def _candidates(wanted: Sequence[Wanted], bounds: Held, weight: int, least: float) -> list[Held]:
    """The services that hold one of the rarest words: without any of these, the others do not weigh enough."""
    taken: list[Held] = []
    for word in wanted:
        if weight < least:
            break
        weight -= word.weight
        taken += [_within(held, bounds) for held in word.held]
    return taken


def _within(held: Held, bounds: Held) -> Held:
    """The part of a sorted list that lies between bounds, taken two by two."""
    found = iter(held.searchsorted(bounds).tolist())
    parts = [held[start:end] for start, end in zip(found, found, strict=True) if start < end]
    return parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else held[:0]


def _worth(word: Wanted, scale: Worth, twice: Held) -> Worth:
    """What each service, by twice its rank, holds by a word, under the best of its terms."""
    best: Worth = _NOT_HELD
    for held in word.held:
        found = held.take(held.searchsorted(twice), mode="clip")
        # 0: the term is in its description; 1: in its name; all else, below zero too, is another service.
        found -= twice
        worth = scale.take(found.view(np.uint32), mode="clip")
        best = worth if best is _NOT_HELD else np.maximum(best, worth)
    return best
