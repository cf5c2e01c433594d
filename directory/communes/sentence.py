"""Find names of communes inside a sentence: the longest first, and only where a place may stand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from directory.communes.clues import Sentence
from directory.communes.foreign import foreign
from directory.communes.index import words_of
from directory.communes.resolve import exact, rivals, single
from directory.communes.spelling import SMALL, skeleton, whole, written_out

# The longest name of a commune has eleven words; people do not write more than eight of them.
_LONGEST = 8
_FAR_LARGER = 50
_PLACED = 20  # the score that a place after "à" or a comma has at least


@dataclass(frozen=True, slots=True)
class Name:
    """A name found at tokens [start, end): rows by size, how likely it is a place (higher is likelier)."""

    start: int
    end: int
    rows: tuple[int, ...]
    score: float
    certain: bool = True


def exact_names(sentence: Sentence) -> Iterator[Name]:
    """Names spelt as they are in the list (or its short, former, foreign forms) that stand where a place may."""
    count = len(sentence.words)
    reached = 0
    for start in range(count):
        if start < reached:
            continue
        for end in range(min(count, start + _longest(sentence, start)), start, -1):
            name = _exact(sentence, start, end)
            if name:
                reached = end
                yield name
                break


def _longest(sentence: Sentence, start: int) -> int:
    """How many words a name may have that begins here: one, unless some name of several words begins so."""
    at = start
    while at < min(start + 2, len(sentence.names) - 1) and sentence.names[at] in SMALL:
        at += 1
    word = sentence.names[at]
    return (
        _LONGEST
        if word in sentence.index["starts"] or word in ("mt", "ch", "chat", "nd", "bg")
        else (at - start + (1 if word.isascii() else 3))
    )


def _exact(sentence: Sentence, start: int, end: int) -> Name | None:
    words = sentence.words[start:end]
    if (words[-1] in SMALL and words[-1] != "lez") or words[-1].isdigit() or any(sentence.breaks[start + 1 : end]):
        return None
    if not words[0].isascii():
        return _named(sentence, start, end, foreign(sentence, start, end))
    if end - start == 1 and len(words[0]) == 1:
        return None
    full = written_out(words)
    article = words[0] in SMALL
    rows = exact(sentence.index, full, before=sentence.words[start - 1] if start else "")
    if article and rows and not _same_article(sentence, rows, full):
        return None
    if len(words) > 1 and rows and _shorter_is_larger(sentence, rows, full):
        return None
    spelt = bool(rows)
    if not article:
        rows = rivals(sentence.index, full, rows)
    name = _named(sentence, start, end, rows)
    # A first word shared by several towns ("villeneuve") means a place only where one is expected.
    return name if name and (spelt or single(sentence.index, rows) is not None or name.score >= _PLACED) else None


def _shorter_is_larger(sentence: Sentence, rows: tuple[int, ...], words: list[str]) -> bool:
    """ "rennes bains douches" is Rennes, not Rennes-les-Bains: its small word was not typed."""
    size = sentence.index["population"]
    first = sentence.index["names"].get(words[0], rows)
    typed = whole(words) == whole(words_of(sentence.index["name"][rows[0]]))
    return not typed and bool(size[first[0]] > _FAR_LARGER * size[rows[0]])


def _same_article(sentence: Sentence, rows: tuple[int, ...], words: list[str]) -> bool:
    if words[0] in ("l", "la", "le", "les") and rows == sentence.index["quarters"].get(skeleton(words)):
        return True  # "la part dieu"
    name = sentence.index["name"][rows[0]].lower().replace("'", " ").replace("’", " ").split()
    return bool(name) and name[0] == words[0]


def _named(sentence: Sentence, start: int, end: int, rows: tuple[int, ...]) -> Name | None:
    if not rows or sentence.is_street(start):
        return None
    strength = sentence.strength(start, end)
    size = sentence.index["population"][rows[0]]
    if strength < needed(sentence, start, end, size):
        return None
    words = sum(word not in SMALL for word in sentence.words[start:end])
    origin = start > 0 and sentence.words[start - 1] in ("de", "depuis", "from", "quitte")
    score = 10 * strength + 4 * words + math.log10(size + 1) - 5 * origin
    return Name(start, end, rows, score)


def needed(sentence: Sentence, start: int, end: int, size: int) -> int:
    """How strongly a name must be placed to be believed; 9: it is only a word here."""
    context, words = sentence.index["context"], sentence.words[start:end]
    main = [word for word in words if word not in SMALL]
    lone = main[0] if len(main) == 1 else ""
    capital = sentence.capital(end - 1) and (start > 0 or sentence.breaks[end])
    if not main:
        return 3 if capital else 9
    ordinary = all(word in sentence.index["ordinary"] or word in context["never"] for word in main)
    if lone and lone in context["cities"]:
        need = 0
    elif lone and lone in context["towns"]:
        need = 1
        english = sentence.words[start - 1 : start] == ["a"] and not context["english"].isdisjoint(sentence.words)
        if english or _blocked(sentence, start, end):
            need = 2 if capital else 9
    elif lone and lone in context["small_towns"]:
        inside = start > 0 and words[0] == lone and sentence.words[start - 1] in ("en", "in", "dans")
        need = 9 if inside or _blocked(sentence, start, end) else 2
        need = 1 if capital and need == 2 else need
    elif not lone and sentence.said("leads", start):
        need = 0  # "la gare du nord": the article belongs to the name
    elif ordinary:
        need = _for_ordinary(sentence, start, end, capital=capital, lone=bool(lone))
    elif lone and lone in context["persons"]:
        need = 2
    elif lone:
        need = 0 if size >= 5_000 and len(lone) > 3 else 1 if size >= 500 or capital else 2
    else:
        need = 0 if size >= 500 else 1
    taken = lone and lone not in context["cities"] and not capital and sentence.is_taken(start, end)
    return need + 1 if taken else need


def _for_ordinary(sentence: Sentence, start: int, end: int, *, capital: bool, lone: bool) -> int:
    if lone and sentence.words[end - 1] in sentence.index["context"]["never"]:
        return 9
    if _blocked(sentence, start, end):
        return 9
    if not lone:
        return 1
    return 2 if capital else 9 if sentence.words[start - 1 : start] != ["de"] else 3


def _blocked(sentence: Sentence, start: int, end: int) -> bool:
    """A determiner or pronoun in front, or "de" behind: "la mer", "je sens", "lens de contact"."""
    before = sentence.said("blocks", start - 1) and not sentence.breaks[start] and not sentence.said("at", start - 1)
    if before and sentence.words[start - 1] in ("de", "et", "ou", "est", "suis"):
        before = sentence.words[start - 1] == "de" and not sentence.said("leads", start - 2)
    article = start > 0 and sentence.words[start] in SMALL and sentence.words[start - 1] in ("pour", "par", "de", "et")
    after = end < len(sentence.words) and not sentence.breaks[end] and sentence.words[end] in ("de", "d", "du", "des")
    return before or article or after
