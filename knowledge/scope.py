"""What a question is not about: the weather, medicine, one's own case. And what says that it is about the pact."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.asking import phrases
from knowledge.words import read_language


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """`name`: of the subject ("weather"); `need`: what the directory may offer instead, if anything."""

    name: str
    need: str = ""


@cache
def _read() -> Mapping[str, Any]:
    read = read_language("scope")
    assert isinstance(read, dict)  # noqa: S101 - a file of ours, shipped
    return read


@cache
def _pact() -> re.Pattern[str]:
    return phrases(_read()["pact"])


@cache
def _subjects() -> Sequence[tuple[OutOfScope, re.Pattern[str]]]:
    subjects = _read()["scope"].items()
    return tuple((OutOfScope(name, each.get("need", "")), phrases(each["said"])) for name, each in subjects)


def is_about_the_pact(words: Sequence[str]) -> bool:
    """Whether folded words name the pact or something of its own."""
    return bool(_pact().search(" ".join(words)))


def out_of_scope(words: Sequence[str]) -> OutOfScope | None:
    """The subject that folded words speak of and that is none of ours; None when there is no such sign."""
    said = " ".join(words)
    return next((subject for subject, pattern in _subjects() if pattern.search(said)), None)
