"""Places as points, the larger the more they count, with the names of those that count most. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from PIL import ImageDraw

from bot.charts.canvas import FAINT, FILL, INK, MARGIN, WIDTH, font, page, png, wide, wrapped

TITLE, TEXT = 30, 20
# Pixels: the height of the map, and the radius of the smallest and of the largest point.
HEIGHT, SMALLEST, LARGEST = 800, 2, 34
_EDGE, _GAP, _MOST_NAMES = LARGEST + 6, 12, 12
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A place, in degrees (WGS 84). `count`: 0 for what only shows where the others are."""

    name: str
    latitude: float
    longitude: float
    count: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """From degrees to pixels, north up; a degree of longitude is shorter than one of latitude."""

    west: float
    north: float
    scale: float
    narrowing: float
    left: float
    top: float

    def at(self, dot: Dot) -> tuple[float, float]:
        across = (dot.longitude - self.west) * self.narrowing * self.scale
        return self.left + across, self.top + (self.north - dot.latitude) * self.scale


def dots(title: str, legend: str, places: Sequence[Dot]) -> bytes:
    """A map without borders: each place a grey point, those that count a blue disc whose area tells how much.

    `legend`: what a disc counts; under it stand the largest and its figure.
    """
    heading, said = wrapped(title, TITLE, WIDTH - 2 * MARGIN), wrapped(legend, TEXT, WIDTH - 2 * MARGIN)
    top = MARGIN + len(heading) * (TITLE + _GAP)
    foot = top + HEIGHT
    made, draw = page(foot + len(said) * (TEXT + _GAP) + MARGIN)
    for row, line in enumerate(heading):
        draw.text((MARGIN, MARGIN + row * (TITLE + _GAP)), line, INK, font(TITLE))
    for row, line in enumerate(said):
        draw.text((MARGIN, foot + row * (TEXT + _GAP)), line, INK, font(TEXT))
    if places:
        _map(draw, places, _frame(places, top))
    return png(made)


def radius(count: int, most: int) -> float:
    """The radius of a disc, in pixels: its area is as its count."""
    return max(LARGEST * sqrt(count / most), SMALLEST + 2) if count else SMALLEST


def _frame(places: Sequence[Dot], top: float) -> _Frame:
    west, east = min(dot.longitude for dot in places), max(dot.longitude for dot in places)
    south, north = min(dot.latitude for dot in places), max(dot.latitude for dot in places)
    narrowing = cos(radians((south + north) / 2))
    wanted = max((east - west) * narrowing, 1e-6), max(north - south, 1e-6)
    room = WIDTH - 2 * (MARGIN + _EDGE), HEIGHT - 2 * _EDGE
    scale = min(room[0] / wanted[0], room[1] / wanted[1])
    left, above = (WIDTH - wanted[0] * scale) / 2, top + (HEIGHT - wanted[1] * scale) / 2
    return _Frame(west, north, scale, narrowing, left, above)


def _map(draw: ImageDraw.ImageDraw, places: Sequence[Dot], frame: _Frame) -> None:
    most = max(dot.count for dot in places)
    ordered = sorted(places, key=lambda dot: -dot.count)
    for dot in reversed([dot for dot in ordered if not dot.count]):
        _disc(draw, frame.at(dot), SMALLEST, FAINT)
    counted = [dot for dot in ordered if dot.count]
    for dot in counted:
        _disc(draw, frame.at(dot), radius(dot.count, most), FILL)
    taken = [_around(frame.at(dot), radius(dot.count, most)) for dot in counted]
    for dot in counted[:_MOST_NAMES]:
        _name(draw, dot, frame.at(dot), radius(dot.count, most), taken)


def _disc(draw: ImageDraw.ImageDraw, at: tuple[float, float], size: float, colour: tuple[int, int, int]) -> None:
    draw.ellipse(_around(at, size), colour, outline=(255, 255, 255))


def _around(at: tuple[float, float], size: float) -> Box:
    x, y = at
    return (x - size, y - size, x + size, y + size)


def _name(draw: ImageDraw.ImageDraw, dot: Dot, at: tuple[float, float], size: float, taken: list[Box]) -> None:
    """Beside its disc where there is room, right, left, above or below; nowhere rather than over another."""
    said = f"{dot.name} {dot.count}"
    long, (x, y) = wide(said, TEXT), at
    corners = (
        (x + size + 4, y - TEXT / 2),
        (x - size - 4 - long, y - TEXT / 2),
        (x - long / 2, y - size - TEXT - 6),
        (x - long / 2, y + size + 4),
    )
    for left, top in corners:
        box = (left, top, left + long, top + TEXT + 4)
        if left >= MARGIN and box[2] <= WIDTH - MARGIN and not any(_over(box, other) for other in taken):
            taken.append(box)
            draw.text((left, top), said, INK, font(TEXT), stroke_width=3, stroke_fill=(255, 255, 255))
            return


def _over(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
