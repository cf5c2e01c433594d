"""Find the phrases of the lexicon in a sequence of words; longer phrases silence the shorter ones inside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from directory.needs.keys import keys, small_key
from directory.needs.lexicon import Ends, Lexicon, Node

_MISSPELT = 0.5
_STEPPED_OVER = 0.75
_MOST_SMALL_WORDS = 3
_FARTHEST = 14
"""Words between the first and the last of those that mean something together."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found: bits of the words it uses, how specific it is, what it means, what it lost to guesses."""

    mask: int
    size: float
    ends: Ends
    penalty: float


@dataclass(slots=True)
class _Path:
    node: Node
    place: int
    mask: int = 0
    content: int = 0
    size: float = 0.0
    penalty: float = 0.0
    small: int = 0
    stepped: bool = False


def read(words: Sequence[str], lexicon: Lexicon, never: Collection[str] = ()) -> tuple[list[str], list[float]]:
    """The key of each word, misspellings corrected, and what each correction costs."""
    made = list(keys(words, lexicon.small))
    costs = [0.0] * len(made)
    for i, key in enumerate(made):
        if key in lexicon.known or key[0] in "_#" or words[i] in never:
            continue
        right = lexicon.spelling.corrected(words[i])
        if right is not None:
            made[i], costs[i] = right, _MISSPELT
    return made, costs


def _from(start: int, made: Sequence[str], costs: Sequence[float], lexicon: Lexicon) -> list[Found]:
    """The phrases that begin with the word at `start`."""
    first = lexicon.trie.next.get(made[start])
    if first is None:
        return []
    found: list[Found] = []
    weight = 0.25 if small_key(made[start]) else 1.0
    waiting = [_Path(first, start + 1, 1 << start, int(weight == 1.0), weight, costs[start])]
    while waiting:
        path = waiting.pop()
        if path.node.ends:
            found.append(Found(path.mask, path.size, path.node.ends, path.penalty))
        if path.place < len(made) and path.node.next:
            waiting.extend(_onward(path, made, costs))
    return found


def _onward(path: _Path, made: Sequence[str], costs: Sequence[float]) -> list[_Path]:
    key, place = made[path.place], path.place + 1
    small = small_key(key)
    onward: list[_Path] = []
    following = path.node.next.get(key)
    if following is not None:
        worth = 0.25 if small else 1.0
        mask = path.mask | 1 << path.place
        penalty = path.penalty + costs[path.place]
        content = path.content + (not small)
        onward.append(_Path(following, place, mask, content, path.size + worth, penalty, 0, path.stepped))
    if small and path.small < _MOST_SMALL_WORDS:
        small_words = path.small + 1
        onward.append(
            _Path(path.node, place, path.mask, path.content, path.size, path.penalty, small_words, path.stepped)
        )
    elif not small and not path.stepped and path.content:
        penalty = path.penalty + _STEPPED_OVER
        onward.append(_Path(path.node, place, path.mask, path.content, path.size, penalty, path.small, stepped=True))
    return onward


def _together(made: Sequence[str], lexicon: Lexicon) -> list[Found]:
    """The patterns whose every slot is filled by some word."""
    filled: dict[int, dict[int, int]] = {}
    for i, key in enumerate(made):
        for pattern, slot in lexicon.slots.get(key, ()):
            filled.setdefault(pattern, {}).setdefault(slot, i)
    found = []
    for pattern, places in filled.items():
        need, weight, slots = lexicon.patterns[pattern]
        at = set(places.values())
        if len(places) == slots and len(at) == slots and max(at) - min(at) <= _FARTHEST:
            found.append(Found(sum(1 << place for place in at), slots - 0.5, ((need, weight),), 0.0))
    return found


def find(made: Sequence[str], costs: Sequence[float], lexicon: Lexicon) -> list[Found]:
    """The phrases that explain the words, most specific first; none lies wholly inside the others."""
    found = [one for start in range(len(made)) for one in _from(start, made, costs, lexicon)]
    if lexicon.slots:
        found += _together(made, lexicon)
    found.sort(key=lambda one: (-one.size + one.penalty, -max(weight for _, weight in one.ends)))
    kept: list[Found] = []
    covered = 0
    for one in found:
        tie = any(one.mask == other.mask and one.size >= other.size for other in kept)
        if tie or one.mask & ~covered:
            kept.append(one)
            covered |= one.mask
    return kept
