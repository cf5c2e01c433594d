"""Postal codes, INSEE codes, numbers of départements and arrondissements in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from directory.communes.clues import Sentence
from directory.communes.resolve import arrondissement, arrondissements

_FIVE = re.compile(r"(?:[0-9]{5}|2[ab][0-9]{3})")
_DEPARTEMENT = re.compile(r"(?:0?[1-9]|[1-8][0-9]|9[0-5]|2[ab]|97[1-8]|98[678])")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:er|e|eme|ieme|ème|th|nd|rd)?")
_ROUND = re.compile(r"(75|69|13)000")
_UNITS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
_ROMAN = tuple(prefix + unit for prefix in ("", "x") for unit in _UNITS)
_NO_FLOOR = 10
_CITIES = {"75": "75056", "69": "69123", "13": "13055"}


@dataclass(frozen=True, slots=True)
class Code:
    """Five figures: the rows it means, whether it is a postal code; token positions [start, end)."""

    start: int
    end: int
    digits: str
    rows: tuple[int, ...]
    postal: bool


def code(sentence: Sentence) -> Code | None:
    """The first postal or INSEE code of the sentence; an unknown one has no rows ("59046" of a CEDEX)."""
    words = sentence.words
    for at, word in enumerate(words):
        if _FIVE.fullmatch(word):
            start, digits = at, word
        elif at and re.fullmatch("[0-9]{3}", word) and re.fullmatch("[0-9]{2}", words[at - 1]):
            start, digits = at - 1, words[at - 1] + word
            if at > 1 and words[at - 2].isdigit():
                continue
        else:
            continue
        if _counts(sentence, start, at + 1):
            continue
        found = _rows(sentence, digits)
        if found.rows or start == at:
            return Code(start, at + 1, digits, found.rows, found.postal)
    return None


def _rows(sentence: Sentence, digits: str) -> Code:
    index = sentence.index
    rows: tuple[int, ...] = index["postal"].get(digits, ())
    if rows:
        cities = {index["parent"][row] for row in rows}
        return Code(0, 0, digits, tuple(row for row in rows if index["code"][row] not in cities), postal=True)
    city = _ROUND.fullmatch(digits)
    # A CEDEX code is no postal code of the list, and must not be taken for the INSEE code of another commune.
    key = _CITIES[city[1]] if city else "" if "cedex" in sentence.words else digits.upper()
    row = index["row"].get(key)
    return Code(0, 0, digits, () if row is None else (row,), postal=bool(city) or row is None)


def _counts(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the figures count something ("20000 euros") or go on (a phone number)."""
    after = sentence.text[sentence.tokens[end - 1].end :][:2]
    if "€" in after or "$" in after or (after[:1] in (",", ".") and after[1:].isdigit()):
        return True
    following = sentence.words[end] if end < len(sentence.words) else ""
    return sentence.said("units", end) or (
        following.isdigit() and len(following) < 4 and start > 0 and sentence.words[start - 1].isdigit()
    )


def departement_number(sentence: Sentence, at: int) -> str | None:
    """The département whose number is token `at`, unless it counts something."""
    if not 0 <= at < len(sentence.words):
        return None
    word = sentence.words[at]
    if not _DEPARTEMENT.fullmatch(word) or _counts(sentence, at, at + 1):
        return None
    return word.zfill(2).upper()


def lone_departement(sentence: Sentence) -> tuple[int, str] | None:
    """ "dans le 44", "dept 59", "(93)": a département's number said by itself, and its token."""
    words = sentence.words
    for at in range(len(words)):
        number = departement_number(sentence, at)
        if number is None:
            continue
        token, text = sentence.tokens[at], sentence.text
        bracketed = (
            len(words[at]) > 1 and text[token.start - 1 : token.start] == "(" and text[token.end : token.end + 1] == ")"
        )
        said = at and words[at - 1] in ("departement", "dept", "dpt", "dep", "departements")
        inside = at > 1 and words[at - 1] == "le" and words[at - 2] in ("dans", "sur", "en")
        named = at > 1 and words[at - 1] in ("le", "du", "numero") and words[at - 2] in ("departement", "habite", "vis")
        if bracketed or said or inside or named or len(words) == 1:
            return at, number
    return None


def lone_arrondissement(sentence: Sentence) -> tuple[int, int, tuple[int, ...]] | None:
    """ "18eme", "dans le 3e arrondissement": tokens [start, end) and rows of those of that number, no city being said.

    Without the word, only what is not a floor or a class: from the tenth on, at the end of what is said.
    """
    for at, word in enumerate(sentence.words):
        match = _ORDINAL.fullmatch(word)
        told = at + 1 < len(sentence.words) and sentence.words[at + 1].startswith("arr")
        if match and (told or (not word.isdigit() and int(match[1]) >= _NO_FLOOR and sentence.breaks[at + 1])):
            rows = arrondissements(sentence.index, int(match[1]))
            if rows:
                return at, at + 1 + told, rows
    return None


def numbered(sentence: Sentence, city: int, *, start: int, end: int) -> tuple[int, int, int] | None:
    """ "paris 11", "7e arrondissement de Lyon": row of the arrondissement and tokens [start, end), or None."""
    words = sentence.words
    if end < len(words) and words[end].removesuffix("e") in _ROMAN[1:]:
        row = arrondissement(sentence.index, city, _ROMAN.index(words[end].removesuffix("e")) + 1)
        return None if row is None else (row, start, end + 1)
    match = _ORDINAL.fullmatch(words[end]) if end < len(words) else None
    if match and not (match[0].isdigit() and (sentence.said("units", end + 1) or sentence.breaks[end])):
        row = arrondissement(sentence.index, city, int(match[1]))
        if row is not None:
            return row, start, end + 1 + (end + 1 < len(words) and words[end + 1].startswith(("arr", "eme", "ieme")))
    at = start - 1
    while at >= 0 and (words[at] in ("de", "a", "d", "sur") or words[at].startswith("arr")):
        at -= 1
    match = _ORDINAL.fullmatch(words[at]) if at >= 0 else None
    if match and (not match[0].isdigit() or words[at + 1].startswith("arr")):
        row = arrondissement(sentence.index, city, int(match[1]))
        if row is not None:
            return row, at, end
    return None
