"""Counts of right answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """`right` out of `of`. A question answered in part may count for a part."""

    right: float
    of: int

    @property
    def value(self) -> float | None:
        """Between 0 and 1, four decimals; None when nothing was counted."""
        return round(self.right / self.of, 4) if self.of else None


class Tally:
    """Right answers counted under a key: a language, a theme, a kind of question."""

    def __init__(self) -> None:
        self._right: dict[str, int] = {}
        self._of: dict[str, int] = {}

    def add(self, key: str, *, right: bool) -> None:
        """Counts one answer."""
        self._of[key] = self._of.get(key, 0) + 1
        self._right[key] = self._right.get(key, 0) + right

    def shares(self) -> Mapping[str, Share]:
        """The shares by key, keys in alphabetical order."""
        return {key: Share(self._right[key], self._of[key]) for key in sorted(self._of)}
