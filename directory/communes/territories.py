"""Départements and regions: by code, by name, in a sentence; and the clock they live by."""

from __future__ import annotations

from dataclasses import dataclass

from directory.communes.clues import Sentence
from directory.communes.commune import Territory
from directory.communes.index import Index, words_of
from directory.communes.spelling import SMALL, skeleton

# Paris, Saint-Barthélemy, Saint-Martin: départements or collectivities by the name of their only commune.
_TOWNS = (("dep", "75"), ("dep", "977"), ("dep", "978"))
_IN = frozenset(["dans", "en", "departement", "le", "la", "l", "les", "du", "de", "d", "region", "in"])


def territories(index: Index, kind: str) -> dict[str, Territory]:
    """The départements ("dep") or regions ("reg") by code."""
    rows = (row for row in index["territories"] if row[0] == kind)
    return {code: Territory(code, name, region) for _, code, name, region in rows}


def territory(index: Index, text: str) -> tuple[str, Territory] | None:
    """The département, else the region, whose code or name this is ("44", "loire atlantique", "Occitanie")."""
    code = text.strip().upper().zfill(2)
    found = index["territory_codes"].get(code) or index["territory_names"].get(skeleton(words_of(text)))
    return (found[0], Territory(*found[1:])) if found else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A département ("dep") or region ("reg") at tokens [start, end)."""

    kind: str
    which: Territory
    start: int
    end: int


def mentioned(sentence: Sentence, *, sure: bool = True) -> list[Mention]:
    """The départements and regions named in the sentence, the last first.

    A name of one usual word ("Nord", "Lot", "Cher") counts only after "dans le", "département de", unless `sure` is
    False (the sentence names a commune, and only its département is looked for).
    """
    words = sentence.words
    known = sentence.index["territory_names"]
    found = []
    end = len(words)
    while end > 0:
        for start in range(max(0, end - 5), end):
            if words[end - 1] in SMALL or words[start] in SMALL:
                continue
            which = known.get(skeleton(words[start:end]))
            if which and which[:2] not in _TOWNS and (not sure or _believed(sentence, start, end)):
                found.append(Mention(which[0], Territory(*which[1:]), start, end))
                end = start + 1
                break
        end -= 1
    return found


def _believed(sentence: Sentence, start: int, end: int) -> bool:
    if end - start > 1 or (start == 0 and end == len(sentence.words)):
        return True
    word = sentence.words[start]
    before = sentence.words[max(0, start - 3) : start]
    inside = any(at in ("dans", "departement") for at in before)
    if word in sentence.index["ordinary"] or len(word) < 4:
        return inside and before[-1] in _IN
    if word not in sentence.index["names"]:
        return True
    return inside or (bool(before) and before[-1] in ("en", "le", "la", "l"))
