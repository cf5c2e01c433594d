"""What one answer to a request for help is worth: the theme, the commune, the emergency number."""

from __future__ import annotations

from dataclasses import dataclass

from bot.evaluation.asked import Answer
from bot.evaluation.questions import HelpQuestion
from bot.evaluation.themes import theme_named


@dataclass(frozen=True, slots=True)
class HelpVerdict:
    """What is right and wrong in one answer. `themes` are the identifiers given, in order, each once."""

    theme_hit: bool
    theme_all: bool
    theme_first: bool
    themes: tuple[str, ...]
    wrong_themes: tuple[str, ...]
    commune: bool
    emergency: bool

    @property
    def all_right(self) -> bool:
        """One expected theme, the commune and the emergency are all right."""
        return self.theme_hit and self.commune and self.emergency


def judge_help(question: HelpQuestion, answer: Answer | None) -> HelpVerdict:
    """The verdict on one answer; None stands for no answer at all."""
    themes = tuple(dict.fromkeys(theme_named(theme) for theme in answer.themes)) if answer else ()
    expected = set(question.theme_expected)
    tolerated = expected | set(question.theme_ok) | ({"urgence"} if question.emergency else set())
    return HelpVerdict(
        theme_hit=not expected.isdisjoint(themes) if expected else not themes,
        theme_all=expected.issubset(themes),
        theme_first=bool(themes) and themes[0] in tolerated if expected else not themes,
        themes=themes,
        wrong_themes=tuple(theme for theme in themes if theme not in tolerated),
        commune=_right_commune(question, answer),
        emergency=answer is not None and _right_emergency(question, answer),
    )


def _right_commune(question: HelpQuestion, answer: Answer | None) -> bool:
    found = (answer and answer.commune) or None
    if question.case == "known":
        return found == question.commune_expected or found in question.commune_ok
    if answer is None:
        return False
    if question.case == "none":
        return found is None
    return found is None or answer.ambiguous or found in question.commune_ok


def _right_emergency(question: HelpQuestion, answer: Answer) -> bool:
    """No number where one is expected is wrong; where none is, only a tolerated one is right."""
    given = answer.emergency or None
    if given is None:
        return question.emergency is None
    return given == question.emergency or given in question.emergency_ok
