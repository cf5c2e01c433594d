"""What a question is not about: the weather, medicine, one's own case. And what says that it is about the pact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.asking import Phrases, phrases
from knowledge.words import read_language


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """`name`: of the subject ("weather"); `need`: what the directory may offer instead, if anything."""

    name: str
    need: str = ""


@cache
def _pact() -> Phrases:
    return phrases(read_language("scope")["pact"])


@cache
def _subjects() -> Sequence[tuple[OutOfScope, Phrases]]:
    subjects = read_language("scope")["scope"].items()
    return tuple((OutOfScope(name, each.get("need", "")), phrases(each["said"])) for name, each in subjects)


def is_about_the_pact(words: Sequence[str]) -> bool:
    """Whether folded words name the pact or something of its own."""
    return _pact().stand_in(words)


@cache
def _profiles() -> Phrases:
    return phrases(read_language("scope")["profiles"])


def takes_part(words: Sequence[str]) -> bool:
    """Whether folded words speak for an association, a company, a commune… that may take part in a local pact."""
    return _profiles().stand_in(words)


def out_of_scope(words: Sequence[str]) -> OutOfScope | None:
    """The subject that folded words speak of and that is none of ours; None when there is no such sign."""
    return next((subject for subject, listed in _subjects() if listed.stand_in(words)), None)
