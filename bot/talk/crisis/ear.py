"""Words written as they are heard: "mon omme me cogne", "il sé ouver la main sa pisse le san".

Read only when the message says no danger as it stands. A word that is no French word becomes the danger words that
sound the same; where several do, the readings are tried in turn, the likeliest first. Standard library and
`directory.words` only.
"""

from __future__ import annotations

import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from directory.words import words

MOST_READINGS = 8
MOST_HEARD = 3
"""Words that one word may stand for."""
LONGEST = 22

_DATA = Path(__file__).parents[3] / "directory" / "data"
_TOWN = 3_000
"""Inhabitants from which a name is taken for the town's, whatever it sounds like."""
# Words of their own, and what they stand for among words written by ear.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "san": ("sang", "sans", "sent"),
    "sen": ("sent", "sans"),
    "per": ("pere", "perd"),
    "mer": ("mere",),
    "cou": ("coup", "cou"),
    "toi": ("toit", "toi"),
    "mi": ("mis",),
    "vi": ("vie", "vis"),
    "peu": ("peux", "peu"),
    "fin": ("faim", "fin"),
    "pri": ("pris",),
    "suive": ("suivent",),
    "viol": ("viole",),
    "tap": ("tape",),
    "touch": ("touche",),
    "den": ("en",),
    "e": ("est", "et"),
    "sete": ("cette",),
}
_SOUNDS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        ("ph", "f"),
        ("sch|sh|ch", "C"),
        ("qu|q|ck", "k"),
        ("sc(?=[eiy])|c(?=[eiy])|t(?=ion)", "s"),
        ("c", "k"),
        ("ge(?=[ao])|g(?=[eiy])", "j"),
        ("gu(?=[eiy])", "g"),
        ("gn", "N"),
        ("h", ""),
        ("eau|au", "o"),
        ("oin(?![aeiouynm])", "w1"),
        ("oi|oy", "wa"),
        ("[ae]i[nm](?![aeiouynm])|[iyu][nm](?![aeiouynm])", "1"),
        ("[ae][nm](?![aeiouynm])", "2"),
        ("on(?![aeiouynm])|om(?=[pb])", "3"),
        ("ou", "U"),
        ("oe?u", "eu"),
        ("ill|(?<=[aeu])il$|y", "i"),
        ("ai|ei|et$|ez$", "e"),
        ("(?<=..)[sx]$", ""),
        ("(?<=[123])[gkb]$|(?<=..)[tdp]+$", ""),
        ("(?<=.)e$", ""),
        ("z", "s"),
        (r"(.)\1+", r"\1"),
    )
)
_INFINITIVE, _PLURAL = re.compile("er$"), re.compile("(?<=..)ent$")
# Endings that are not heard: after "é", and otherwise.
_AFTER_E, _MUTE = ("r", "z", "s"), ("s", "t", "nt", "x", "d")
_SHORTEST = 3
_OFTEN = 5
"""A word that stands so often in the rules is right as it is, whatever the list of French words says."""


def sounds(word: str) -> frozenset[str]:
    """How a folded French word may sound, roughly: "ouver" as "ouvert", or as "ouvé"."""
    ways = {word, _INFINITIVE.sub("et", word), _PLURAL.sub("e", word)}
    return frozenset(_sound(way) for way in ways)


def _sound(word: str) -> str:
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return word


@dataclass(frozen=True, slots=True)
class Ear:
    """`heard`: sound → the danger words that sound so, the most frequent first; `known`: the words that are right.

    `often`: how often each word stands in the rules.
    """

    heard: Mapping[str, tuple[str, ...]]
    known: frozenset[str]
    often: Mapping[str, int]

    def meant(self, word: str) -> tuple[str, ...]:
        """What a word may stand for, the likeliest first; the word alone when it is right or sounds as none."""
        if also := _ALSO.get(word):
            return also
        if word in self.known or len(word) > LONGEST or not (word.isascii() and word.isalpha()):
            return (word,)
        found = dict.fromkeys(each for sound in sorted(sounds(word)) for each in self.heard.get(sound, ()))
        return tuple(found)[:MOST_HEARD] or (word,)

    def ended(self, word: str, *, accented: bool) -> str:
        """The word with an ending that is not heard, when the rules say it so: "mec" → "mecs", "parlé" → "parler"."""
        endings = (_AFTER_E if accented else _MUTE) if len(word) >= _SHORTEST else ()
        longer = [word + ending for ending in endings if word + ending in self.often]
        return max(longer, key=self.often.__getitem__, default=word)


def ear(vocabulary: Iterable[str], *, right: Iterable[str]) -> Ear:
    """An ear for the words of the rules, as often as they stand there; `right`: words never to be changed."""
    often = Counter(word for word in vocabulary if word.isascii() and word.isalpha())
    heard: dict[str, list[str]] = {}
    for word, _ in often.most_common():
        for sound in sounds(word):
            heard.setdefault(sound, []).append(word)
    frequent = (word for word, times in often.items() if times >= _OFTEN)
    known = frozenset(right).union(_ordinary(), _towns(), frequent)
    return Ear({sound: tuple(words) for sound, words in heard.items()}, known, often)


def _ordinary() -> list[str]:
    """Usual words, folded."""
    return _read("communes-ordinary.txt.xz").split()


def _towns() -> Iterator[str]:
    """The words of the names of towns, folded."""
    for line in _read("communes.tsv.xz").splitlines():
        name, population = line.split("\t")[1:7:5]
        if int(population) >= _TOWN:
            yield from words(name)


def _read(name: str) -> str:
    """A shipped list; nothing when it cannot be read: danger is looked for all the same."""
    try:
        return lzma.decompress((_DATA / name).read_bytes()).decode()
    except (OSError, lzma.LZMAError, UnicodeDecodeError):
        return ""


def ways(meant: Sequence[Sequence[str]], ended: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The first readings of a message, each word given with what it may stand for, and with its unheard ending.

    The likeliest, the same with the endings, then one word changed.
    """
    likeliest = tuple(found[0] for found in meant)
    others = (
        (*likeliest[:at], other, *likeliest[at + 1 :])
        for rank in range(1, MOST_HEARD)
        for at, found in enumerate(meant)
        for other in found[rank : rank + 1]
    )
    return islice(chain((likeliest, tuple(ended)), others), MOST_READINGS)
