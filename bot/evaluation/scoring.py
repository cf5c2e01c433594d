"""Question files in, figures out: the editors' regression test behind `solipacte evaluate`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.evaluation.asked import Answer, Ask
from bot.evaluation.help_score import HelpScore, score_help
from bot.evaluation.qa_score import QaScore, score_qa
from bot.evaluation.questions import HelpQuestion, PactQuestion, Question, as_asked


@dataclass(frozen=True, slots=True)
class Result:
    """The figures by kind of question; None when no such question was asked."""

    help: HelpScore | None
    qa: QaScore | None

    def reaches(self, minimum: float) -> bool:
        """Whether each kind has at least this share of right answers (0 to 1), and no emergency was missed."""
        shares = [self.help.measures["all_right"]] if self.help else []
        shares += [self.qa.correct] if self.qa else []
        missed = self.help.missed if self.help else ()
        return not missed and all((share.value or 0.0) >= minimum for share in shares)


def ask_all(questions: Iterable[Question], ask: Ask) -> Result:
    """Puts every question to the robot, in order, and scores what it answers."""
    return score([(question, ask(as_asked(question))) for question in questions])


def score(answered: Iterable[tuple[Question, Answer | None]]) -> Result:
    """The figures of questions and answers already given; None stands for no answer."""
    asked_help: list[tuple[HelpQuestion, Answer | None]] = []
    asked_qa: list[tuple[PactQuestion, Answer | None]] = []
    for question, answer in answered:
        if isinstance(question, HelpQuestion):
            asked_help.append((question, answer))
        else:
            asked_qa.append((question, answer))
    return Result(
        help=score_help(asked_help) if asked_help else None,
        qa=score_qa(asked_qa) if asked_qa else None,
    )
