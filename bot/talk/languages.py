"""Guess the language of a message from its script and its small words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

_SMALL_WORDS = Path(__file__).parent / "data" / "small_words.tsv"


@cache
def small_words() -> dict[str, frozenset[str]]:
    """Folded small words by language, from `data/small_words.tsv` (one language a line)."""
    lines = _SMALL_WORDS.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {language: frozenset(listed.split()) for language, listed in pairs}


def guess(words: Sequence[str]) -> str | None:
    """The language (fr, en, es, ar, uk) the folded words are in; None when they do not tell.

    A script decides alone; in Latin letters at least one small word is needed, and more than in any other language.
    """
    letters = "".join(words)
    if not letters:
        return None
    for language, first, last in (("ar", "\u0600", "\u06ff"), ("uk", "\u0400", "\u04ff")):
        if 2 * sum(first <= letter <= last for letter in letters) >= len(letters) - 8 and any(
            first <= letter <= last for letter in letters
        ):
            return language
    found = sorted(
        ((sum(w in known for w in words), language) for language, known in small_words().items()), reverse=True
    )
    (best, language), (second, _) = found[0], found[1]
    return language if best > second else None
