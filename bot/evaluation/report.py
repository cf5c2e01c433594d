"""The figures and the failures, laid out for an editor's terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.evaluation.failure import Failure
from bot.evaluation.help_score import HelpScore
from bot.evaluation.qa_score import QaScore
from bot.evaluation.scoring import Result
from bot.evaluation.tally import Share
from bot.talk.wording import Voice

# Keys that are words of the code; the others (styles, themes, file names) are shown as the files write them.
_NAMED_KEYS = {
    "commune_case": {"known": "known", "none": "none-named", "ambiguous": "ambiguous"},
    "expect": {"answer": "answer", "abstain": "abstain"},
    "context": {"follow-up": "follow-up", "alone": "alone"},
}


def report(result: Result, console: Console, *, voice: Voice, failures: int = 40) -> None:
    """Prints the figures by kind, then the first failures of each."""
    if result.help:
        _help(result.help, console, voice=voice, failures=failures)
    if result.qa:
        _qa(result.qa, console, voice=voice, failures=failures)


def _help(score: HelpScore, console: Console, *, voice: Voice, failures: int) -> None:
    shares = dict(score.measures) | {
        "theme_precision": score.theme_precision,
        "emergency_recall": score.emergency_recall,
        "false_alarm_rate": score.false_alarm_rate,
    }
    count = score.measures["all_right"].of
    _table(voice("evaluation-help-title", count=count), _named(shares, voice), console, voice)
    _listed("missed", score.missed, console, voice)
    _listed("false-alarms", score.false_alarms, console, voice)
    _details(score.by, console, voice)
    _failures(score.failures, console, voice=voice, most=failures)


def _qa(score: QaScore, console: Console, *, voice: Voice, failures: int) -> None:
    shares = {
        "correct": score.correct,
        "partial": score.partial,
        "abstention-precision": score.abstentions.precision,
        "abstention-recall": score.abstentions.recall,
        "cited": score.cited,
    }
    _table(voice("evaluation-qa-title", count=score.correct.of), _named(shares, voice), console, voice)
    _listed("only-wrong-value", score.only_wrong_value, console, voice)
    _listed("near-values", score.near_values, console, voice)
    _listed("alarms", score.alarms, console, voice)
    _details(score.by, console, voice)
    _failures(score.failures, console, voice=voice, most=failures)


def _named(shares: Mapping[str, Share], voice: Voice) -> Mapping[str, Share]:
    return {voice(f"evaluation-{name}"): share for name, share in shares.items()}


def _table(title: str, shares: Mapping[str, Share], console: Console, voice: Voice) -> None:
    table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False)
    table.add_column(voice("evaluation-measure"))
    table.add_column(voice("evaluation-right"), justify="right")
    table.add_column(voice("evaluation-share"), justify="right")
    for name, share in shares.items():
        table.add_row(escape(name), f"{share.right:g}/{share.of}", _percent(share, voice))
    console.print(table)
    console.print()


def _percent(share: Share, voice: Voice) -> str:
    if share.value is None:
        return voice("evaluation-nothing-counted")
    return voice("evaluation-percent", share=share.value)


def _details(by: Mapping[str, Mapping[str, Share]], console: Console, voice: Voice) -> None:
    for name, shares in by.items():
        titles = _NAMED_KEYS.get(name, {})
        labelled = {
            voice(f"evaluation-key-{titles[key]}") if key in titles else key or voice("evaluation-key-none"): share
            for key, share in shares.items()
        }
        _table(voice(f"evaluation-by-{name}"), labelled, console, voice)


def _listed(name: str, ids: Sequence[str], console: Console, voice: Voice) -> None:
    if ids:
        console.print(voice(f"evaluation-{name}", ids=", ".join(ids)), markup=False)
        console.print()


def _failures(failures: Sequence[Failure], console: Console, *, voice: Voice, most: int) -> None:
    console.print(voice("evaluation-failures-title", count=len(failures)), markup=False)
    for failure in failures[:most]:
        question = failure.question
        after = voice("evaluation-after", context=question.context) if question.context else ""
        place = f"{question.file}:{question.line}"
        console.print(f"  {place} {question.id}  « {question.text} » {after}".rstrip(), markup=False, highlight=False)
        for reason in failure.reasons:
            console.print(f"      {voice(reason.message, **reason.values)}", markup=False, highlight=False)
    if len(failures) > most:
        console.print(voice("evaluation-failures-hidden", count=len(failures) - most), markup=False)
    console.print()
