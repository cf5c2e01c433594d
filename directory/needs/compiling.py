"""Turn the YAML files into the one compact file that is loaded: `python -m directory.needs.compiling`.

YAML takes a second to read; the compiled form takes a few milliseconds. A test holds both equal.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any

from directory.needs import sources
from directory.needs.keys import keys, small_key
from directory.needs.stems import sound, stem
from directory.words import fold, words

_AGES = ("enfant", "jeune", "senior")
"""Ages, written "#jeune ans" in a phrase: see `directory.needs.keys`."""

COMPILED = sources.DATA / "compiled.json"


def _content(text: str, small: frozenset[str]) -> tuple[str, ...]:
    """The keys of a phrase; without its small words unless it is quoted or made of nothing else."""
    ages = {stem(mark): "#" + mark for mark in _AGES if "#" + mark in text}
    found = tuple(ages.get(key, key) for key in keys(words(text), small)) if ages else keys(words(text), small)
    content = tuple(key for key in found if not small_key(key))
    # Of "des coups" the small word must stay, or "coup" alone would do.
    return found if text.startswith('"') or len(content) < 2 else content


def _patterns(phrase: sources.Phrase, small: frozenset[str]) -> list[list[str]]:
    """The slots of "a|b + c|d": in each, the keys that fill it."""
    # Of a compound word ("grand-mère") the last part counts.
    slots = phrase.text.split("+")
    return [sorted({_content(word, small)[-1] for word in slot.split("|")}) for slot in slots]


def _strengthen(phrases: dict[str, dict[int, float]]) -> None:
    """A phrase weighs no less than the phrases inside it do for the same need: "demande hlm" is no less than "hlm"."""
    for written, entry in phrases.items():
        found = written.split(" ")
        for start in range(len(found)):
            for end in range(start + 1, len(found) + 1):
                for need, weight in phrases.get(" ".join(found[start:end]), {}).items():
                    if need in entry and 1.0 < entry[need] < weight:
                        entry[need] = weight


def _sounds(phrases: list[sources.Phrase], common: frozenset[str]) -> dict[str, str]:
    """How the French words of the needs sound, where that points to one stem only and to no common word."""
    found: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        if phrase.language == "fr" and phrase.weight > 1 and not phrase.together:
            for word in words(phrase.text):
                if word.isalpha() and len(word) >= 5:
                    found[sound(word)].add(stem(word))
    taken = {sound(word) for word in common}
    return {s: stems.pop() for s, stems in sorted(found.items()) if len(stems) == 1 and len(s) >= 3 and s not in taken}


def compiled(folder: Path = sources.DATA) -> dict[str, Any]:
    """Everything the matcher needs, as JSON values; needs are numbered in their order."""
    needs = sources.read_needs(folder)
    number = {need.id: i for i, need in enumerate(needs)}
    lists = sources.read_small_words(folder / sources.SMALL_WORDS.name)
    small = frozenset(fold(word) for word in lists.small)
    common = frozenset(fold(word) for word in lists.common)
    written = sources.read_phrases(folder)
    phrases: defaultdict[str, dict[int, float]] = defaultdict(dict)
    together = []
    for phrase in written:
        if phrase.together:
            together.append([number[phrase.need], phrase.weight, _patterns(phrase, small)])
            continue
        found = _content(phrase.text, small)
        if all(small_key(key) for key in found) and not phrase.text.startswith('"'):
            continue
        entry = phrases[" ".join(found)]
        entry[number[phrase.need]] = max(phrase.weight, entry.get(number[phrase.need], 0.0))
    _strengthen(phrases)
    for nothing in lists.nothing:
        phrases[" ".join(_content(nothing, small))] = {-1: 0.0}
    return {
        "needs": [asdict(need) | {"labels": dict(need.labels)} for need in needs],
        "small": sorted(small),
        "common": sorted(common - small),
        "badly": sorted({stem(fold(word)) for word in lists.badly}),
        "phrases": {key: [[n, weight] for n, weight in entry.items()] for key, entry in sorted(phrases.items()) if key},
        "together": together,
        "sounds": _sounds(written, common),
    }


def main() -> None:
    """Write the compiled file."""
    content = compiled()
    COMPILED.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(content['needs'])} needs, {len(content['phrases'])} phrases\n")


if __name__ == "__main__":
    main()
