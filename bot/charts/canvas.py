"""A white page to draw on, with a font that is shipped: what is drawn is the same on every machine."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

# Pixels: a telephone shows the whole width, and a printed page stays sharp.
WIDTH, MARGIN = 1000, 30
# The contrast of each with white, by WCAG 2: 16.1, 10.5, 5.3.
INK, FILL, FAINT = (22, 22, 22), (0, 64, 128), (106, 106, 106)
_WHITE = (255, 255, 255)
_FONT = Path(__file__).parent / "font" / "DejaVuSans.ttf"


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Letters of a height in pixels."""
    return ImageFont.truetype(_FONT, size)


def page(height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A blank page, and what draws on it."""
    made = Image.new("RGB", (WIDTH, height), _WHITE)
    return made, ImageDraw.Draw(made)


def png(made: Image.Image) -> bytes:
    """A page as a file. Few colours are used: a palette halves it."""
    written = io.BytesIO()
    made.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


def wide(text: str, size: int) -> float:
    """How many pixels a text takes."""
    return font(size).getlength(text)


def wrapped(text: str, size: int, most: float) -> list[str]:
    """A text in lines that are no wider than `most` pixels, cut between words, or in a word that is wider."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and wide(f"{lines[-1]} {word}", size) <= most:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, size, most)
    return lines


def _pieces(word: str, size: int, most: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide(pieces[-1] + letter, size) > most:
            pieces.append("")
        pieces[-1] += letter
    return pieces
