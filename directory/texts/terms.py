"""From the words of a name or of a description to terms: what two ways of writing a word have in common. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from directory.needs.stems import stem
from directory.words import fold, spellings

_WORD = re.compile(r"[^\W_]+")
# What people say, and what the networks call themselves.
_SAME = {"restaur": "resto"}
# A letter alone says nothing: "d'", "l'", "bâtiment B".
_SHORTEST = 2


def written(text: str) -> list[str]:
    """The words of a text as written, in small letters.

    >>> written("Épicerie solidaire « Le Panier »")
    ['épicerie', 'solidaire', 'le', 'panier']
    """
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=50_000)
def term(word: str) -> str | None:
    """What a word is looked for by; None for a letter alone.

    >>> term("Épiceries") == term("epicerie"), term("restaurants") == term("restos")
    (True, True)
    """
    folded = fold(word)
    said = spellings().get(folded, ())
    folded = said[0] if len(said) == 1 else folded
    if len(folded) < _SHORTEST:
        return None
    found = stem(folded)
    return _SAME.get(found, found)


def telling(words: Iterable[str], small: Collection[str]) -> tuple[str, ...]:
    """The words that may name something, once each: neither small ones nor letters alone."""
    return tuple(dict.fromkeys(word for word in words if fold(word) not in small and term(word)))
