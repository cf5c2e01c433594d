"""Which column of a table is what, by forgiving names."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from directory.words import words

TITLE, DATE = "title", "date"
_NAMES = Path(__file__).parent / "headers.toml"


@cache
def _known() -> dict[str, str]:
    """Fields, by the folded names of a column."""
    fields = tomllib.loads(_NAMES.read_text(encoding="utf-8"))
    return {_folded(name): field for field, names in fields.items() for name in names}


def columns(row: Sequence[str]) -> list[str]:
    """The field of each column of a line; "" for those that are not known."""
    return [_known().get(_folded(cell), "") for cell in row]


def is_header(row: Sequence[str]) -> bool:
    """Whether a line names the columns: at least the title and the date."""
    return {TITLE, DATE} <= set(columns(row))


def _folded(name: str) -> str:
    return " ".join(words(name[:80]))
