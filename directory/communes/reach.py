"""How far from its position a commune reaches."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

WIDE = Path(__file__).parents[1] / "data" / "communes-wide.tsv"
USUAL = 10.0
"""Kilometres: 98 communes in a hundred are within; the others are in the file, by the frame that holds them."""
# Overseas, where no frame is known and positions are approximate.
_UNKNOWN = 60.0
_UNFRAMED = ("975", "977", "978", "984", "986", "987", "988")


def reach(code: str) -> float:
    """Kilometres from the position of a commune or arrondissement (INSEE code) beyond which nothing is in it."""
    if code.startswith(_UNFRAMED):
        return _UNKNOWN
    return _wide().get(code, USUAL)


@lru_cache(maxsize=1)
def _wide() -> dict[str, float]:
    lines = WIDE.read_text(encoding="utf-8").splitlines()[1:]
    return {code: float(km) for code, km in (line.split("\t") for line in lines)}
