"""Order what was found: the needs and the themes a message is about, the faint ones dropped."""

from __future__ import annotations

from collections.abc import Sequence

from directory.needs.finding import Found
from directory.needs.model import Matched, Need, NeedHit
from directory.words import Token

_MORE_WORDS = 1.0
"""What each word of a phrase beyond the first adds to its weight."""
_AGAIN = 0.2
"""What a second phrase adds to a need, as a share of its score."""
_FAINT = 0.5
"""A theme or need is kept from this share of the best one's score on."""
_ALSO = 0.9
"""What a need gives to the themes it also belongs to, as a share."""
_MOST_THEMES = 3


def scores(found: Sequence[Found]) -> dict[int, tuple[float, int]]:
    """For each need: its score and the words that speak for it."""
    total: dict[int, tuple[float, int]] = {}
    for one in found:
        for need, weight in one.ends:
            if need < 0:
                continue
            score = weight + (_MORE_WORDS * max(one.size - 1, 0) if weight > 1 else 0.0) - one.penalty
            if score <= 0.5:
                continue
            best, mask = total.get(need, (0.0, 0))
            again = _AGAIN * min(best, score) if one.mask & ~mask and mask & ~one.mask else 0.0
            total[need] = (max(best, score) + again, mask | one.mask)
    return total


def _first_bit(mask: int) -> int:
    return (mask & -mask).bit_length()


def _spans(mask: int, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys((t.start, t.end) for i, t in enumerate(tokens) if mask >> i & 1))


def _themes(total: dict[int, tuple[float, int]], needs: Sequence[Need]) -> tuple[str, ...]:
    themes: dict[str, float] = {}
    for number, (score, mask) in total.items():
        for i, theme in enumerate(needs[number].themes):
            # Of two themes said as plainly, the one said first.
            worth = score * (_ALSO if i else 1.0) - 0.001 * _first_bit(mask)
            best = themes.get(theme, 0.0)
            themes[theme] = max(best, worth) + _AGAIN * min(best, worth)
    if not themes:
        return ()
    least = _FAINT * max(themes.values())
    ordered = sorted((theme for theme in themes if themes[theme] >= least), key=lambda theme: -themes[theme])
    return tuple(ordered[:_MOST_THEMES])


def rank(found: Sequence[Found], tokens: Sequence[Token], needs: Sequence[Need]) -> Matched:
    """The needs and themes of a message, best first."""
    total = scores(found)
    if not total:
        return Matched()
    least = _FAINT * max(score for score, _ in total.values())
    kept = {number: got for number, got in total.items() if got[0] >= least}
    ordered = sorted(kept.items(), key=lambda item: (-item[1][0], _first_bit(item[1][1])))
    hits = tuple(NeedHit(needs[n].id, round(score, 2), _spans(mask, tokens)) for n, (score, mask) in ordered)
    explained = 0
    for one in found:
        explained |= one.mask
    return Matched(hits, _themes(kept, needs), _spans(explained, tokens))
