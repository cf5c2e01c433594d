"""Who the help is for ("une femme avec enfants") and what the place must allow ("mon chien"). Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data" / "publics.toml"
_LONGEST = 4


@cache
def phrases() -> dict[tuple[str, ...], str]:
    """Phrases by their words → a data·inclusion public, or `animals`, `wheelchair`."""
    read: dict[str, Any] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    tables = (read["publics"], read["access"])
    return {tuple(said.split()): name for table in tables for name, listed in table.items() for said in listed}


def read_publics(words: Sequence[str]) -> frozenset[str]:
    """What folded words say of the people and of the access they need.

    >>> sorted(read_publics("pour une femme avec mon chien".split()))
    ['animals', 'femmes']
    """
    known = phrases()
    return frozenset(
        known[phrase]
        for length in range(1, _LONGEST + 1)
        for start in range(len(words) - length + 1)
        if (phrase := tuple(words[start : start + length])) in known
    )
