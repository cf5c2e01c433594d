"""Find misspelt names of communes inside a sentence, at words that mean nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from directory.communes.clues import Sentence
from directory.communes.near import mended, near
from directory.communes.sentence import Name
from directory.communes.spelling import SMALL, written_out

# Looking for near names costs about 0.1 ms: a long message is not worth more of them.
_MOST_GUESSES = 14
_STRONG = 2
_SAINTS = ("st", "ste", "saint", "sainte")


def guessed_names(sentence: Sentence, beside: Sequence[Name] = ()) -> Iterator[Name]:
    """Misspelt names, only at words that mean nothing else; the stronger the place, the smaller the commune may be.

    `beside`: exact names already found; then only longer names that take one of them in ("plougstel daoulas").
    """
    guesses = 0
    count = len(sentence.words)
    exact_at = {at for name in beside for at in range(name.start, name.end)}
    for start in range(count):
        for end in range(min(count, start + 5), start, -1):
            if guesses >= _MOST_GUESSES or not _guessable(sentence, start, end, exact_at):
                continue
            strength = sentence.strength(start, end)
            if start and sentence.words[start - 1] in ("en", "dans") and strength == _STRONG:
                strength = 1  # nobody says "en Poussan": "en poursan" is a word we do not know
            guesses += 1
            name = _guess(sentence, start, end, strength)
            if name:
                yield name


def _guessable(sentence: Sentence, start: int, end: int, exact_at: set[int]) -> bool:
    words, count = sentence.words[start:end], end - start
    strange = [at for at in range(start, end) if at not in exact_at and _strange(sentence, sentence.words[at])]
    if not strange or words[-1] in SMALL or any(word.isdigit() for word in words):
        return False
    if any(sentence.breaks[start + 1 : end]) or not words[0].isascii():
        return False
    if count == 1:
        return not exact_at and not sentence.is_taken(start, end) and not sentence.is_street(start)
    if exact_at and exact_at.isdisjoint(range(start, end)):
        return False
    # Several words are guessed together only when they look like one name: "st etiene", "chalon sur sone".
    saint = words[0] in _SAINTS or mended(words)[0] in _SAINTS
    linked = (
        saint or any(word in SMALL for word in words) or len(strange) + len(exact_at & {*range(start, end)}) == count
    )
    together = saint or start in strange or start in exact_at or words[0] in ("le", "la", "les")
    return linked and together and not sentence.said("of", end)


def _strange(sentence: Sentence, word: str) -> bool:
    index = sentence.index
    return word not in index["ordinary"] and word not in index["context"]["never"] and word not in SMALL


def _guess(sentence: Sentence, start: int, end: int, strength: int) -> Name | None:
    words = mended(written_out(sentence.words[start:end]), sentence.index["ordinary"])
    lone = end - start == 1
    if lone and strength < _STRONG and len(words[0]) < 5:
        return None
    for found in near(sentence.index, words, known=strength < _STRONG):
        size = sentence.index["population"][found.rows[0]]
        if lone and strength < _STRONG and (size < 10_000 or (not found.alike and _near_word(sentence, words[0]))):
            continue
        if lone and found.distance > 1 and not found.alike and (strength < _STRONG or size < 2_000):
            continue
        many = sum(word not in SMALL for word in words)
        score = 10 * strength + 4 * many - 6 * found.distance * (0.4 if found.alike else 1) + math.log10(size + 1)
        return Name(start, end, found.rows, score, certain=False)
    return None


def _near_word(sentence: Sentence, key: str) -> bool:
    """Whether a usual word of the language is one letter away."""
    ordinary = sentence.index["ordinary"]
    letters = "aeirsntlucdpmobvgf"
    shorter = (key[:at] + key[at + 1 :] for at in range(len(key)))
    if any(word in ordinary for word in shorter):
        return True
    return any(
        key[:at] + letter + key[at + skip :] in ordinary
        for at in range(len(key) + 1)
        for letter in letters
        for skip in (0, 1)
    )
