"""What a need is, and what was recognised in a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("fr", "fr-x-simple", "en", "es", "ar", "uk")
"""Languages of the labels; words exist in the same ones but simple French."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something people look for; a theme is the need that has others below it.

    `themes`: the theme it stands under, then those it also belongs to. `axis`: of the pact, 1 to 4, or None.
    `vital`: eating, drinking, washing, sleeping, care: shown first. `line`: the national line to fall back on.
    """

    id: str
    themes: tuple[str, ...]
    labels: Mapping[str, str]
    short_labels: Mapping[str, str]
    thematiques: tuple[str, ...] = ()
    soliguide: tuple[str, ...] = ()
    axis: int | None = None
    vital: bool = False
    line: str | None = None

    @property
    def is_theme(self) -> bool:
        """Whether it stands for a whole theme."""
        return self.themes[0] == self.id


@dataclass(frozen=True, slots=True)
class NeedHit:
    """A need found in a message: how surely (1 a hint, 3 said, 5 and more said plainly), and where in the text."""

    need: str
    score: float
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """The needs and the themes of a message, best first, and every span of the text they explain."""

    needs: tuple[NeedHit, ...] = ()
    themes: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
