"""The figures of all questions on the pact together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.asked import Answer
from bot.evaluation.failure import Failure, Reason
from bot.evaluation.qa_verdict import QaVerdict, judge_qa
from bot.evaluation.questions import PactQuestion
from bot.evaluation.tally import Share, Tally


@dataclass(frozen=True, slots=True)
class Abstentions:
    """How often the robot abstained, rightly or not, and answered, wrongly (`missed`) or not (`answered`)."""

    right: int
    wrong: int
    missed: int
    answered: int

    @property
    def precision(self) -> Share:
        """Of all abstentions, those that were expected."""
        return Share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> Share:
        """Of all expected abstentions, those that came."""
        return Share(self.right, self.right + self.missed)


@dataclass(frozen=True, slots=True)
class QaScore:
    """Shares overall, then by kind, style, document, expectation, context and language.

    `only_wrong_value`: everything expected was said, and a wrong value too. `near_values`: abstentions to read
    again. `alarms`: an emergency number was given to a question on the pact. All three are identifiers.
    """

    correct: Share
    partial: Share
    abstentions: Abstentions
    cited: Share
    only_wrong_value: tuple[str, ...]
    near_values: tuple[str, ...]
    alarms: tuple[str, ...]
    by: Mapping[str, Mapping[str, Share]]
    failures: tuple[Failure, ...]


Judged = tuple[PactQuestion, Answer | None, QaVerdict]


def score_qa(answered: Sequence[tuple[PactQuestion, Answer | None]]) -> QaScore:
    """The figures of these questions and their answers."""
    judged = [(question, answer, judge_qa(question, answer)) for question, answer in answered]
    verdicts = [verdict for _, _, verdict in judged]
    cited = [verdict.cited for verdict in verdicts if verdict.cited is not None]
    return QaScore(
        correct=Share(sum(verdict.right for verdict in verdicts), len(judged)),
        partial=Share(sum(verdict.part for verdict in verdicts), len(judged)),
        abstentions=_abstentions(judged),
        cited=Share(sum(cited), len(cited)),
        only_wrong_value=tuple(question.id for question, _, verdict in judged if verdict.wrong and not verdict.missing),
        near_values=tuple(question.id for question, _, verdict in judged if verdict.near_value),
        alarms=tuple(question.id for question, answer, _ in judged if answer and answer.emergency),
        by=_by(judged),
        failures=tuple(_failure(*each) for each in judged if not each[2].right),
    )


def _abstentions(judged: Sequence[Judged]) -> Abstentions:
    expected = [verdict.abstained for question, _, verdict in judged if question.expect == "abstain"]
    others = [verdict.abstained for question, _, verdict in judged if question.expect == "answer"]
    return Abstentions(
        right=sum(expected),
        missed=len(expected) - sum(expected),
        wrong=sum(others),
        answered=len(others) - sum(others),
    )


def _by(judged: Sequence[Judged]) -> Mapping[str, Mapping[str, Share]]:
    tallies = {name: Tally() for name in ("kind", "style", "seed", "expect", "context", "language")}
    for question, _, verdict in judged:
        keys = {
            "kind": question.kind,
            "style": question.style,
            "seed": question.seed or "",
            "expect": question.expect,
            "context": "follow-up" if question.context else "alone",
            "language": question.language,
        }
        for name, key in keys.items():
            tallies[name].add(key, right=verdict.right)
    return {name: tally.shares() for name, tally in tallies.items()}


def _failure(question: PactQuestion, answer: Answer | None, verdict: QaVerdict) -> Failure:
    reasons: list[Reason] = []
    if verdict.silent:
        reasons.append(Reason("evaluation-silent"))
    elif question.expect == "abstain":
        reasons.append(Reason("evaluation-should-abstain"))
    elif verdict.abstained:
        reasons.append(Reason("evaluation-wrongly-abstained"))
    if verdict.missing:
        groups = " ; ".join(" | ".join(group[:3]) for group in verdict.missing)
        reasons.append(Reason("evaluation-missing", {"groups": groups}))
    if verdict.wrong:
        reasons.append(Reason("evaluation-wrong-value", {"values": ", ".join(verdict.wrong)}))
    return Failure(question=question, reasons=tuple(reasons), answer=answer.answer if answer else "")
