"""Fold what people type into comparable words: case, accents, apostrophes, SMS spelling.

Everything that recognises words (communes, needs, danger) starts from these tokens, so that a spelling
forgiven in one place is forgiven everywhere. Pure; standard library only, so that danger is recognised
whatever else is broken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# A person does not write more than this in one message; the rest is not looked at.
LONGEST_TEXT = 4096

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
# Letters of the Arabic script that are typed one for the other (hamza carriers, final forms, Persian forms).
_ARABIC = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "ی": "ي",
        "ـ": None,
    }
)
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇", "'"))
# Marks typed apart from their letter (NFD, Arabic vowels) and invisible characters do not end a word.
_INSIDE = "\u0300-\u036f\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INSIDE}])*")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")

# Little words written by ear: their accent, lost when they are folded, is what tells them.
_BY_EAR = {
    "cé": ("c", "est"),
    "dé": ("des",),
    "é": ("est",),
    "fé": ("fait",),
    "jé": ("j", "ai"),
    "lé": ("les",),
    "mé": ("mes",),
    "sé": ("s", "est"),
    "té": ("t", "es"),
    "tré": ("tres",),
    "vé": ("vais",),
    "jvé": ("je", "vais"),
}

_SPOKEN = Path(__file__).parent / "data" / "spoken.tsv"


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """SMS and spoken spellings, folded, and the words they stand for; no word: to be dropped."""
    lines = _SPOKEN.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {spelling: tuple(said.split()) for spelling, said in pairs}


@dataclass(frozen=True, slots=True)
class Token:
    """One word: folded, and where it stands in the text it was read from (`text[start:end]`).

    `by_ear`: the words that it stands for when it is one of the little words written by ear ("jé").
    """

    word: str
    start: int
    end: int
    by_ear: tuple[str, ...] = ()


def fold(text: str) -> str:
    """Lower case, without accents, ligatures, control or invisible characters; one kind of apostrophe.

    Hyphens and other punctuation stay: `words` drops them. The length may change.
    """
    if text.isascii():
        return _UNSEEN.sub("", text[:LONGEST_TEXT]).lower()
    text = unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).casefold().translate(_LIGATURES)
    text = unicodedata.normalize("NFD", text).translate(_APOSTROPHES).translate(_ARABIC_DIGITS)
    kept = (c for c in text if unicodedata.category(c) not in ("Mn", "Cf", "Cc") or c in "\n\t\r")
    return unicodedata.normalize("NFC", "".join(kept)).translate(_ARABIC)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, folded, with their place in the original; SMS spellings stay as typed.

    >>> [t.word for t in tokens("J’ai FAIM à Saint-Étienne")]
    ['j', 'ai', 'faim', 'a', 'saint', 'etienne']
    """
    return tuple(
        Token(word, match.start(), match.end(), _by_ear(match.group()))
        for match in _WORD.finditer(text[:LONGEST_TEXT].translate(_APOSTROPHES))
        for word in _WORD.findall(fold(match.group()))
    )


def _by_ear(typed: str) -> tuple[str, ...]:
    return () if typed.isascii() else _BY_EAR.get(unicodedata.normalize("NFC", typed.lower()), ())


def spoken(found: Iterable[Token]) -> tuple[Token, ...]:
    """The same words with SMS spellings written out ("jsui" → "je", "suis"); each keeps the place it came from."""
    table = spellings()
    written: list[Token] = []
    for token in found:
        word = _REPEATED.sub(r"\1", token.word)
        written.extend(Token(part, token.start, token.end) for part in token.by_ear or table.get(word, (word,)))
    return tuple(written)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, SMS spellings written out.

    >>> words("jsui a la rue")
    ('je', 'suis', 'a', 'la', 'rue')
    """
    return tuple(token.word for token in spoken(tokens(text)))
