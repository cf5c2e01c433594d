"""Where France has land: squares of a hundredth of a degree (about a kilometre) that hold some, or hold its shore."""

from __future__ import annotations

import lzma
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import floor
from pathlib import Path

FILE = Path(__file__).parent / "data" / "land.tsv.xz"
PER_DEGREE = 100
# Where the file knows every shore: south, north, west, east. Elsewhere nothing is said to be at sea.
_KNOWN = (
    (41.2, 51.3, -5.6, 9.8),  # metropolitan France
    (15.7, 16.6, -61.9, -60.9),  # Guadeloupe
    (14.2, 15.0, -61.4, -60.7),  # Martinique
    (1.9, 6.1, -54.9, -51.3),  # Guyane
    (-21.6, -20.7, 55.0, 56.0),  # La Réunion
    (-13.2, -12.4, 44.8, 45.5),  # Mayotte
)

Ring = Sequence[Sequence[float]]
"""A closed line: longitude and latitude of each corner, the first again at the end."""
Rows = Mapping[int, Sequence[tuple[int, int]]]
"""For each row of squares, southern edge in hundredths of a degree: its spans from west to east, both ends included."""


def at_sea(latitude: float, longitude: float) -> bool:
    """Whether a point (degrees, WGS 84) is more than a kilometre or so off France; False where nobody knows."""
    if not any(south <= latitude <= north and west <= longitude <= east for south, north, west, east in _KNOWN):
        return False
    column = floor(longitude * PER_DEGREE)
    return not any(first <= column <= last for first, last in _rows().get(floor(latitude * PER_DEGREE), ()))


def rows_of(polygons: Sequence[Sequence[Ring]]) -> Rows:
    """The squares that polygons hold or touch: each polygon is its outline, then its holes."""
    held: dict[int, set[int]] = {}
    for rings in polygons:
        for ring in rings:
            for (x, y), (to_x, to_y) in pairwise(ring):
                steps = int(max(abs(to_x - x), abs(to_y - y)) * PER_DEGREE * 8) + 1
                for step in range(steps + 1):
                    share = step / steps
                    row = floor((y + (to_y - y) * share) * PER_DEGREE)
                    held.setdefault(row, set()).add(floor((x + (to_x - x) * share) * PER_DEGREE))
        for row, first, last in _inside(rings):
            held.setdefault(row, set()).update(range(first, last + 1))
    return {row: _spans(sorted(held[row])) for row in sorted(held)}


def written(rows: Rows) -> str:
    """The rows as the file keeps them, one a line."""
    lines = (f"{row}\t{' '.join(f'{first},{last}' for first, last in spans)}" for row, spans in rows.items())
    return "\n".join(lines) + "\n"


def read(text: str) -> Rows:
    """What `written` gave."""
    found: dict[int, list[tuple[int, int]]] = {}
    for line in text.splitlines():
        row, _, spans = line.partition("\t")
        found[int(row)] = [(int(first), int(last)) for first, last in (span.split(",") for span in spans.split())]
    return found


def _inside(rings: Sequence[Ring]) -> list[tuple[int, int, int]]:
    """The squares whose row is crossed at mid-height inside the polygon: row, first, last."""
    heights = [y for ring in rings for _, y in ring]
    found = []
    for row in range(floor(min(heights) * PER_DEGREE), floor(max(heights) * PER_DEGREE) + 1):
        middle = (row + 0.5) / PER_DEGREE
        crossed = sorted(
            x + (to_x - x) * (middle - y) / (to_y - y)
            for ring in rings
            for (x, y), (to_x, to_y) in pairwise(ring)
            if (y <= middle) != (to_y <= middle)
        )
        found += [
            (row, floor(first * PER_DEGREE), floor(last * PER_DEGREE))
            for first, last in zip(crossed[::2], crossed[1::2], strict=True)
        ]
    return found


def _spans(columns: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for column in columns:
        if found and column == found[-1][1] + 1:
            found[-1] = (found[-1][0], column)
        else:
            found.append((column, column))
    return found


@lru_cache(maxsize=1)
def _rows() -> Rows:
    return read(lzma.decompress(FILE.read_bytes()).decode())
