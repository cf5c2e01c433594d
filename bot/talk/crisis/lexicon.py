"""What danger sounds like in each language: the files of `bot/talk/data/danger`, read once.

A file has lines `name = phrase | phrase` (a family of phrases), `spell wrong = right words`, `ordinary = words` (left
as they are, although a danger word is near), and rules `sign strength : pattern`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.talk.crisis.ear import Ear, ear
from bot.talk.crisis.patterns import Family, Pattern, family, pattern
from bot.talk.crisis.reading import plain, plain_part
from bot.talk.crisis.spelling import Speller, speller
from directory.words import fold

LANGUAGES = ("fr", "en", "es", "ar", "uk")
CIRCUMSTANCES = frozenset({"harmless", "urgent", "about", "past", "while", "now", "still", "deaf", "other", "for"})
"""Signs that are no danger: their words are left as they are typed."""
_FOLDER = Path(__file__).parent.parent / "data" / "danger"


@dataclass(frozen=True, slots=True)
class Rule:
    """A sign (a kind of danger or a circumstance) with its strength, from 1 (alone, says nothing) to 4."""

    sign: str
    strength: int
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rules, found by the words they cannot do without, and the spelling of danger words."""

    rules: tuple[Rule, ...]
    by_word: dict[str, tuple[int, ...]]
    by_stem: dict[str, tuple[int, ...]]
    speller: Speller
    spellings: dict[str, tuple[str, ...]]

    def candidates(self, words: set[str]) -> Iterator[Rule]:
        """The rules that these words may satisfy, in the order of the files."""
        found: set[int] = set()
        for word in words:
            found.update(self.by_word.get(word, ()))
            for end in range(2, len(word) + 1):
                found.update(self.by_stem.get(word[:end], ()))
        return (self.rules[index] for index in sorted(found))


@cache
def listener() -> Ear:
    """An ear for what the French rules say; made when it is first needed."""
    said: list[str] = []
    right: set[str] = set()
    for line in _lines("fr"):
        if line.startswith("ordinary = "):
            right.update(plain(line.partition(" = ")[2]))
        elif not line.startswith("spell "):
            said.extend(_bare_words(line.partition(" : ")[2] or line.partition(" = ")[2]))
    return ear(said, right=right)


@cache
def lexicon() -> Lexicon:
    """Every language together: nobody is asked which one they speak before being helped."""
    rules: list[Rule] = []
    vocabulary: set[str] = set()
    ordinary: set[str] = set()
    spellings: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        families: dict[str, Family] = {}
        for line in _lines(language):
            head, _, written = line.partition(" : ")
            if written:
                sign, strength = head.split()
                rules.append(Rule(sign, int(strength), pattern(written, families)))
                (ordinary if sign in CIRCUMSTANCES else vocabulary).update(_bare_words(written))
                continue
            name, _, written = line.partition(" = ")
            if name == "ordinary":
                ordinary.update(plain(written))
            elif name.startswith("spell "):
                spellings[fold(name[6:])] = tuple(plain(written))
            else:
                families[name] = family(written)
                vocabulary.update(_bare_words(written))
    known = ordinary | set(spellings)
    return Lexicon(
        tuple(rules), _index(rules, "keys"), _index(rules, "stems"), speller(vocabulary, ordinary=known), spellings
    )


def _lines(language: str) -> list[str]:
    """A language's file, then those that go on with it (`fr_…txt`), which may use its families."""
    paths = [_FOLDER / f"{language}.txt", *sorted(_FOLDER.glob(f"{language}_*.txt"))]
    texts = (path.read_text(encoding="utf-8") for path in paths)
    lines = (line.strip() for text in texts for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _bare_words(written: str) -> Iterator[str]:
    for part in written.replace("|", " ").replace("_", " ").replace("?", "").split():
        if not part.startswith("<") and not part.endswith("*") and part not in ("..", "...", "&"):
            yield from plain_part(part)


def _index(rules: list[Rule], kind: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for index, rule in enumerate(rules):
        for word in rule.pattern.keys if kind == "keys" else rule.pattern.stems:
            found.setdefault(word, []).append(index)
    return {word: tuple(indexes) for word, indexes in found.items()}
