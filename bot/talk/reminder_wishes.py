"""Whether a sentence asks for reminders, or for no more of them ("je veu etre rapelé des rdv"). Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from directory.words import words

_DATA = Path(__file__).parent / "data" / "reminder_words.toml"
# Longer messages tell something else.
_MOST_WORDS = 12
# A shorter word is read as it is written.
_FORGIVEN = 6
_FEW = 4
SUBSCRIBE, STOP = "abonner", "stop"


@cache
def _lists() -> dict[str, frozenset[str]]:
    read: dict[str, list[str]] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return {name: frozenset(word for said in listed for word in words(said)) for name, listed in read.items()}


@cache
def _is(word: str, name: str) -> bool:
    """Whether a word is one of a list, misspelt perhaps."""
    known = _lists()
    if word in known[name] or word in known["never"]:
        return word in known[name]
    return len(word) >= _FORGIVEN and any(
        len(other) >= _FORGIVEN and OSA.distance(word, other, score_cutoff=1) <= 1 for other in known[name]
    )


def reminder_wish(said: str) -> str:
    """The command that folded words mean, "" when they mean something else.

    >>> reminder_wish("recevoir des rapels"), reminder_wish("je ne veux plus de rappels"), reminder_wish("une douche")
    ('abonner', 'stop', '')
    """
    spoken = said.split()
    if not 0 < len(spoken) <= _MOST_WORDS:
        return ""

    def has(name: str) -> bool:
        return any(_is(word, name) for word in spoken)

    if has("others"):
        return ""
    if has("ends") or (has("no_more") and (has("things") or has("subscribes"))):
        return STOP
    return SUBSCRIBE if _asks(spoken, has) else ""


def _asks(spoken: list[str], has: Callable[[str], bool]) -> bool:
    if has("things") and (has("wants") or has("subscribes")):
        return True
    of_events = has("events") or " rendez vous" in f" {' '.join(spoken)}"
    if has("tells"):
        return of_events
    if not has("subscribes"):
        return False
    told = [word for word in spoken if word not in _lists()["small"] and not _is(word, "subscribes")]
    return of_events or (len(told) <= 1 and not any(_is(word, "no_more") for word in told) and len(spoken) <= _FEW)
