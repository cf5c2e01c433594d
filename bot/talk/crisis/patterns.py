"""The small language in which danger is described, and its translation to regular expressions.

A pattern is words in order. `a|b` either word; `<family>` any phrase of the family; `word*` what begins so;
`word?` may be missing; `two_words` stay together; `..` up to three words between, `...` up to seven, never a negation
nor the end of a sentence;
`A & B` both, in either order, up to ten words apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bot.talk.crisis.reading import plain

Phrase = tuple[str, ...]
Families = Mapping[str, tuple[Phrase, ...]]

_GAPS = {"..": 3, "...": 7}
_APART = 10
# A phrase that says the contrary is no sign: "je suis pas à la rue", "I am not homeless", "no quiero morir".
NEGATIONS = "pas|jamais|aucun|aucune|plus|not|never|no|nunca|не|ні|ніколи|لا|ليس|لست|لم|مش"
_BETWEEN = rf"(?:(?!(?:{NEGATIONS}|\.) )\S+ )"
_STEM = "stemof"  # what "*" becomes while a phrase is cut into words


@dataclass(frozen=True, slots=True)
class Pattern:
    """`source`: a regular expression over `Reading.line`; `keys`: one of these words must be there."""

    source: str
    keys: frozenset[str]
    stems: frozenset[str]

    def search(self, line: str) -> re.Match[str] | None:
        """The first place where the pattern holds."""
        return _compiled(self.source).search(line)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def phrases(written: str) -> tuple[Phrase, ...]:
    """The phrases of a family, written `one phrase | another | …`."""
    return tuple(_phrase(part) for part in written.split("|") if part.strip())


def _phrase(written: str) -> Phrase:
    words = plain(written.replace("*", _STEM))
    return tuple(word.replace(_STEM, "*") for word in words)


def pattern(written: str, families: Families) -> Pattern:
    """Translate one line; raises KeyError for an unknown family."""
    if " & " in written:
        one, other = (pattern(side, families) for side in written.split(" & ", 1))
        gap = _BETWEEN.replace(r"|\.", "") + f"{{0,{_APART}}}?"
        both = f"(?:{one.source}{gap}{other.source}|{other.source}{gap}{one.source})"
        rarer = max(one, other, key=_rarity)
        return Pattern(both, rarer.keys, rarer.stems)
    return _sequence(list(_elements(written, families)))


def _elements(written: str, families: Families) -> Iterator[tuple[str, tuple[Phrase, ...], bool]]:
    """Each element: its expression, its phrases, and whether it may be missing."""
    for part in written.split():
        if part in _GAPS:
            yield f"{_BETWEEN}{{0,{_GAPS[part]}}}?", (), True
            continue
        optional = part.endswith("?")
        name = part.rstrip("?")
        found = tuple(phrase for choice in name.split("|") for phrase in _choice(choice, families))
        yield _expression(found) + ("?" if optional else ""), found, optional


def _choice(written: str, families: Families) -> tuple[Phrase, ...]:
    return families[written[1:-1]] if written.startswith("<") else phrases(written.replace("_", " "))


def _expression(found: tuple[Phrase, ...]) -> str:
    said = sorted({"".join(_word(word) for word in phrase) for phrase in found}, key=len, reverse=True)
    return f"(?:{'|'.join(said)})"


def _word(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"\S* " if word.endswith("*") else " ")


def _sequence(elements: list[tuple[str, tuple[Phrase, ...], bool]]) -> Pattern:
    source = "(?<= )" + "".join(expression for expression, _, _ in elements)
    keyed = [_keyed(found) for _, found, optional in elements if not optional]
    keys, stems = max(keyed, key=lambda pair: (min(map(len, pair[0] | pair[1])), -len(pair[0])))
    return Pattern(source, keys, stems)


def _keyed(found: tuple[Phrase, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The longest word of each phrase: whole words, and beginnings of words."""
    longest = {max(phrase, key=len) for phrase in found}
    stems = frozenset(word.rstrip("*") for word in longest if word.endswith("*"))
    return frozenset(word for word in longest if not word.endswith("*")), stems


def _rarity(one: Pattern) -> tuple[int, int]:
    return min(map(len, one.keys | one.stems)), -len(one.keys)
