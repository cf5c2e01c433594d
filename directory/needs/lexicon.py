"""The phrases of all needs, ready for matching: a trie of keys, and words that mean something together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directory.needs.model import Need
from directory.needs.spelling import Spelling

Ends = tuple[tuple[int, float], ...]
"""Which needs a phrase means (numbers), and its weight for each."""
_KNOWN = ("thematiques", "soliguide", "themes")


class Node:
    """A point of the trie: what may follow, and what ends here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.ends: Ends = ()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything the matcher reads. `slots`: for a key, the patterns and slots it fills."""

    needs: tuple[Need, ...]
    small: frozenset[str]
    trie: Node
    slots: Mapping[str, tuple[tuple[int, int], ...]]
    patterns: tuple[tuple[int, float, int], ...]
    """Need, weight and number of slots of each pattern."""
    known: frozenset[str]
    """Every key in use."""
    badly: frozenset[str]
    """Keys before which "mal" is no pain."""
    spelling: Spelling


def _trie(phrases: Mapping[str, list[list[float]]], known: set[str]) -> Node:
    root = Node()
    for written, ends in phrases.items():
        node = root
        for key in written.split(" "):
            known.add(key)
            node = node.next.setdefault(key, Node())
        node.ends = tuple((int(need), weight) for need, weight in ends)
    return root


def load(path: Path) -> Lexicon:
    """Read the compiled file."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    known: set[str] = set()
    trie = _trie(raw["phrases"], known)
    slots: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, _, pattern) in enumerate(raw["together"]):
        for slot, filled in enumerate(pattern):
            for key in filled:
                slots[key].append((number, slot))
    known.update(slots)
    return Lexicon(
        needs=tuple(Need(**need | {key: tuple(need[key]) for key in _KNOWN}) for need in raw["needs"]),
        small=frozenset(raw["small"]),
        trie=trie,
        slots={key: tuple(filled) for key, filled in slots.items()},
        patterns=tuple((need, weight, len(pattern)) for need, weight, pattern in raw["together"]),
        known=frozenset(known),
        badly=frozenset(raw["badly"]),
        spelling=Spelling(known, raw["sounds"], raw["common"] + raw["small"]),
    )
