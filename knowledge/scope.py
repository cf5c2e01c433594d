"""What a question is not about: the weather, medicine, one's own case. And what says that it is about the pact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.asking import phrases
from knowledge.words import read_language


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """`name`: of the subject ("weather"); `need`: what the directory may offer instead, if anything."""

    name: str
    need: str = ""


@cache
def _pact() -> re.Pattern[str]:
    return phrases(read_language("scope")["pact"])


@cache
def _subjects() -> Sequence[tuple[OutOfScope, re.Pattern[str]]]:
    subjects = read_language("scope")["scope"].items()
    return tuple((OutOfScope(name, each.get("need", "")), phrases(each["said"])) for name, each in subjects)


def is_about_the_pact(words: Sequence[str]) -> bool:
    """Whether folded words name the pact or something of its own."""
    return bool(_pact().search(" ".join(words)))


@cache
def _profiles() -> re.Pattern[str]:
    return phrases(read_language("scope")["profiles"])


def takes_part(words: Sequence[str]) -> bool:
    """Whether folded words speak for an association, a company, a commune… that may take part in a local pact."""
    return bool(_profiles().search(" ".join(words)))


def out_of_scope(words: Sequence[str]) -> OutOfScope | None:
    """The subject that folded words speak of and that is none of ours; None when there is no such sign."""
    said = " ".join(words)
    return next((subject for subject, pattern in _subjects() if pattern.search(said)), None)
