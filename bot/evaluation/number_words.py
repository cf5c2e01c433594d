"""Numbers written in words, French and English, as far as the documents use them."""

from __future__ import annotations

import re
from functools import cache

_FRENCH = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_ENGLISH = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_FRENCH_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}
_ENGLISH_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_OTHERS = {
    "dix sept": 17,
    "dix huit": 18,
    "dix neuf": 19,
    "vingt et un": 21,
    "trentaine": 30,
    "quarantaine": 40,
    "premier": 1,
    "premiere": 1,
    "deuxieme": 2,
    "second": 2,
    "seconde": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "cinquieme": 5,
    "first": 1,
    "third": 3,
    "fourth": 4,
}


def _with_tens(tens: dict[str, int], units: dict[str, int]) -> dict[str, int]:
    both = {f"{ten} {unit}": value + of for ten, value in tens.items() for unit, of in units.items() if of < 10}
    return tens | units | both


@cache
def _values() -> dict[str, int]:
    french = {word: value for value, word in enumerate(_FRENCH.split(), start=2)}
    english = {word: value for value, word in enumerate(_ENGLISH.split(), start=2)}
    values = _with_tens(_FRENCH_TENS, french) | _with_tens(_ENGLISH_TENS, english) | _OTHERS
    return values | {f"{ten} one": value + 1 for ten, value in _ENGLISH_TENS.items()}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_values(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


def in_digits(text: str) -> str:
    """Lower-case text without accents, its number words replaced by digits: "vingt deux" is "22"."""
    return _pattern().sub(lambda found: str(_values()[found[0]]), text)
