"""Bring a misspelt word back to a danger word: one slip from five letters on, two from nine on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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


_ONSETS = {**dict.fromkeys("ckqsz", "k"), **dict.fromkeys("pf", "p"), **dict.fromkeys("aeo", "a"), "y": "i"}


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


class Shortened:
    """Words by what is left of them; worked out by first letter and length, when a word asks for it."""

    __slots__ = ("_drawers", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._drawers: dict[tuple[str, int], dict[str, list[str]]] = {}
        self._words: dict[tuple[str, int], list[str]] = {}
        for word in words:
            for letter in dict.fromkeys(word[:3]):
                self._words.setdefault((letter, len(word)), []).append(word)

    def get(self, short: str) -> Sequence[str]:
        """The words that are `short` once a letter is dropped (two when long)."""
        drawer = (short[:1], len(short))
        if drawer not in self._drawers:
            self._drawers[drawer] = self._drawer(*drawer)
        return self._drawers[drawer].get(short, ())

    def __contains__(self, short: str) -> bool:
        return bool(self.get(short))

    def _drawer(self, letter: str, length: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for longer in (0, 1, 2):
            for word in self._words.get((letter, length + longer), ()):
                for short in _shortened(word):
                    if len(short) == length and short[0] == letter:
                        found.setdefault(short, []).append(word)
        return found


class Sounds:
    """Words by how they sound; worked out by what they begin with, when a word asks for it."""

    __slots__ = ("_heard", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._heard: dict[str, dict[str, str]] = {}
        self._words: dict[str, list[str]] = {}
        for word in words:
            self._words.setdefault(_onset(word), []).append(word)

    def get(self, word: str) -> str | None:
        """The first known word that sounds as this one."""
        onset = _onset(word)
        if onset not in self._heard:
            known: dict[str, str] = {}
            for found in self._words.get(onset, ()):
                heard = sound(found)
                if len(heard) >= SHORTEST - 1:
                    known.setdefault(heard, found)
            self._heard[onset] = known
        return self._heard[onset].get(sound(word))


def _onset(word: str) -> str:
    """What words that sound the same have in common at their beginning."""
    letter = word.lstrip("h")[:1]
    return _ONSETS.get(letter, letter)


@dataclass(frozen=True, slots=True)
class Speller:
    """Danger words by what is left of them when letters are dropped, and by how they sound."""

    known: frozenset[str]
    """Words that are right as they stand: never corrected."""
    shortened: Shortened
    sounds: Sounds

    def corrected(self, word: str) -> str:
        """The danger word that was meant, or the word itself."""
        if word in self.known or not SHORTEST - 1 <= len(word) <= LONGEST or not word.isalpha():
            return word
        heard = self.sounds.get(word)
        if heard is not None:
            return heard
        candidates = {found for short in _shortened(word) for found in self.shortened.get(short)}
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
    long = [word for word in dangers if len(word) >= SHORTEST]
    known = frozenset(dangers) | frozenset(ordinary)
    return Speller(known, Shortened(long), Sounds(word for word in long if word.isascii()))
