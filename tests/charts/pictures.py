"""A picture, read back: where it is painted in a colour, and what stays blank."""

from __future__ import annotations

import io
from typing import cast

from PIL import Image

Colour = tuple[int, int, int]
# A palette moves a colour by a little.
_CLOSE = 12


def opened(content: bytes) -> Image.Image:
    """The picture of a PNG file."""
    made = Image.open(io.BytesIO(content))
    assert made.format == "PNG"
    return made.convert("RGB")


def painted(made: Image.Image, x: int, y: int, colour: Colour) -> bool:
    """Whether a point has a colour."""
    found = cast("Colour", made.getpixel((x, y)))
    return all(abs(one - other) <= _CLOSE for one, other in zip(found, colour, strict=True))


def blank(made: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether nothing is drawn between (left, top) and (right, bottom)."""
    return made.crop(box).convert("L").getextrema() == (255, 255)
