"""Which column of a table is which field: proposed by forgiving names, to be confirmed by a person. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from directory.importers import cleaning
from directory.importers.files import FileRefusedError
from directory.importers.lines import Line
from directory.words import words

NAME, PLACE = "nom", ("commune", "code_postal", "code_insee", "adresse")
"""What a table must say at least: a name, and any of these."""
_LEAST, _SURE = 78.0, 100.0
_HEADER_WITHIN = 20
_MOST_SAMPLES = 3
_LONGEST_SAMPLE = 60
_DATA = Path(__file__).parent / "columns.toml"


@dataclass(frozen=True, slots=True)
class Match:
    """A column and the field it seems to be. `field`: "" when none; `score`: from 0 to 100; `samples`: as written."""

    column: int
    title: str
    field: str
    score: float
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """The columns of a table, in order. `header`: the number of the line that names them."""

    header: int
    matches: tuple[Match, ...]

    def changed(self, column: int, field: str) -> Matching:
        """The same with one column given another field, "" for none. Raises ValueError for what is no field."""
        if field and field not in fields():
            raise ValueError(field)
        return replace(self, matches=tuple(
            replace(match, field=field, score=_SURE) if match.column == column else match for match in self.matches
        ))  # fmt: skip

    @property
    def lacks(self) -> str:
        """A field without which nothing can be read: "nom", "commune", or "" when there is enough."""
        told = {match.field for match in self.matches}
        if NAME not in told:
            return NAME
        return "" if told & {*PLACE} else PLACE[0]


@cache
def data() -> Mapping[str, Any]:
    """Names of columns and words of cells."""
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def fields() -> tuple[str, ...]:
    """All the fields that a column may be."""
    return tuple(data()["names"])


def folded(said: str) -> str:
    """What spellings of the same words share."""
    return " ".join(words(said[:80].replace("_", " ")))


def field_of(said: str) -> str | None:
    """The field that somebody names in words; None when there is none."""
    return _guess(0, said).field or None


@cache
def _named() -> Mapping[str, str]:
    return {folded(name): field for field, names in data()["names"].items() for name in [field, *names]}


def propose(lines: Iterable[Line], *, file: str) -> Matching:
    """The matching that the first lines of a table suggest. Raises FileRefusedError when none names its columns."""
    beginning = list(islice(lines, _HEADER_WITHIN + _MOST_SAMPLES))
    tried = [(number, _matches(cells), at) for at, (number, cells) in enumerate(beginning[:_HEADER_WITHIN])]
    known = [one for one in tried if sum(bool(match.field) for match in one[1]) >= 2]
    if not known:
        raise FileRefusedError("import-file-no-columns", file=file)
    header, matches, at = max(known, key=lambda one: sum(match.score for match in one[1] if match.field))
    below = [cells for _, cells in beginning[at + 1 :]]
    return Matching(header, tuple(replace(match, samples=_samples(below, match.column)) for match in matches))


def _matches(cells: Sequence[str]) -> list[Match]:
    """The best field of each column; a field that takes one column goes to the nearest name."""
    guesses = [_guess(column, cell) for column, cell in enumerate(cells)]
    joined = frozenset(data()["joined"])
    taken: dict[str, Match] = {}
    for guess in sorted(guesses, key=lambda guess: (-guess.score, guess.column)):
        taken.setdefault(guess.field, guess)
    return [
        guess if guess.field in joined or taken[guess.field] is guess else replace(guess, field="", score=0.0)
        for guess in guesses
    ]


def _guess(column: int, cell: str) -> Match:
    title = cleaning.line(cell)[:_LONGEST_SAMPLE]
    said = folded(title)
    if field := _named().get(said):
        return Match(column, title, field, _SURE, ())
    # Three letters or fewer are other words as soon as one changes.
    found = process.extractOne(said, _named().keys(), scorer=fuzz.ratio, score_cutoff=_LEAST) if len(said) > 3 else None
    return (
        Match(column, title, _named()[found[0]], round(found[1], 1), ()) if found else Match(column, title, "", 0.0, ())
    )


def _samples(rows: Sequence[Sequence[str]], column: int) -> tuple[str, ...]:
    cells = (cleaning.line(row[column])[:_LONGEST_SAMPLE] for row in rows if column < len(row))
    return tuple(islice((cell for cell in cells if cell), _MOST_SAMPLES))
