"""The figures as plain values, for a program to read (JSON)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.evaluation.failure import Failure
from bot.evaluation.help_score import HelpScore
from bot.evaluation.qa_score import QaScore
from bot.evaluation.scoring import Result
from bot.evaluation.tally import Share

Figures = dict[str, object]


def figures(result: Result) -> Figures:
    """`{"help": {…}, "qa": {…}}`, only the kinds that were asked. Shares are between 0 and 1, four decimals."""
    kinds: Figures = {}
    if result.help:
        kinds["help"] = _help(result.help)
    if result.qa:
        kinds["qa"] = _qa(result.qa)
    return kinds


def _help(score: HelpScore) -> Figures:
    return {
        "n": score.measures["all_right"].of,
        "accuracy": {name: share.value for name, share in score.measures.items()},
        "theme_precision": score.theme_precision.value,
        "emergency_recall": score.emergency_recall.value,
        "emergency_missed": list(score.missed),
        "false_alarm_rate": score.false_alarm_rate.value,
        "false_alarms": list(score.false_alarms),
        "by": _by(score.by),
        "failures": _failures(score.failures),
    }


def _qa(score: QaScore) -> Figures:
    counts = score.abstentions
    return {
        "n": score.correct.of,
        "accuracy": score.correct.value,
        "partial_credit": score.partial.value,
        "abstention": {
            "right": counts.right,
            "wrong": counts.wrong,
            "missed": counts.missed,
            "answered": counts.answered,
            "precision": counts.precision.value,
            "recall": counts.recall.value,
        },
        "citation": _share(score.cited),
        "only_wrong_value": list(score.only_wrong_value),
        "near_values": list(score.near_values),
        "alarms": list(score.alarms),
        "by": _by(score.by),
        "failures": _failures(score.failures),
    }


def _share(share: Share) -> Figures:
    return {"correct": share.right, "n": share.of, "accuracy": share.value}


def _by(dimensions: Mapping[str, Mapping[str, Share]]) -> Figures:
    return {name: {key: _share(share) for key, share in shares.items()} for name, shares in dimensions.items()}


def _failures(failures: Sequence[Failure]) -> list[Figures]:
    return [
        {
            "id": failure.question.id,
            "file": failure.question.file,
            "line": failure.question.line,
            "question": failure.question.text,
            "answer": failure.answer,
            "why": [
                {"reason": reason.message.removeprefix("evaluation-"), **reason.values} for reason in failure.reasons
            ],
        }
        for failure in failures
    ]
