"""From words to what they stand for: stems, words of one meaning, words that say nothing."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer
import yaml

LANGUAGE = Path(__file__).parent / "language"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEMMER = snowballstemmer.stemmer("french")


@dataclass(frozen=True, slots=True)
class Ear:
    """How letters become words, given by whoever builds the knowledge, so that a spelling is forgiven alike everywhere.

    `words`: the folded words of a text, SMS spellings written out; `sound`: how a folded word sounds, equal for two
    spellings read alike; `ordinary`: usual French words, folded: they are no misspelling of another.
    """

    words: Callable[[str], Sequence[str]]
    sound: Callable[[str], str]
    ordinary: Container[str] = frozenset()
    stamp: bytes = b""
    """Changes when any of them does: what was made with another ear is made again."""


@cache
def read_language(name: str) -> Mapping[str, Any]:
    """One file of `knowledge/language`: its sections by name."""
    with (LANGUAGE / f"{name}.yaml").open(encoding="utf-8") as file:
        read: Mapping[str, Any] = yaml.load(file, Loader=_LOADER)  # noqa: S506 - the safe loader, in C
    return read


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The French stem of a folded word (Snowball); figures stay as they are."""
    return word if word.isdigit() else _STEMMER.stemWord(word)


@cache
def small_words() -> frozenset[str]:
    """Folded words that say nothing of the subject of a question."""
    read = read_language("small_words")
    return frozenset(f"{read['fr']} {read['en']}".replace("-", " ").split())


@cache
def languages_of_small_words() -> tuple[frozenset[str], frozenset[str]]:
    """The small words of English, then those of French."""
    read = read_language("small_words")
    return frozenset(str(read["en"]).replace("-", " ").split()), frozenset(str(read["fr"]).replace("-", " ").split())


@cache
def asking_words() -> frozenset[str]:
    """Folded words that say what kind of answer is wanted ("montant", "date")."""
    read = read_language("small_words")
    return frozenset(str(read["asks"]).replace("-", " ").split())


@cache
def meanings() -> Mapping[str, str]:
    """Stem → the stem of the first word of its line in `synonyms.yaml`."""
    found: dict[str, str] = {}
    for line in read_language("synonyms")["meanings"]:
        first, *_ = line
        for word in line:
            found.setdefault(stem(str(word)), stem(str(first)))
    return found


@lru_cache(maxsize=20_000)
def meaning(word: str) -> str:
    """What a folded word stands for: the stem that all words of its meaning share ("deux" is 2)."""
    stemmed = stem(word)
    return meanings().get(stemmed, stemmed)
