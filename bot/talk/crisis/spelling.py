"""Bring a misspelt word back to a danger word: one slip from five letters on, two from nine on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

SHORTEST = 5
"""Letters below which a word is taken as typed."""
LONG = 9
"""Letters from which two slips are forgiven."""
LONGEST = 22
"""Letters above which a word is not looked at: no danger word is that long."""
LONGEST_GLUED = 60
_ALONE = frozenset("ajlmiyу")
"""Letters that are words in what is written without spaces."""

_SOUNDS = (
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile("eau|au"), "o"),
    (re.compile("ph"), "f"),
    (re.compile("qu|c(?=[aou])|ck"), "k"),
    (re.compile("h|(?<!^)e(?=s?$)"), ""),
    (re.compile("y"), "i"),
    (re.compile("(?<=[aeiou])ss?(?=[aeiou])|z"), "s"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("en(?=t|$)|an"), "en"),
    (re.compile("(?:es|er|ez|nt|[stdxe])$"), ""),
)


def sound(word: str) -> str:
    """How a French word sounds, roughly: "frape" and "frappe" are the same."""
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word


def near(one: str, other: str, *, slips: int) -> bool:
    """Whether at most `slips` letters were dropped, added, changed or swapped with the next.

    Swaps never overlap (optimal string alignment).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1] <= slips


def _without_one(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _shortened(word: str) -> set[str]:
    """The word, and the word with one letter dropped (two when long)."""
    found = {word, *_without_one(word)}
    if len(word) >= LONG - 1:
        found.update(shorter for once in tuple(found) for shorter in _without_one(once))
    return found


@dataclass(frozen=True, slots=True)
class Speller:
    """Danger words by what is left of them when letters are dropped, and by how they sound."""

    known: frozenset[str]
    """Words that are right as they stand: never corrected."""
    shortened: Mapping[str, tuple[str, ...]]
    sounds: Mapping[str, str]

    def corrected(self, word: str) -> str:
        """The danger word that was meant, or the word itself."""
        if word in self.known or not SHORTEST - 1 <= len(word) <= LONGEST or not word.isalpha():
            return word
        heard = self.sounds.get(sound(word))
        if heard is not None:
            return heard
        candidates = {found for short in _shortened(word) for found in self.shortened.get(short, ())}
        for slips in (1, 2):
            meant = [
                found
                for found in candidates
                if (slips == 1 or min(len(found), len(word)) >= LONG - 1) and near(word, found, slips=slips)
            ]
            if meant:
                return min(meant, key=lambda found: (found[0] != word[0], -len(found), found))
        return word

    def split(self, word: str) -> tuple[str, ...]:
        """The known words that were written without spaces ("jesuisalarue"); the word alone when it is not so."""
        if word in self.known or not LONG - 1 <= len(word) <= LONGEST_GLUED:
            return (word,)
        ways: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - LONGEST), end):
                piece = word[start:end]
                if start in ways and piece in self.known and (len(piece) > 1 or piece in _ALONE):
                    way = (*ways[start], piece)
                    if end not in ways or len(way) < len(ways[end]):
                        ways[end] = way
        return ways.get(len(word), (word,))


def speller(dangers: Iterable[str], *, ordinary: Iterable[str]) -> Speller:
    """A speller for these danger words that leaves the ordinary words alone."""
    dangers = sorted(set(dangers))
    shortened: dict[str, list[str]] = {}
    sounds: dict[str, str] = {}
    for word in dangers:
        if len(word) < SHORTEST:
            continue
        for short in _shortened(word):
            shortened.setdefault(short, []).append(word)
        if word.isascii() and len(sound(word)) >= SHORTEST - 1:
            sounds.setdefault(sound(word), word)
    return Speller(
        frozenset(dangers) | frozenset(ordinary), {short: tuple(found) for short, found in shortened.items()}, sounds
    )
