"""The words of a message that may name a place to go: "restos du coeur", "l'épicerie Le Panier". Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from directory.texts.terms import telling, term
from directory.words import Token, words

_DATA = Path(__file__).parent / "data" / "networks.toml"
# More words are a sentence about something else.
_MOST = 6

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Names:
    """`words`: those that may name something, needs' words included. `sure`: a name nobody says otherwise."""

    words: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    """Those that no need explains."""
    sure: bool = False

    @property
    def likely(self) -> bool:
        """More is said than a need."""
        return self.sure or bool(self.unexplained)

    @property
    def several(self) -> bool:
        """One word alone may be anything."""
        return self.sure or len(self.words) > 1


def read_names(
    written: Sequence[Token], *, taken: Iterable[Span], needs: Iterable[Span], small: Collection[str]
) -> Names:
    """`taken`: characters that the place, the moment, the people explain; `needs`: those that a need does."""
    away, explained = tuple(taken), tuple(needs)
    free = [token for token in written if not _in(token, away)]
    said = telling((token.word for token in free), small)
    if len(said) > _MOST:
        return Names()
    unexplained = telling((token.word for token in free if not _in(token, explained)), small)
    terms = tuple(term(word) for word in said)
    windows = {terms[start:end] for start in range(len(terms)) for end in range(start + 1, len(terms) + 1)}
    return Names(said, unexplained, sure=not windows.isdisjoint(networks(frozenset(small))))


@cache
def networks(small: frozenset[str]) -> frozenset[tuple[str | None, ...]]:
    """The names of `data/networks.toml`, as the terms they are looked for by."""
    listed = tomllib.loads(_DATA.read_text(encoding="utf-8"))["names"]
    return frozenset(tuple(term(word) for word in telling(words(name), small)) for name in listed)


def _in(token: Token, spans: Iterable[Span]) -> bool:
    return any(start <= token.start < end for start, end in spans)
