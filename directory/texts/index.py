"""Which services hold each term, in their name or in their description: arrays, immutable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log2
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.texts.order import Order
from directory.texts.spelling import Vocabulary
from directory.texts.terms import term

Held = NDArray[np.int32]
"""Services that hold a term: twice their rank (`directory.texts.order`), one more when it stands in a name."""

Worth = NDArray[np.int64]
HALF = 32
"""Bits of each half of a worth."""

_FINEST = 8
"""Steps of weight between a word and one half as frequent."""
_MOST_KEPT = 20_000
_weight_of = attrgetter("weight")


class Wanted(NamedTuple):
    """A word that is looked for: the terms it may stand for (none: nobody holds it), its weight, and the services that
    hold each of those terms.

    `worth`, `worth_in_names`: what a service holds by a term in a description, in a name, and without it: in the upper
    half the weight held, in the lower half the score, so that one sum makes both.
    """

    terms: tuple[int, ...]
    weight: int
    held: tuple[Held, ...]
    worth: Worth
    worth_in_names: Worth


@dataclass(frozen=True, eq=False)
class Texts:
    """`forms`: each term as written, UTF-8 cut by `form_ends`; `held`: the services of each, cut by `held_ends`."""

    order: Order
    forms: NDArray[np.uint8]
    form_ends: NDArray[np.int64]
    held: Held
    held_ends: NDArray[np.int64]

    @cached_property
    def words(self) -> list[str]:
        """Each term as it is written."""
        text, ends = self.forms.tobytes(), self.form_ends.tolist()
        return [text[start:end].decode() for start, end in zip([0, *ends], ends, strict=False)]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each term."""
        return {term(word) or word: number for number, word in enumerate(self.words)}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Corrects what is misspelt towards these terms."""
        return Vocabulary(self.numbers)

    def holding(self, number: int) -> Held:
        """The services that hold a term."""
        start = int(self.held_ends[number - 1]) if number else 0
        return self.held[start : int(self.held_ends[number])]

    def wanted(self, words: Iterable[str]) -> tuple[Wanted, ...]:
        """What each word stands for, the rarest first; misspelt ones are corrected. Small words are not looked for."""
        found = {each.terms or word: each for word in words for each in [self._read(word)]}
        return tuple(sorted(found.values(), key=_weight_of, reverse=True))

    def spelt(self, words: Iterable[str]) -> tuple[str, ...]:
        """The same words as the directory writes them; those that nobody holds are left out."""
        found = (self._read(word).terms for word in words)
        return tuple(dict.fromkeys(self.words[terms[0]] for terms in found if terms))

    @cached_property
    def _lately(self) -> dict[str, Wanted]:
        return {}

    def _read(self, word: str) -> Wanted:
        known = self._lately.get(word)
        if known is None:
            if len(self._lately) > _MOST_KEPT:
                self._lately.clear()
            known = self._lately[word] = self._wanted(self._terms(word))
        return known

    def _wanted(self, terms: tuple[int, ...]) -> Wanted:
        weight = self._weight(terms)
        said, named = (weight << HALF) + weight, (weight << HALF) + 2 * weight
        held = tuple(self.holding(number) for number in terms)
        return Wanted(terms, weight, held, np.array((said, named, 0)), np.array((0, named, 0)))

    def _terms(self, word: str) -> tuple[int, ...]:
        stem = term(word)
        if stem is None:
            return ()
        number = self.numbers.get(stem)
        if number is not None:
            return (number,)
        return tuple(self.numbers[near] for near in self.vocabulary.near(stem))

    def _weight(self, terms: tuple[int, ...]) -> int:
        """The rarer, the heavier: in eighths of a halving."""
        services = len(self.order.rows)
        holding = sum(len(self.holding(number)) for number in terms)
        return max(1, round(_FINEST * log2(1 + services / max(1, holding))))
