"""Bring the forms of a word together: "douches" and "douche", "expulsé" and "expulser", "الطعام" and "طعام".

Light stemmers of our own rather than Snowball's: they only have to be the same on both sides, they cost a
microsecond, and accents are already gone. Words come folded by `directory.words`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DOUBLED = re.compile(r"([a-z])\1")
# Their last letters are no ending, or their stem would be another word.
_KEPT = {
    "pays": "pays",
    "fois": "fois",
    "foie": "foie",
    "cap": "cap",
    "terre": "terre",
    "galere": "galere",
    "galeres": "galere",
    "boite": "boite",
    "boites": "boite",
    "creche": "creche",
    "creches": "creche",
    "paris": "paris",
    "hiver": "hiver",
    "mise": "mise",
    "cancer": "cancer",
    "mere": "mere",
    "peres": "pere",
    "meres": "mere",
    "misere": "miser",
    "course": "course",
    "courses": "course",
    "cours": "cours",
    "cour": "cours",
    "droit": "droit",
    "pass": "pass",
    "lit": "lit",
    "lits": "lit",
    "bus": "bus",
    "fils": "fils",
    "vie": "vie",
    "papier": "papier",
    "papiers": "papier",
    "habite": "habiter",
    "habiter": "habiter",
    "habites": "habiter",
    "habitent": "habiter",
    "habitant": "habiter",
    "habitants": "habiter",
    "cafe": "cafe",
    "cafes": "cafe",
    "coucher": "coucher",
    "donner": "donner",
    "donne": "donner",
    "donnez": "donner",
}
_ENDINGS = (("ant", 4), ("ent", 4), ("ait", 3), ("er", 3), ("ez", 3), ("ed", 4))
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ARABIC_SUFFIXES = ("ات", "ها", "هم", "نا", "ين", "ون", "يه", "ه", "ي")
_UKRAINIAN_ENDINGS = (
    *("ами", "ями", "ого", "ому", "ими", "ові", "еві"),
    *("ої", "ою", "ею", "ах", "ях", "ів", "ом", "ем", "ти", "ть", "ся", "іи", "их", "им", "іі", "ію"),
    *("а", "я", "у", "ю", "і", "и", "о", "е", "ь"),
)
"""Longest first; folded, й is и and ї is і."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded word, by its script; digits and unknown scripts stay as they are."""
    first = word[0]
    if "a" <= first <= "z":
        return _latin(word)
    if "\u0600" <= first <= "\u06ff":
        return _arabic(word)
    if "\u0400" <= first <= "\u04ff":
        return _ukrainian(word)
    return word


def _latin(word: str) -> str:
    if word in _KEPT:
        return _KEPT[word]
    word = _DOUBLED.sub(r"\1", word)
    if len(word) > 3 and word[-1] in "sx":
        word = word[:-1]
        if word.endswith("au") and not word.endswith("eau") and len(word) > 4:
            return word[:-1] + "l"
    while len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    if word.endswith("eus") and len(word) > 5:
        word = word[:-1] + "r"
    elif word.endswith("tric"):
        word = word[:-3] + "eur"
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def _arabic(word: str) -> str:
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    else:
        if word[0] in "وبلفك" and len(word) >= 5:
            word = word[1:]
    for suffix in _ARABIC_SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def _ukrainian(word: str) -> str:
    for ending in _UKRAINIAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


_SOUNDS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"ph", "f"),
        (r"sch|sh|ch", "C"),
        (r"qu|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"g(?=[eiy])", "j"),
        (r"gu(?=[eiy])", "g"),
        (r"h|(?<=.)e(?=s?$)", ""),
        (r"eau|au", "o"),
        (r"[ae]i[nm](?![aeiouy])|[iy][nm](?![aeiouynm])", "1"),
        (r"[ae][nm](?![aeiouynm])", "2"),
        (r"ill|il$|y", "i"),
        (r"ai|ei|er$|ez$|et$", "e"),
        (r"z|ss|(?<=[aeiou])s(?=[aeiou])", "s"),
        (r"(.)\1+", r"\1"),
        (r"[tdsxp]+$", ""),
    )
)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Roughly how a folded French word sounds: "dentiste" and "dantist", "loyer" and "loyé" come together."""
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return word
