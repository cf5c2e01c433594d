"""The small language in which danger is described, and its translation to regular expressions.

A pattern is words in order. `a|b` either word; `<family>` any phrase of the family; `word*` what begins so;
`word?` may be missing; `two_words` stay together; `..` up to three words between, `...` up to seven, never a negation
nor the end of a sentence;
`A & B` both, in either order, up to ten words apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.talk.crisis.reading import plain_part

Phrase = tuple[str, ...]

_GAPS = {"..": 3, "...": 7}
_APART = 10
# A phrase that says the contrary is no sign: "je suis pas à la rue", "I am not homeless", "no quiero morir".
NEGATIONS = "pas|jamais|aucun|aucune|plus|not|never|no|nunca|не|ні|ніколи|لا|ليس|لست|لم|مش"
_BETWEEN = rf"(?:(?!(?:{NEGATIONS}|\.) )\S+ )"
_STEM = "stemof"  # what "*" becomes while a phrase is cut into words


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Phrases that say the same. `keys`: the longest word of each, or `stems`, its beginning.

    `shortest`: letters of the shortest of these.
    """

    phrases: tuple[Phrase, ...]
    keys: frozenset[str]
    stems: frozenset[str]
    shortest: int


Families = Mapping[str, Family]


@dataclass(frozen=True, slots=True)
class _Element:
    """A place of a pattern: one of the phrases of its families, or a gap of so many words."""

    families: tuple[Family, ...] = ()
    optional: bool = False
    gap: int = 0

    def rarity(self) -> tuple[int, int]:
        """The higher, the fewer messages have one of its words."""
        return min(family.shortest for family in self.families), -sum(len(family.keys) for family in self.families)

    def expression(self) -> str:
        if self.gap:
            return f"{_BETWEEN}{{0,{self.gap}}}?"
        found = {"".join(map(_word, phrase)) for family in self.families for phrase in family.phrases}
        said = f"(?:{'|'.join(sorted(found, key=len, reverse=True))})"
        return said + ("?" if self.optional else "")


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """What to look for in `Reading.line`.

    The regular expression is made the first time it is needed: a message needs a few dozen out of thousands.
    """

    rarest: _Element
    elements: tuple[_Element, ...] = ()
    sides: tuple[Pattern, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """One of these words must be there, or one of `stems`."""
        return frozenset().union(*(family.keys for family in self.rarest.families))

    @property
    def stems(self) -> frozenset[str]:
        """A word that begins so must be there, or one of `keys`."""
        return frozenset().union(*(family.stems for family in self.rarest.families))

    @property
    def source(self) -> str:
        """The regular expression over `Reading.line`."""
        if self.sides:
            one, other = (side.source for side in self.sides)
            gap = _BETWEEN.replace(r"|\.", "") + f"{{0,{_APART}}}?"
            return f"(?:{one}{gap}{other}|{other}{gap}{one})"
        return "(?<= )" + "".join(element.expression() for element in self.elements)

    def search(self, line: str) -> re.Match[str] | None:
        """The first place where the pattern holds."""
        return _compiled(self).search(line)


@cache
def _compiled(wanted: Pattern) -> re.Pattern[str]:
    return re.compile(wanted.source)


def family(written: str) -> Family:
    """The phrases of a family, written `one phrase | another | …`."""
    found = tuple(_phrase(part) for part in written.split("|") if part.strip())
    longest = {max(phrase, key=len) for phrase in found if phrase}
    stems = frozenset(word.rstrip("*") for word in longest if word.endswith("*"))
    keys = frozenset(word for word in longest if not word.endswith("*"))
    return Family(found, keys, stems, min(map(len, keys | stems), default=0))


def _phrase(written: str) -> Phrase:
    return tuple(word for part in written.split() for word in _words(part))


def _words(part: str) -> tuple[str, ...]:
    if "*" not in part:
        return plain_part(part)
    return tuple(word.replace(_STEM, "*") for word in plain_part(part.replace("*", _STEM)))


def pattern(written: str, families: Families) -> Pattern:
    """Translate one line; raises KeyError for an unknown family."""
    if " & " in written:
        one, other = (pattern(side, families) for side in written.split(" & ", 1))
        return Pattern(max(one.rarest, other.rarest, key=_Element.rarity), sides=(one, other))
    elements = tuple(_element(part, families) for part in written.split())
    needed = (element for element in elements if element.families and not element.optional)
    return Pattern(max(needed, key=_Element.rarity), elements)


def _element(part: str, families: Families) -> _Element:
    if part in _GAPS:
        return _Element(gap=_GAPS[part])
    choices = part.rstrip("?").split("|")
    named = [families[choice[1:-1]] for choice in choices if choice.startswith("<")]
    words = "|".join(choice for choice in choices if not choice.startswith("<"))
    return _Element((*named, *([_literal(words)] if words else ())), optional=part.endswith("?"))


@cache
def _literal(written: str) -> Family:
    return family(written.replace("_", " "))


def _word(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"\S* " if word.endswith("*") else " ")
