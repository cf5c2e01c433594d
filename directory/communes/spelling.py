"""How the name of a commune is compared: what is dropped, what is written out, how it sounds. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# Words that people leave out or confuse inside a name ("chalon saone", "au mans", "lès"/"les").
SMALL = frozenset(
    ["le", "la", "les", "l", "d", "de", "du", "des", "en", "sur", "sous", "aux", "au", "a", "et", "lez", "es"]
)
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur", "snt": "saint"}
_WRITTEN_OUT |= {"mt": "mont", "ss": "sous", "ch": "chateau", "chat": "chateau", "nd": "notre dame", "bg": "bourg"}
# Only the surest abbreviations are written out where a sentence may use the letters for something else.
_SURE = frozenset(("st", "ste", "sts", "stes", "snt"))


def written_out(words: Sequence[str]) -> list[str]:
    """The same words with the abbreviations of commune names spelt ("st" → "saint", "s" between two → "sur")."""
    last = len(words) - 1
    return [
        _WRITTEN_OUT[word] if word in _SURE or (word in _WRITTEN_OUT and 0 < at < last) else word
        for at, word in enumerate(words)
    ]


def whole(words: Iterable[str]) -> str:
    """The words run together: equal when two names differ by case, accents, hyphens and spaces only."""
    return "".join(words).replace(" ", "")


def skeleton(words: Sequence[str]) -> str:
    """The words run together without articles and prepositions (all of them when nothing else is left).

    >>> skeleton(["chalon", "sur", "saone"])
    'chalonsaone'
    """
    return "".join([word for word in words if word not in SMALL]).replace(" ", "") or "".join(words)


_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=...)[sxtdp]+$", ""),
        (r"^h", ""),
        (r"ph", "f"),
        (r"sch|sh", "ch"),
        (r"ch", "S"),
        (r"gn|ni(?=[aeou])|ny(?=[aeou])", "N"),
        (r"h", ""),
        (r"y", "i"),
        (r"gu(?=[ei])", "g"),
        (r"ge(?=[ao])", "j"),
        (r"g(?=[ei])", "j"),
        (r"qu|q|k", "c"),
        (r"ss|sc(?=[ei])|c(?=[ei])|ç", "s"),
        (r"x", "s"),
        (r"z", "s"),
        (r"eau|aud\b|ault|aut\b|au|os\b|ot\b", "o"),
        (r"ou", "U"),
        (r"[ae]i[nm](?![aeiou])|[iy][nm](?![aeiounm])", "I"),
        (r"ill", "L"),
        (r"[ae]i|ee|er\b|ez\b|et\b|ey\b|ay\b", "e"),
        (r"[ae][nm](?![aeiounm])", "A"),
        (r"o[nm](?![aeiounm])", "O"),
        (r"u[nm](?![aeiounm])", "I"),
        (r"oi", "W"),
        (r"eu|oe", "e"),
        (r"v", "v"),
        (r"(.)\1+", r"\1"),
        (r"(?<=...)[estdpx]+$", ""),
        (r"(?<=[^aeiouAOIUWe])e(?=[^aeiouAOIUW])", "e"),
    )
)


def sound(key: str) -> str:
    """How a skeleton sounds, roughly: two spellings read alike give the same string.

    >>> sound("monpelier") == sound("montpellier"), sound("nante") == sound("nantes")
    (True, True)
    """
    key = re.sub(r"(?<=[aeo][nm])[tdp](?=[bcdfgjklmnpqrstvz])", "", key)
    for pattern, heard in _SOUNDS:
        key = pattern.sub(heard, key)
    return key


def first_sound(key: str) -> str:
    """The class of a skeleton's beginning: spellings of one name nearly always share it."""
    if key.startswith("saint"):
        return "+" + first_sound(key[5:].lstrip("e")) if len(key) > 7 else "s"
    start = key.lstrip("h")[:2] or "h"
    if start == "ph":
        return "f"
    return _CLASSES.get(start[0], start[0])


_CLASSES = {"k": "c", "q": "c", "y": "i", "z": "s", "w": "v", "j": "g", "e": "a", "o": "a", "u": "a"}
_CLASSES |= {"c": "c", "s": "c"}
