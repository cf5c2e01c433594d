"""What kind of answer a question wants: an amount, a date, a list, a comparison…"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.words import read_language, small_words

# What must stand in an answer, or there is none: a figure that is not held is never replaced by something near.
EXACT = frozenset(
    [
        "amount",
        "count",
        "rate",
        "hour",
        "frequency",
        "duration",
        "age",
        "date",
        "contact",
        "mail",
        "phone",
        "succession",
    ]
)
_COUNTING = re.compile(r"\b(?:combien|nombre|nb|number|many|numero)(?: (?:de|d|2|of|le|la|les|y a t il|en))* ")
# "Combien de projets", "nombre de", "how many": things are counted, not money.
_THINGS = re.compile(
    r"\b(?:combien|konbien) (?:y a t il )?(?:de|d|2(?= [a-z]))\b|\b(?:nombre|nb)\b|\bhow many\b|\bnumber of\b",
)
_MONEY = re.compile(
    r"\b(?:euros?|sous?|argent|millions|credits|budget|montants?|coute?n?t?|funding|amount|money|cost)\b",
)
_WHERE = re.compile(r"\boù\b", re.IGNORECASE)
_TO_BE = re.compile(r"\bou (?:est|se|a lieu|aura lieu|aller|trouver|sont|c est)\b")


@dataclass(frozen=True, slots=True)
class Asks:
    """`kinds`: of answers; `counted`: the folded words after "combien de", the noun first."""

    kinds: frozenset[str] = frozenset()
    counted: tuple[str, ...] = ()

    @property
    def exact(self) -> frozenset[str]:
        """The kinds that an answer must hold."""
        return self.kinds & EXACT

    def __contains__(self, kind: str) -> bool:
        return kind in self.kinds


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look for among folded words. Most messages have none of their first words: that is seen first."""

    starts: frozenset[str]
    pattern: re.Pattern[str]

    def stand_in(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases is said."""
        return not self.starts.isdisjoint(words) and self.pattern.search(" ".join(words)) is not None


def phrases(said: Iterable[object]) -> Phrases:
    """Any of the phrases; "*" is one to three words."""
    listed = sorted(map(str, said), key=len, reverse=True)
    pattern = re.compile(r"(?<!\S)(?:" + "|".join(map(_pattern, listed)) + r")(?!\S)")
    return Phrases(frozenset(phrase.split()[0] for phrase in listed), pattern)


def _pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", r"\S+(?: \S+)?(?: \S+)?")


@cache
def _patterns() -> Mapping[str, Phrases]:
    return {kind: phrases(said) for kind, said in read_language("asks").items()}


def asked(words: Sequence[str], text: str) -> Asks:
    """What folded words ask for; `text`: as it was written, which alone tells "où" from "ou"."""
    said = " ".join(words).replace("quand meme", "")
    spoken = said.split()
    kinds = {kind for kind, listed in _patterns().items() if listed.stand_in(spoken)}
    if "%" in text:
        kinds.add("rate")
    if _WHERE.search(text) or _TO_BE.search(said):
        kinds.add("place")
    counting = _COUNTING.search(said + " ")
    after = said[counting.end() :].split() if counting else []
    counted = tuple(word for word in after if word not in small_words())[:3]
    things = bool(counting and _THINGS.search(said))
    return Asks(frozenset(_settled(kinds, said, things=things)), counted if things else ())


def _settled(kinds: set[str], said: str, *, things: bool) -> set[str]:
    """ "Combien" alone counts or costs; with a rate, a frequency, a length of time, it is only their word."""
    if kinds & {"mail", "phone"}:
        kinds = kinds - {"contact"}
    if kinds & {"rate", "frequency", "duration", "age", "hour"}:
        return kinds - {"count"}
    if {"amount", "count"} <= kinds:
        return kinds - ({"amount"} if things and not _MONEY.search(said) else {"count"})
    return kinds
