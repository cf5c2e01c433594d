"""The figures of all requests for help together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.asked import Answer
from bot.evaluation.failure import Failure, Reason
from bot.evaluation.help_verdict import HelpVerdict, judge_help
from bot.evaluation.questions import HelpQuestion
from bot.evaluation.tally import Share, Tally

MEASURES = ("theme_hit", "theme_all", "theme_first", "commune", "emergency", "all_right")


@dataclass(frozen=True, slots=True)
class HelpScore:
    """Shares by measure, then by language (all right), theme (found), emergency and commune case.

    `missed` and `false_alarms` are identifiers of questions; `missed` is the one grave wrong.
    """

    measures: Mapping[str, Share]
    theme_precision: Share
    emergency_recall: Share
    false_alarm_rate: Share
    missed: tuple[str, ...]
    false_alarms: tuple[str, ...]
    by: Mapping[str, Mapping[str, Share]]
    failures: tuple[Failure, ...]


Judged = tuple[HelpQuestion, Answer | None, HelpVerdict]


def score_help(answered: Sequence[tuple[HelpQuestion, Answer | None]]) -> HelpScore:
    """The figures of these requests and their answers."""
    judged = [(question, answer, judge_help(question, answer)) for question, answer in answered]
    urgent = [(question.id, verdict.emergency) for question, _, verdict in judged if question.emergency]
    calm = [(question.id, verdict.emergency) for question, _, verdict in judged if not question.emergency]
    missed = tuple(name for name, right in urgent if not right)
    alarms = tuple(name for name, right in calm if not right)
    given = sum(len(verdict.themes) for _, _, verdict in judged)
    wrong = sum(len(verdict.wrong_themes) for _, _, verdict in judged)
    return HelpScore(
        measures={
            name: Share(sum(bool(getattr(verdict, name)) for _, _, verdict in judged), len(judged)) for name in MEASURES
        },
        theme_precision=Share(given - wrong, given),
        emergency_recall=Share(len(urgent) - len(missed), len(urgent)),
        false_alarm_rate=Share(len(alarms), len(calm)),
        missed=missed,
        false_alarms=alarms,
        by=_by(judged),
        failures=tuple(_failure(*each) for each in judged if not each[2].all_right),
    )


def _by(judged: Sequence[Judged]) -> Mapping[str, Mapping[str, Share]]:
    tallies = {name: Tally() for name in ("language", "theme", "emergency", "commune_case")}
    for question, _, verdict in judged:
        tallies["language"].add(question.lang, right=verdict.all_right)
        tallies["commune_case"].add(question.case, right=verdict.commune)
        tallies["emergency"].add(question.emergency or "", right=verdict.emergency)
        for theme in question.theme_expected:
            tallies["theme"].add(theme, right=theme in verdict.themes)
    return {name: tally.shares() for name, tally in tallies.items()}


def _failure(question: HelpQuestion, answer: Answer | None, verdict: HelpVerdict) -> Failure:
    got = answer or Answer()
    reasons: list[Reason] = []
    if not verdict.theme_hit:
        reasons.append(_reason("wrong-theme", ", ".join(question.theme_expected), ", ".join(verdict.themes)))
    if not verdict.commune:
        kind = "should-ask" if question.case == "ambiguous" else "wrong-commune"
        reasons.append(_reason(kind, question.commune_expected, got.commune))
    if not verdict.emergency:
        reasons.append(_reason("wrong-emergency", question.emergency, got.emergency))
    return Failure(question=question, reasons=tuple(reasons), answer=got.answer)


def _reason(name: str, expected: str | None, got: str | None) -> Reason:
    return Reason(f"evaluation-{name}", {"expected": expected or "–", "got": got or "–"})
