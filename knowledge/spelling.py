"""Bring a word that no record knows to the one that was probably meant: by its sound, then by its letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.words import Ear, small_words

_ELIDED = "dlnsjmtcq"
_LONG, _VERY_LONG = 5, 8
_SHORTEST_SOUND = 3


@dataclass(frozen=True, slots=True, repr=False)
class Speller:
    """`vocabulary`: folded word → number of records it stands in."""

    vocabulary: Mapping[str, int]
    ear: Ear
    _sounds: dict[str, str] = field(default_factory=dict)
    _by_first: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _seen: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, vocabulary: Mapping[str, int], ear: Ear) -> Speller:
        """Learn how the words sound; of two that sound alike, the one that stands in more records wins."""
        made = cls(vocabulary, ear)
        for word in (*vocabulary, *small_words()):
            if not word.isascii() or not word.isalpha():
                continue
            heard = ear.sound(word)
            other = made._sounds.get(heard)
            if other is None or vocabulary.get(other, 0) < vocabulary.get(word, 0):
                made._sounds[heard] = word
            made._by_first[word[0]].append(word)
        return made

    def plain(self) -> dict[str, Any]:
        """What was learnt, as dictionaries and lists."""
        return {"sounds": dict(self._sounds), "by_first": dict(self._by_first)}

    @classmethod
    def from_plain(cls, vocabulary: Mapping[str, int], ear: Ear, plain: Mapping[str, Any]) -> Speller:
        """What `plain` gave, for the same vocabulary."""
        return cls(vocabulary, ear, plain["sounds"], plain["by_first"])

    def known(self, word: str) -> bool:
        """Whether some record has the word, or another of its meaning."""
        return word in self.vocabulary

    def meant(self, word: str) -> str | None:
        """The known word that was meant; None when there is none. A usual word is never taken for another."""
        if word not in self._seen:
            if len(self._seen) > 5000:
                self._seen.clear()
            self._seen[word] = self._meant(word)
        return self._seen[word]

    def _meant(self, word: str) -> str | None:
        if not word.isascii() or word.isdigit() or len(word) < _SHORTEST_SOUND:
            return None
        if word[0] in _ELIDED and word[1:] in self.vocabulary and len(word) >= _LONG:
            return word[1:]
        usual = word in self.ear.ordinary
        if usual and len(word) < _LONG:
            return None
        return self._sounds.get(self.ear.sound(word)) or (None if usual else self._nearest(word))

    def _nearest(self, word: str) -> str | None:
        """The known word that differs by the fewest letters, one or two; short words may not differ."""
        if len(word) < _LONG:
            return None
        most = 2 if len(word) >= _VERY_LONG else 1
        near = process.extract(word, self._by_first.get(word[0], ()), scorer=OSA.distance, score_cutoff=most, limit=5)
        return (
            min(near, key=lambda each: (not each[0].startswith(word), each[1], -self.vocabulary.get(each[0], 0)))[0]
            if near
            else None
        )
