"""The keys by which words are compared: stems, small words marked as such, ages in three classes."""

from __future__ import annotations

from collections.abc import Sequence

from directory.needs.stems import stem

_YEARS = frozenset(
    (
        "ans",
        "an",
        "years",
        "year",
        "yo",
        "anos",
        "sanah",
        "سنه",
        "سنوات",
        "عام",
        "عاما",
        "років",
        "роки",
        "рік",
        "рокив",
        "рік",
    )
)
_SMALL = "_"


def small_key(key: str) -> bool:
    """Whether the key is a small word's."""
    return key[0] == _SMALL


def small_word(word: str) -> str:
    """The key of a small word."""
    return _SMALL + word


def _age(number: str) -> str:
    years = int(number)
    if years <= 11:
        return "#enfant"
    if years <= 25:
        return "#jeune"
    return "#senior" if 62 <= years <= 110 else number


def keys(found: Sequence[str], small: frozenset[str]) -> tuple[str, ...]:
    """The key of each word: "_de" for a small one, its stem for another, "#jeune" for the 17 of "17 ans"."""
    made = []
    for i, word in enumerate(found):
        if word in small:
            made.append(small_word(word))
        elif len(word) <= 3 and word.isdigit() and i + 1 < len(found) and found[i + 1] in _YEARS:
            made.append(_age(word))
        else:
            made.append(stem(word))
    return tuple(made)
