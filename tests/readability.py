"""How easily French is read: Kandel and Moles, 1958. Over 80 is simple, over 60 standard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SENTENCES = re.compile(r"[^.!?:]+")
VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœ]+", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")


def sentences_of(texts: Iterable[str]) -> list[list[str]]:
    """The sentences of texts, in words."""
    parts = [part for text in texts for part in SENTENCES.findall(text)]
    return [words for part in parts if (words := _WORDS.findall(part))]


def syllables(word: str) -> int:
    """Sounded vowel groups; a silent final e, es or ent does not count."""
    heard = re.sub(r"(?<=[^aeiouyéè])(?:e|es|ent)$", "", word.lower()) if len(word) > 3 else word
    return max(1, len(VOWELS.findall(heard)))


def readability(sentences: Sequence[Sequence[str]]) -> float:
    """207 − 1.015 × words a sentence − 73.6 × syllables a word."""
    words = [word for sentence in sentences for word in sentence]
    return 207 - 1.015 * len(words) / len(sentences) - 73.6 * sum(map(syllables, words)) / len(words)
