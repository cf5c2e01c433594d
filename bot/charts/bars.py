"""Counts as bars that lie one under the other, each with its name and its figure. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageDraw

from bot.charts.canvas import FAINT, FILL, INK, MARGIN, WIDTH, font, page, png, wide, wrapped

TITLE, HEAD, TEXT = 30, 24, 22
# Where the bars begin, and how long the longest is: room is kept for its figure.
START, LONGEST = 400, 460
_LINE, _GAP, _BAR = 28, 12, 26


@dataclass(frozen=True, slots=True)
class Bar:
    """One count."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """Counts that belong together."""

    title: str
    bars: Sequence[Bar]


def bars(title: str, groups: Sequence[Group]) -> bytes:
    """A picture of groups of counts, all on one scale."""
    heading = wrapped(title, TITLE, WIDTH - 2 * MARGIN)
    made, draw = page(_height(heading, groups))
    top = _written(draw, heading, MARGIN, TITLE) + _GAP
    most = max((bar.count for group in groups for bar in group.bars), default=0)
    for group in groups:
        top = _written(draw, wrapped(group.title, HEAD, WIDTH - 2 * MARGIN), top + _GAP, HEAD)
        for bar in group.bars:
            top = _drawn(draw, bar, top, most)
    return png(made)


def length(count: int, most: int) -> int:
    """How long a bar is, in pixels; a count above none is always seen."""
    return max(round(LONGEST * count / most), 2) if count else 0


def _height(heading: Sequence[str], groups: Sequence[Group]) -> int:
    tall = MARGIN + len(heading) * (TITLE + _GAP) + _GAP
    for group in groups:
        tall += _GAP + len(wrapped(group.title, HEAD, WIDTH - 2 * MARGIN)) * (HEAD + _GAP)
        tall += sum(len(_named(bar)) * _LINE + _GAP for bar in group.bars)
    return tall + MARGIN


def _named(bar: Bar) -> list[str]:
    return wrapped(bar.name, TEXT, START - MARGIN - _GAP)


def _written(draw: ImageDraw.ImageDraw, lines: Sequence[str], top: int, size: int) -> int:
    for line in lines:
        draw.text((MARGIN, top), line, INK, font(size))
        top += size + _GAP
    return top


def _drawn(draw: ImageDraw.ImageDraw, bar: Bar, top: int, most: int) -> int:
    names = _named(bar)
    for row, name in enumerate(names):
        draw.text((START - _GAP - wide(name, TEXT), top + row * _LINE), name, INK, font(TEXT))
    middle = top + len(names) * _LINE // 2
    end = START + length(bar.count, most)
    draw.line((START, top - _GAP // 2, START, top + len(names) * _LINE + _GAP // 2), FAINT)
    if bar.count:
        draw.rectangle((START, middle - _BAR // 2, end - 1, middle + _BAR // 2 - 1), FILL)
    draw.text((end + _GAP, middle), f"{bar.count}", INK, font(TEXT), anchor="lm")
    return top + len(names) * _LINE + _GAP
