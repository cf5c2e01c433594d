"""Read the needs as an editor writes them: one YAML file per theme in `directory/data/needs`.

Phrases are separated by commas. Small words in them do not count ("aide pour le loyer" is "aide loyer"), unless
the phrase is between quotes. `weak` phrases only hint; `strong` ones leave no doubt. `together`: words found
anywhere in the same message, alternatives separated by bars: "mari|conjoint + frappe|insulte".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from directory.needs.model import Need

DATA = Path(__file__).parents[1] / "data" / "needs"
SMALL_WORDS = DATA / "small_words.yaml"
_WEIGHTS = {"weak": 1.0, "words": 3.0, "strong": 5.0, "together": 4.0}
_SEPARATOR = re.compile(r"[,،\n]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as written: what it says, in which language, the need, its weight and how it is matched."""

    text: str
    language: str
    need: str
    weight: float
    together: bool = False


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words that count for nothing: `small` ones are stepped over, `common` ones are never taken for a misspelling."""

    small: frozenset[str]
    common: frozenset[str]
    nothing: tuple[str, ...]
    badly: frozenset[str]
    """What is done "mal", badly, so that nothing hurts: "j'ai mal dormi"."""
    """Phrases that use up their words and mean no need ("bonne nuit")."""


def split(text: str) -> list[str]:
    """The phrases of a list written with commas."""
    return [phrase.strip() for phrase in _SEPARATOR.split(text) if phrase.strip()]


def documents(folder: Path = DATA) -> Iterator[dict[str, Any]]:
    """The theme files, in order of name."""
    for path in sorted(folder.glob("*.yaml")):
        if path != SMALL_WORDS:
            yield yaml.safe_load(path.read_text(encoding="utf-8"))


def _need(raw: Mapping[str, Any], theme: Mapping[str, Any]) -> Need:
    also = raw.get("also", ()) if raw is not theme else ()
    return Need(
        id=raw["id"],
        themes=(theme["id"], *also),
        labels=raw["labels"],
        short_labels=raw.get("short", raw["labels"]),
        thematiques=tuple(raw.get("thematiques", ())),
        soliguide=tuple(raw.get("soliguide", ())),
        axis=raw.get("axis", theme.get("axis")),
        vital=raw.get("vital", False),
        line=raw.get("line"),
    )


def read_needs(folder: Path = DATA) -> list[Need]:
    """Every theme, each followed by its needs."""
    return [_need(raw, theme) for theme in documents(folder) for raw in (theme, *theme["needs"])]


def read_phrases(folder: Path = DATA) -> list[Phrase]:
    """Every phrase of every need."""
    return [
        Phrase(text, language, raw["id"], weight, together=kind == "together")
        for theme in documents(folder)
        for raw in (theme, *theme["needs"])
        for kind, weight in _WEIGHTS.items()
        for language, listed in raw.get(kind, {}).items()
        for text in split(listed)
    ]


def read_small_words(path: Path = SMALL_WORDS) -> SmallWords:
    """The words that count for nothing, all languages together, as written."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    small = frozenset(word for listed in raw["small"].values() for word in listed.split())
    common = frozenset(word for listed in raw["common"].values() for word in listed.split())
    nothing = tuple(p for listed in raw["nothing"].values() for p in split(listed))
    return SmallWords(small, common | small, nothing, frozenset(raw["badly"].split()))
