"""Find which known word a misspelt one stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory.needs.stems import sound, stem

_ELIDED = ("qu", "l", "d", "j")
_VOWELS = "aeiouyh"
_MOST_KEPT = 20_000


class Spelling:
    """Corrections towards the words of the needs; common words are left alone."""

    def __init__(self, stems: Collection[str], sounds: Mapping[str, str], common: Collection[str]) -> None:
        self._stems = frozenset(stems)
        self._sounds = sounds
        self._common = frozenset(common)
        self._common_stems = frozenset(stem(word) for word in common)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for known in self._stems:
            if len(known) >= 4 and known.isalpha():
                self._by_first[known[0]].append(known)
        self._seen: dict[str, str | None] = {}

    def corrected(self, word: str) -> str | None:
        """The stem that a word not known as written stands for, or None."""
        if word not in self._seen:
            if len(self._seen) > _MOST_KEPT:
                self._seen.clear()
            self._seen[word] = self._find(word)
        return self._seen[word]

    def _find(self, word: str) -> str | None:
        own = stem(word)
        if word in self._common or own in self._common_stems or not word.isalpha():
            return None
        for elided in _ELIDED:
            rest = word[len(elided) :]
            # "jfume", "jbois": people glue "je" to any verb, the others only before a vowel.
            glued = elided == "j" or rest[:1] in _VOWELS
            if word.startswith(elided) and len(rest) >= 4 and glued and stem(rest) in self._stems:
                return stem(rest)
        if len(word) < 5:
            return None
        return self._sounds.get(sound(word)) or self._near(word, own)

    def _near(self, word: str, own: str) -> str | None:
        if len(own) < 4:
            return None
        most = 2 if len(word) >= 9 else 1
        found = process.extractOne(own, self._by_first.get(own[0], ()), scorer=OSA.distance, score_cutoff=most)
        if (
            found is None
            or (len(own) < 6 and not own.isascii())
            or len(found[0]) < (5 if len(word) < 6 else 4 + found[1])
        ):
            return None
        return str(found[0])
