"""A wrong answer, as the list of failures shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.evaluation.questions import Question


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is wrong: the name of a sentence of `evaluation.ftl`, and what fills it."""

    message: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A question not answered rightly, and why."""

    question: Question
    reasons: tuple[Reason, ...]
    answer: str
    """What the robot said, empty when it said nothing."""
