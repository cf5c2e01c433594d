"""What one answer to a question on the pact is worth."""

from __future__ import annotations

from dataclasses import dataclass

from bot.evaluation.asked import Answer
from bot.evaluation.comparable import comparable, mentions
from bot.evaluation.questions import PactQuestion


@dataclass(frozen=True, slots=True)
class QaVerdict:
    """What is right and wrong in one answer.

    `part` is the share of the expected groups found, 0 to 1. `near_value`: an abstention that names a value
    that would be wrong as an answer, to be read again. `cited`: a right document is cited, None when not looked at.
    """

    right: bool
    part: float
    abstained: bool
    silent: bool = False
    missing: tuple[tuple[str, ...], ...] = ()
    wrong: tuple[str, ...] = ()
    near_value: bool = False
    cited: bool | None = None


def judge_qa(question: PactQuestion, answer: Answer | None) -> QaVerdict:
    """The verdict on one answer; None stands for no answer at all."""
    if answer is None:
        return QaVerdict(right=False, part=0.0, abstained=False, silent=True)
    text = comparable(answer.answer)
    wrong = tuple(each for each in question.must_not_contain if mentions(text, each))
    if question.expect == "abstain":
        right = answer.abstained
        return QaVerdict(right=right, part=float(right), abstained=right, near_value=right and bool(wrong))
    if answer.abstained:
        return QaVerdict(right=False, part=0.0, abstained=True)
    groups = question.must_contain
    missing = tuple(group for group in groups if not any(mentions(text, variant) for variant in group))
    return QaVerdict(
        right=not missing and not wrong,
        part=1 - len(missing) / len(groups) if groups else 1.0,
        abstained=False,
        missing=missing,
        wrong=wrong,
        cited=any(_is_cited(document, answer) for document in question.documents),
    )


def _is_cited(document: str, answer: Answer) -> bool:
    """A source names a document by its file name (with or without folders), a part of it, or its number."""
    return any(
        source.rpartition("/")[2] == document or source in document or document.partition("_")[0] == source
        for source in answer.sources
    )
