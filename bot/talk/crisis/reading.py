"""A message as danger is looked for in it: plain words, one space apart, each with its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.talk.crisis.ear import Ear, ways
from bot.talk.crisis.spelling import Speller
from directory.words import Token, spoken, tokens

MOST_WORDS = 1200
"""Words looked at in one message; 4,096 characters rarely hold more."""

STOP = "."
"""Stands where a sentence ends: a phrase does not run over it."""

_ACCENTED = ("é", "É")
_ENDS = re.compile(r"[.!?;。؟]")
_ELIDED = {"j": "je", "m": "me", "t": "te", "s": "se", "d": "de", "qu": "que", "n": "", "ne": ""}
# A French word written against the one before it: "larret", "dhotel".
_ELISION = re.compile(r"([ldjmst])([aeiouh][a-z]{4,})")
# و ف ب ل ك and the article, which Arabic writes against the word.
_ARABIC_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Reading:
    """`line`: the words, one space before and after each. `places[i]`: where word i starts in `line`.

    `spans[i]`: where word i stands in the message, in characters.
    """

    line: str
    places: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def words(self) -> list[str]:
        """The words, in order."""
        return self.line.split()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the message a part of the line comes from."""
        if not self.spans:
            return (0, 0)
        first = max(0, bisect_right(self.places, start) - 1)
        last = max(first, bisect_right(self.places, end - 1) - 1)
        return (self.spans[first][0], max(span[1] for span in self.spans[first : last + 1]))


def plain(written: str) -> list[str]:
    """The words of a phrase from a data file, as they are looked for."""
    return [word for token in spoken(tokens(written)) if (word := _ELIDED.get(token.word, token.word))]


@cache
def plain_part(part: str) -> tuple[str, ...]:
    """The words of a part of a phrase that holds no space: the files repeat them many times."""
    found = (Token(part, 0, 0),) if part.isascii() and part.isalpha() and part.islower() else tokens(part)
    return tuple(word for token in spoken(found) if (word := _ELIDED.get(token.word, token.word)))


Said = tuple[str, tuple[int, int]]
"""A word, and where it stands in the message."""


def read(text: str, speller: Speller, spellings: dict[str, tuple[str, ...]]) -> Reading:
    """Read a message: SMS spellings written out, words split and corrected towards danger words."""
    return _laid_out((word, span) for part, span in _parts(text, speller, spellings) if (word := _meant(part, speller)))


def read_by_ear(text: str, speller: Speller, spellings: dict[str, tuple[str, ...]], ear: Ear) -> Iterator[Reading]:
    """Other readings of a message, where words that are none are taken for danger words that sound the same.

    Nothing when every word is one.
    """
    parts = _parts(text, speller, spellings, whole=ear.known)
    plainly = [_meant(part, speller) for part, _ in parts]
    heard = [ear.meant(part) for part, _ in parts]
    changed = any(found != (part,) for found, (part, _) in zip(heard, parts, strict=True))
    if not changed and not any(token.by_ear for token in tokens(text)):
        return
    # What sounds as nothing else is read as before.
    meant = [
        found if found != (part,) else (word,) for found, (part, _), word in zip(heard, parts, plainly, strict=True)
    ]
    ended = [
        ear.ended(found[0], accented=text[end - 1 : end] in _ACCENTED)
        for found, (_, (_, end)) in zip(meant, parts, strict=True)
    ]
    for way in ways(meant, ended):
        yield _laid_out((word, span) for word, (_, span) in zip(way, parts, strict=True) if word)


def _parts(
    text: str, speller: Speller, spellings: dict[str, tuple[str, ...]], whole: frozenset[str] = frozenset()
) -> list[Said]:
    """The words of a message, elisions written out, and the ends of its sentences; those of `whole` are not split."""
    found: list[Said] = []
    end = 0
    for token in spoken(tokens(text))[:MOST_WORDS]:
        if token.start > end and found and _ENDS.search(text, end, token.start):
            found.append((STOP, (end, token.start)))
        end = max(end, token.end)
        span = (token.start, token.end)
        split = (token.word,) if token.word in whole else _apart(token.word, speller)
        glued = (part for word in split for part in spellings.get(word, (word,)))
        found.extend((_ELIDED.get(part, part), span) for part in glued)
    return found


def _laid_out(said: Iterable[Said]) -> Reading:
    """The words in a line; one said twice running counts once."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for word, span in said:
        if not words or words[-1] != word:
            words.append(word)
            spans.append(span)
    places, position = [], 1
    for word in words:
        places.append(position)
        position += len(word) + 1
    return Reading(f" {' '.join(words)} " if words else " ", tuple(places), tuple(spans))


def _meant(part: str, speller: Speller) -> str:
    return part if not part or part in speller.known or part == STOP else _bare(part, speller)


def _apart(word: str, speller: Speller) -> tuple[str, ...]:
    if word not in speller.known and (elided := _ELISION.fullmatch(word)) and elided[2] in speller.known:
        return (elided[1], elided[2])
    return (word,) if speller.corrected(word) != word else speller.split(word)


def _bare(word: str, speller: Speller) -> str:
    for prefix in _ARABIC_PREFIXES if "\u0600" <= word[:1] <= "\u06ff" else ():
        if word.startswith(prefix) and word[len(prefix) :] in speller.known:
            return word[len(prefix) :]
    return speller.corrected(word)
