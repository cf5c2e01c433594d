"""Who somebody says they are, and what they offer, in their own words ("asso", "une mairie", "du temp"). Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from directory.words import words

_DATA = Path(__file__).parent / "data" / "offer_words.toml"
# A shorter word is read as it is written.
_FORGIVEN = 6


@cache
def _lists() -> dict[str, dict[str, frozenset[str]]]:
    read: dict[str, dict[str, list[str]]] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return {
        group: {name: frozenset(word for said in listed for word in words(said)) for name, listed in lists.items()}
        for group, lists in read.items()
    }


def _is(word: str, known: Iterable[str]) -> bool:
    """Whether a word is one of a list, misspelt perhaps."""
    if word in known:
        return True
    return len(word) >= _FORGIVEN and any(
        len(other) >= _FORGIVEN and OSA.distance(word, other, score_cutoff=1) <= 1 for other in known
    )


def meant(group: str, said: str) -> tuple[str, ...]:
    """The names of a group (`profile`, `means`) whose words a text has, in the order of the file.

    >>> meant("profile", "on est une assosiation"), meant("means", "du temp et une salle"), meant("profile", "bof")
    (('association',), ('place',), ())
    """
    spoken = words(said)
    return tuple(name for name, known in _lists()[group].items() if any(_is(word, known) for word in spoken))
