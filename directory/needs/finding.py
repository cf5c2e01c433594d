"""Find the phrases of the lexicon in a sequence of words; longer phrases silence the shorter ones inside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from directory.needs.keys import keys, small_key, small_word
from directory.needs.lexicon import Ends, Lexicon

_MISSPELT = 0.5
_STEPPED_OVER = 0.75
_MOST_SMALL_WORDS = 3
_BADLY = "mal"
_FARTHEST = 14
"""Words between the first and the last of those that mean something together."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found: bits of the words it uses, how specific it is, what it means, what it lost to guesses."""

    mask: int
    size: float
    ends: Ends
    penalty: float


def read(words: Sequence[str], lexicon: Lexicon, never: Collection[str] = ()) -> tuple[list[str], list[float]]:
    """The key of each word, misspellings corrected, and what each correction costs."""
    made = list(keys(words, lexicon.small))
    for i, (key, following) in enumerate(pairwise(made)):
        if key == _BADLY and following in lexicon.badly:
            made[i] = small_word(words[i])
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
    small = small_key(made[start])
    # Where we are in the trie and in the text, words used, their size, penalty, small words skipped, a word skipped.
    waiting = [(first, start + 1, 1 << start, 0.25 if small else 1.0, costs[start], 0, False)]
    while waiting:
        node, place, mask, size, penalty, skipped, stepped = waiting.pop()
        if node.ends:
            found.append(Found(mask, size, node.ends, penalty))
        if not node.next or place >= len(made):
            continue
        key = made[place]
        small = small_key(key)
        following = node.next.get(key)
        if following is not None:
            worth = 0.25 if small else 1.0
            waiting.append((following, place + 1, mask | 1 << place, size + worth, penalty + costs[place], 0, stepped))
        if small and skipped < _MOST_SMALL_WORDS:
            waiting.append((node, place + 1, mask, size, penalty, skipped + 1, stepped))
        elif not small and not stepped and size >= 1:
            waiting.append((node, place + 1, mask, size, penalty + _STEPPED_OVER, skipped, True))
    return found


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
    sizes: dict[int, float] = {}
    covered = 0
    for one in found:
        if one.mask & ~covered or one.size >= sizes.get(one.mask, 99.0):
            kept.append(one)
            covered |= one.mask
            sizes.setdefault(one.mask, one.size)
    return kept
