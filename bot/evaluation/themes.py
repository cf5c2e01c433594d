"""The themes that question files use, and the other names under which an answer may give them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bot.evaluation.comparable import comparable

THEMES = (
    "logement_hebergement",
    "alimentation",
    "hygiene",
    "sante",
    "sante_mentale",
    "addictions",
    "acces_droits",
    "domiciliation",
    "numerique",
    "emploi",
    "formation_francais",
    "mobilite",
    "energie",
    "famille",
    "jeunes",
    "violences",
    "handicap",
    "personnes_agees",
    "equipement",
    "juridique",
    "argent_dettes",
    "urgence",
)
_OTHER_NAMES = Path(__file__).parent / "data" / "theme_names.tsv"


@cache
def _identifiers() -> dict[str, str]:
    """Identifiers by accepted name."""
    lines = _OTHER_NAMES.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    others = {name: theme for theme, name in pairs}
    return others | {theme.replace("_", " "): theme for theme in THEMES}


@cache
def theme_named(name: str) -> str:
    """The identifier of a theme given by identifier, label or data·inclusion value.

    A value more detailed than what is known takes the theme of its longest known beginning;
    an unknown name comes back with underscores, and equals no theme.
    """
    key = re.sub(r"[^a-z0-9]+", " ", comparable(re.sub("[_-]", " ", name))).strip()
    identifiers = _identifiers()
    words = key.split(" ")
    for length in range(len(words), 0, -1):
        if theme := identifiers.get(" ".join(words[:length])):
            return theme
    return key.replace(" ", "_")
