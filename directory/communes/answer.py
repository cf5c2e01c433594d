"""Understand the answer to "in which commune?": the whole text is expected to be a place."""

from __future__ import annotations

from dataclasses import replace

from directory.communes.clues import Sentence
from directory.communes.commune import Place
from directory.communes.foreign import foreign
from directory.communes.index import Index, words_of
from directory.communes.near import mended, near
from directory.communes.reading import Make, chosen, read
from directory.communes.resolve import exact, rivals, within
from directory.communes.spelling import SMALL, written_out
from directory.communes.territories import territory
from directory.words import tokens

_MISSES = 3
# An answer longer than this is a sentence: it is read as one.
_LONGEST_ANSWER = 9
# "bretagne", "la réunion": the territory, not the small commune of that name.
_SMALLER_THAN_A_DEPARTEMENT = 5_000
# A usual word with other words around it is read as a sentence; alone, a tiny commune is to be confirmed.
_USUAL = 20_000
_DOUBTFUL = 1_500


def answered(index: Index, make: Make, text: str, *, departement: str | None = None) -> Place:
    """The place an answer names; when none, `misses` are the nearest names."""
    text = text[:300]
    sentence = Sentence(index, tokens(text), text, ())
    if not sentence.words:
        return Place()
    start, end = _core(sentence)
    words = written_out(sentence.words[start:end])
    span = (sentence.tokens[start].start, sentence.tokens[end - 1].end) if end > start else (0, 0)
    rows = _exact(sentence, words, start, end)
    size = index["population"][rows[0]] if rows else 0
    ordinary = len(words) < 3 and all(word in index["ordinary"] or word in SMALL for word in words)
    own = within(index, rows, departement)
    said = territory(index, text) if rows and not own and size < _SMALLER_THAN_A_DEPARTEMENT else None
    if rows and not said and not (ordinary and size < _USUAL and (end - start < len(sentence.words))):
        certain = not (ordinary and size < _DOUBTFUL)
        return chosen(index, make, own or rows, span=span, certain=certain)
    found = read(sentence, make, departement=departement)
    if said:
        kind, which = said
        return Place(departement=which.code if kind == "dep" else None, region=which.region, span=span)
    if not words or len(words) > _LONGEST_ANSWER or any(word.isdigit() for word in words):
        return found
    covered = found.span[0] <= span[0] and span[1] <= found.span[1]
    if found and found.certain and covered:
        return found
    return _guessed(index, make, words, span=span, departement=departement, found=found)


def _core(sentence: Sentence) -> tuple[int, int]:
    """Tokens [start, end) without what people say around a name; the whole when it is itself a name."""
    start, end = 0, len(sentence.words)
    while start < end and not _is_name(sentence, start, end):
        if sentence.said("carriers", start):
            start += 1
        elif sentence.said("carriers", end - 1):
            end -= 1
        else:
            break
    return (start, end) if end > start else (0, len(sentence.words))


def _is_name(sentence: Sentence, start: int, end: int) -> bool:
    words = written_out(sentence.words[start:end])
    return bool(exact(sentence.index, words)) and (words[0] not in SMALL or len(words) > 1)


def _exact(sentence: Sentence, words: list[str], start: int, end: int) -> tuple[int, ...]:
    index = sentence.index
    if not words or words[0].isdigit():
        return ()
    if not words[0].isascii():
        return foreign(sentence, start, end)
    rows = exact(index, words, before=sentence.words[start - 1] if start else "")
    if words[0] in SMALL and len(words) > 1 and rows and not _typed_so(index, rows, words):
        return ()
    return rivals(index, words, rows)


def _typed_so(index: Index, rows: tuple[int, ...], words: list[str]) -> bool:
    """Whether the article is part of the name ("la flèche"), or the name is no usual word ("le mans", "le dijon")."""
    return words[0] == words_of(index["name"][rows[0]])[0] or not all(
        word in index["ordinary"] or word in SMALL for word in words
    )


def _guessed(
    index: Index, make: Make, words: list[str], *, span: tuple[int, int], departement: str | None, found: Place
) -> Place:
    """The nearest name when it is clearly the nearest; else the three nearest as `misses`."""
    context = index["context"]
    right = mended(words)
    common = right[0] not in ("saint", "sainte") and all(
        word in index["ordinary"] or word in context["never"] for word in words
    )
    if found and (common or len(words) == 1):
        return found
    close = near(index, right)
    if departement:
        close.sort(key=lambda each: not within(index, each.rows, departement))
    if close and not common:
        rows = within(index, close[0].rows, departement) or close[0].rows
        best = chosen(index, make, rows, span=span, certain=False)
        rest = tuple(make(each.rows[0]) for each in close[1:] if each.distance <= close[0].distance + 1)
        return replace(best, candidates=(*best.candidates, *rest))
    return found or replace(found, misses=tuple(make(each.rows[0]) for each in close[:_MISSES]))
