"""What is asked of the robot by a program, and the machine-readable side of what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `context` is the previous question of the same person, None for a first one."""

    id: str
    text: str
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the robot answered and understood.

    `sources` are the documents' file names, `themes` the identifiers of the needs' first level,
    `commune` and `candidates` INSEE codes, `emergency` a number to call ("115"), `language` a BCP 47 tag.
    """

    answer: str = ""
    abstained: bool = False
    sources: tuple[str, ...] = ()
    language: str = "fr"
    themes: tuple[str, ...] = ()
    commune: str | None = None
    ambiguous: bool = False
    candidates: tuple[str, ...] = ()
    emergency: str | None = None


Ask = Callable[[Asked], Answer]
