"""Lists of words by name, read from a file; a word of six letters or more is known with one slip. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from directory.words import words

_DATA = Path(__file__).parent / "data"
# A shorter word is read as it is written.
FORGIVEN = 6


@dataclass(frozen=True, slots=True)
class WordLists:
    """`never`: words that are as they are written, however near another."""

    lists: Mapping[str, frozenset[str]]
    never: frozenset[str] = frozenset()

    def holds(self, name: str, word: str) -> bool:
        """Whether a folded word is one of a list, misspelt perhaps."""
        known = self.lists[name]
        if word in known or word in self.never:
            return word in known
        return len(word) >= FORGIVEN and any(
            len(other) >= FORGIVEN and OSA.distance(word, other, score_cutoff=1) <= 1 for other in known
        )

    def any_of(self, name: str, spoken: Iterable[str]) -> bool:
        """Whether one of several words is."""
        return any(self.holds(name, word) for word in spoken)


@cache
def word_lists(file: str, group: str = "") -> WordLists:
    """The lists of a file of `data`, or of one of its groups."""
    read = tomllib.loads((_DATA / file).read_text(encoding="utf-8"))
    listed: Mapping[str, list[str]] = read[group] if group else read
    lists = {name: frozenset(word for said in each for word in words(said)) for name, each in listed.items()}
    return WordLists(lists, lists.get("never", frozenset()))
