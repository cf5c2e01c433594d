"""Who the help is for ("une femme avec enfants") and what the place must allow ("mon chien"). Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from directory.words import Token, words

_DATA = Path(__file__).parent / "data" / "publics.toml"
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their words → a data·inclusion public, or what the place must allow (`animals`, `free`…).

    `leads`: words that lead to them; `always`: names that need no such word.
    """

    names: dict[tuple[str, ...], str]
    leads: frozenset[str]
    always: frozenset[str]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A public or an access that was said, in the characters [start, end) of the text.

    `led`: it comes after "pour", "avec"…, so that it says who comes and not what is needed; a price always does.
    """

    name: str
    start: int
    end: int
    led: bool


@cache
def phrases() -> Phrases:
    """The phrases of `data/publics.toml`."""
    read: dict[str, Any] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    tables = (read["publics"], read["access"])
    names = {words(said): name for table in tables for name, listed in table.items() for said in listed}
    leads = frozenset(word for lead in read["leads"]["words"] for word in words(lead))
    return Phrases(names, leads, frozenset(read["leads"]["always"]))


def read_publics(written: Sequence[Token]) -> tuple[Narrowing, ...]:
    """What folded words, SMS spellings written out, say of the people and of the access they need.

    >>> from directory.words import spoken, tokens
    >>> [(n.name, n.led) for n in read_publics(spoken(tokens("un lit pour une femme avec mon chien")))]
    [('femmes', True), ('animals', True)]
    """
    found: list[Narrowing] = []
    taken: set[int] = set()
    for start, end, phrase in _windows([token.word for token in written]):
        name = phrases().names.get(phrase)
        if name is None or taken.intersection(range(start, end)):
            continue
        taken.update(range(start, end))
        led = name in phrases().always or _leads(written, start, phrase)
        found.append(Narrowing(name, written[start].start, written[end - 1].end, led))
    return tuple(sorted(found, key=lambda narrowing: narrowing.start))


def _leads(written: Sequence[Token], start: int, phrase: tuple[str, ...]) -> bool:
    """Whether "avec", "pour"… stands in the phrase, or just before it, articles apart."""
    before = [token.word for token in written[max(0, start - 2) : start]]
    return not phrases().leads.isdisjoint((*before, phrase[0]))


def _windows(said: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for length in range(_LONGEST, 0, -1):
        for start in range(len(said) - length + 1):
            yield start, start + length, tuple(said[start : start + length])
