"""Commands that people say without a slash: "menu", "la suite", "english"."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from directory.words import words

_DATA = Path(__file__).parent / "data" / "spoken_commands.toml"


@cache
def spoken_commands() -> dict[str, str]:
    """Folded words → the command they stand for, from `data/spoken_commands.toml`.

    Raises ValueError when the same words stand for two commands.
    """
    read: dict[str, list[str]] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for command, listed in read.items():
        for said in listed:
            folded = " ".join(words(said))
            if found.setdefault(folded, command) != command:
                raise ValueError(f"{said!r} stands for {found[folded]!r} and {command!r}")
    return found
