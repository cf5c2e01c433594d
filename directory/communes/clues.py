"""What stands around a word in a sentence: how strongly it is in the position of a place. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from directory.communes.index import Index
from directory.communes.spelling import written_out
from directory.words import Token

_BREAK = re.compile(r"[,;:.!?()\[\]\n\r«»\"…–—>،؟]|\s-+\s")
_ABBREVIATED = frozenset(("st", "ste", "s"))
_ANNOUNCED, _PLACED, _EDGE, _BARE = 3, 2, 1, 0


@dataclass
class Sentence:
    """A text, its folded words and what is known of each; `taken`: characters that other meanings explain."""

    index: Index
    tokens: Sequence[Token]
    text: str
    taken: Sequence[tuple[int, int]]

    @cached_property
    def words(self) -> list[str]:
        """The folded words as typed."""
        return [token.word for token in self.tokens]

    @cached_property
    def names(self) -> list[str]:
        """The words with "st", "ste" written out."""
        return [written_out([word])[0] for word in self.words]

    @cached_property
    def breaks(self) -> list[bool]:
        """Whether a clause ends before token i (one more value: the end of the text)."""
        tokens, text = self.tokens, self.text
        inner = [
            (a.word not in _ABBREVIATED and b.start - a.end != 1 and bool(_BREAK.search(text[a.end : b.start])))
            or (b.start - a.end == 1 and text[a.end] in ",;:.!?()\n،؟" and a.word not in _ABBREVIATED)
            for a, b in pairwise(tokens)
        ]
        return [True, *inner, True]

    @cached_property
    def shouting(self) -> bool:
        """Whether capitals mean nothing here: the whole text is in capitals, or every word has one."""
        starts = [self.text[token.start : token.start + 1] for token in self.tokens if len(token.word) > 2]
        return bool(starts) and len(starts) > 2 and all(start.isupper() for start in starts)

    def said(self, kind: str, at: int) -> bool:
        """Whether token `at` exists and is in that list of `communes-context.tsv`."""
        return 0 <= at < len(self.words) and self.words[at] in self.index["context"].get(kind, ())

    def capital(self, at: int) -> bool:
        """A capital letter that a sentence's beginning does not explain."""
        token = self.tokens[at]
        return self.text[token.start : token.start + 1].isupper() and not self.shouting

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a word of tokens [start, end) is already explained."""
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        return any(a < last and first < b for a, b in self.taken)

    def is_street(self, start: int) -> bool:
        """ "rue de Paris", "M. Martin": the name of a street or a person."""
        at = start - 1
        while at >= 0 and self.words[at] in ("de", "d", "du", "des", "la", "le") and at > start - 4:
            at -= 1
        if self.said("streets", at) and not self.breaks[at + 1]:
            return (
                self.words[at] not in ("place", "cours", "m", "rue", "bd", "nom", "college", "lycee") or at == start - 2
            )
        return False

    def strength(self, start: int, end: int) -> int:
        """3: announced ("j'habite X", "ville de X", alone); 2: "à X", ", X."; 1: first or last; 0: in the middle."""
        if start == 0 and end == len(self.words):
            return _ANNOUNCED
        at = start - 1
        while at > start - 4 and at >= 0 and self.said("of", at) and not self.breaks[at + 1]:
            at -= 1
        if self.said("leads", at) and not self.breaks[at + 1]:
            return _ANNOUNCED
        if self.said("at", start - 1) and not self.breaks[start]:
            return _PLACED
        closed, opened = self.breaks[end], self.breaks[start]
        if closed and opened:
            return _PLACED
        return _EDGE if closed or start == 0 else _BARE
