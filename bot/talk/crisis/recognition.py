"""Is somebody in danger, which one, and what number helps? No database, no network, linear time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from bot.talk.crisis.lexicon import CIRCUMSTANCES, Lexicon, Rule, lexicon, listener
from bot.talk.crisis.patterns import NEGATIONS
from bot.talk.crisis.reading import Reading, read, read_by_ear

Person = Literal["self", "other"]

# Kind of danger → its number, then the others that may help. The order is that of gravity: life in danger now,
# child, violence, suicide, street, the rest.
NUMBERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "act": ("15", "112", "114", "3114"),
        "attack": ("17", "112", "114", "3919"),
        "fire": ("18", "112", "114"),
        "medical": ("15", "112", "114"),
        "child": ("119", "17", "114"),
        "violence": ("3919", "17", "114"),
        "suicide": ("3114", "15", "114"),
        "street": ("115", "112"),
        "elder": ("3133", "17", "114"),
        "online": ("3018", "17"),
        "emergency": ("112", "15", "17", "18", "114"),
        "silence": ("114",),
    }
)
ENOUGH = 2
"""Score from which there is a danger; CERTAIN: from which it is not asked whether it is so."""
CERTAIN = 3
SHORT = 4
"""Words up to which a message is a cry rather than a sentence: "suicide", "femme battue"."""

# What a circumstance adds to the score, by kind; "*" for the kinds not named.
_CIRCUMSTANCES: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "urgent": {"*": 1},
        "about": {"*": -2},
        "joke": {"*": -1},
        "past": {"violence": -3, "child": -3, "street": -3, "fire": -3, "attack": -2, "elder": -2, "medical": -2,
                 "emergency": -2, "suicide": -2, "act": -2},
        "while": {"fire": -3, "attack": -2, "medical": -2, "emergency": -2},
        "still": {"violence": 2, "child": 2, "street": 2, "suicide": 1},
    }
)  # fmt: skip
# What is past takes nothing from somebody who has nowhere to sleep tonight.
_OVER = frozenset({"past", "while"})
# "j'en peux plus" denies nothing.
_AT_AN_END = re.compile(r"(?<= )(?:peux?|peut|pe|tiens|supporte|sais|can) (?:plus|pas|t|not) ")
_SUBJECTS = frozenset({
    "je", "il", "elle", "on", "nous", "ils", "elles", "mon", "ma", "mes", "un", "une", "le", "la", "les", "i",
    "he", "she", "we", "they", "my", "our", "él", "el", "mi", "я", "він", "вона", "ми", "мій", "моя",
})  # fmt: skip
_BEFORE = re.compile(rf"(?<= )(?:{NEGATIONS}) (?:(?!(?:{'|'.join(sorted(_SUBJECTS))}|\.) )\S+ ){{0,2}}$")
_SELF = frozenset({
    "je", "moi", "nous", "on", "me", "i", "we", "us", "yo", "nosotros", "nos", "я", "мене", "мені", "мы", "ми", "нас",
    "نحن", "انا",
})  # fmt: skip
_JOKES = re.compile(r"\b(?:mdr+|lol|ptdr|xd|haha+|jpp|jaja+)\b|😂|🤣", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Danger:
    """`number`: to be shown first; `others`: also useful, in order. `span`: in the text, in characters.

    `certain`: false when the person should be asked "c'est bien ça ?" before more is said.
    `silent`: the person cannot speak; 114 then comes first.
    """

    kind: str
    number: str
    others: tuple[str, ...]
    person: Person
    certain: bool
    span: tuple[int, int]
    silent: bool = False


@dataclass(frozen=True, slots=True)
class _Finding:
    kind: str
    score: int
    start: int
    end: int


def recognise(text: str) -> Danger | None:
    """The gravest danger a message speaks of, or None. Never raises.

    Read as it is typed, then as it sounds: there, only what leaves no doubt is a danger.
    """
    known = lexicon()
    reading = read(text, known.speller, known.spellings)
    if danger := _danger(text, reading, known):
        return danger
    for heard in read_by_ear(text, known.speller, known.spellings, listener()):
        if (danger := _danger(text, heard, known)) and danger.certain:
            return danger
    return None


def _danger(text: str, reading: Reading, known: Lexicon) -> Danger | None:
    if not reading.spans:
        return None
    rules = list(known.candidates(set(reading.words())))
    line = _without_figures(reading.line, rules)
    signs = {rule.sign for rule in rules if rule.sign in CIRCUMSTANCES and _holds(rule, line)}
    if _JOKES.search(text[:4096]):
        signs.add("joke")
    findings = _findings(line, rules, signs, short=len(reading.spans) <= SHORT)
    return _judged(findings, signs, reading) if findings else None


def _without_figures(line: str, rules: list[Rule]) -> str:
    """The line with its figures of speech blanked letter by letter, so that places stay right."""
    for rule in rules:
        if rule.sign == "harmless":
            while match := rule.pattern.search(line):
                blank = re.sub(r"\S", "_", match.group())
                line = line[: match.start()] + blank + line[match.end() :]
    return line


def _holds(rule: Rule, line: str) -> bool:
    return rule.pattern.search(line) is not None


def _findings(line: str, rules: list[Rule], signs: set[str], *, short: bool) -> list[_Finding]:
    found: list[_Finding] = []
    for rule in rules:
        if rule.sign not in NUMBERS:
            continue
        match = rule.pattern.search(line)
        if match is None or _denied(rule, match, line):
            continue
        score = rule.strength + (1 if short and rule.strength == 1 else 0)
        for sign in signs - (_OVER if rule.sign == "street" and "now" in signs else frozenset()):
            effects = _CIRCUMSTANCES.get(sign, {})
            score += effects.get(rule.sign, effects.get("*", 0))
        if score >= ENOUGH:
            found.append(_Finding(rule.sign, score, match.start(), match.end()))
    return found


def _denied(rule: Rule, match: re.Match[str], line: str) -> bool:
    """Whether a negation just before says the contrary; a clause with its own subject is not touched by it."""
    if rule.sign == "silence":
        return False
    before = line[: match.start()]
    if match.group().split(maxsplit=1)[0] in _SUBJECTS:
        return before.endswith((" plus jamais ", " never "))
    return _BEFORE.search(_AT_AN_END.sub("", before)) is not None


def _judged(findings: list[_Finding], signs: set[str], reading: Reading) -> Danger:
    order = list(NUMBERS)
    gravest = min(findings, key=lambda finding: (order.index(finding.kind), -finding.score, finding.start))
    silent = "deaf" in signs or any(finding.kind == "silence" for finding in findings)
    numbers = NUMBERS[gravest.kind]
    if silent:
        numbers = ("114", *(number for number in numbers if number != "114"))
    return Danger(
        kind=gravest.kind,
        number=numbers[0],
        others=numbers[1:],
        person=_person(gravest, signs, reading),
        certain=gravest.score >= CERTAIN,
        span=reading.span(gravest.start, gravest.end),
        silent=silent,
    )


def _person(finding: _Finding, signs: set[str], reading: Reading) -> Person:
    said = set(reading.line[finding.start : finding.end].split())
    return "other" if "for" in signs or ("other" in signs and not said & _SELF) else "self"


__all__ = ["NUMBERS", "Danger", "Person", "recognise"]
