"""From the names and the descriptions of services to `Texts`. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from directory.texts.index import Texts
from directory.texts.order import Order
from directory.texts.terms import term, written
from directory.words import fold

# Characters of a description that are read: what a service does comes first.
LONGEST = 600
# Names of structures and descriptions of networks come back thousands of times.
_LATELY = 8192


class TextsBuilder:
    """What is gathered while services go by, in any order; `small`: folded words that are not looked for."""

    def __init__(self, small: Collection[str]) -> None:
        self._small = small
        self._numbers: dict[str, int] = {}
        self._forms: list[str] = []
        self._of_word: dict[str, int] = {}
        # For each service: its terms, twice their number and one more for a name's, and how many they are.
        self._terms = array("i")
        self._counts = array("i")
        self._read = lru_cache(maxsize=_LATELY)(self._numbered)

    def add(self, name: str, structure: str, description: str) -> None:
        """One more service, by its name, its structure's name, and its description."""
        named = self._read(name) | self._read(structure)
        described = self._read(description[:LONGEST]) - named
        self._terms.extend(2 * number + 1 for number in named)
        self._terms.extend(2 * number for number in described)
        self._counts.append(len(named) + len(described))

    def _numbered(self, text: str) -> frozenset[int]:
        known = self._of_word
        found = {known[word] if word in known else self._number(word) for word in written(text)}
        found.discard(-1)
        return frozenset(found)

    def _number(self, word: str) -> int:
        """The number of a word's term, -1 when it is not looked for."""
        stem = None if fold(word) in self._small else term(word)
        number = -1
        if stem is not None:
            number = self._numbers.setdefault(stem, len(self._numbers))
            if number == len(self._forms):
                self._forms.append(word)
            # Shown to people: the shortest form, with its accents.
            self._forms[number] = min(self._forms[number], word, key=_plainness)
        self._of_word[word] = number
        return number

    def finish(self, rows: NDArray[np.int32], order: Order) -> Texts:
        """`rows`: of each service, in the order they were added."""
        ranks = np.empty(len(rows), np.int64)
        ranks[order.rows] = np.arange(len(rows))
        stems = sorted(self._numbers)
        places = np.empty(len(stems), np.int64)
        places[[self._numbers[stem] for stem in stems]] = np.arange(len(stems))
        said = np.array(self._terms, np.int64)
        of_service = np.repeat(ranks[rows], np.array(self._counts, np.int64))
        posted = (places[said >> 1] << 32) | (of_service << 1) | (said & 1)
        posted.sort()
        texts = [self._forms[self._numbers[stem]].encode() for stem in stems]
        return Texts(
            order=order,
            forms=np.frombuffer(b"".join(texts), np.uint8),
            form_ends=np.fromiter(accumulate(map(len, texts)), np.int64, len(texts)),
            held=(posted & 0xFFFFFFFF).astype(np.int32),
            held_ends=np.bincount(posted >> 32, minlength=len(stems)).cumsum(),
        )


def _plainness(word: str) -> tuple[int, list[int]]:
    return len(word), [-ord(letter) for letter in word]
