"""Decide what answers a question, or that nothing does, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.held import ROLES, is_dated, values_for
from knowledge.model import Record, Value
from knowledge.question import Question
from knowledge.ranking import Ranked
from knowledge.territories import Territories

Reason = Literal["", "subject", "territory", "axis", "year", "value", "person"]

# Below these the words of the question are not those of the record: better to say nothing.
LEAST_SHARE, LEAST_SCORE = 0.5, 0.28
_CLOSE = 0.82
_RIVAL = 0.75
# Of the words of the question: the record speaks of that very thing, elsewhere.
_SAID = 0.6
_MOST_RECORDS = 3
_LAST_AXIS = 4
_LEAST_NEW = 0.22
_AS_GOOD, _AS_SURE = 0.88, 0.96
# Characters: more would hide the main answer.
_MOST_TEXT = 950


@dataclass(frozen=True, slots=True)
class Finding:
    """`records`: the answer, the main one first; none: `reason` says why, and `near` what is held that is close."""

    question: Question
    records: tuple[Record, ...] = ()
    reason: Reason = ""
    near: tuple[Record, ...] = ()
    share: float = 0.0
    wide: bool = False
    """The place that was named is not told apart: what is said holds for a wider territory."""

    @property
    def known(self) -> bool:
        """Whether there is an answer."""
        return bool(self.records)


def decide(question: Question, ranked: Sequence[Ranked], territories: Territories) -> Finding:
    """The answer among ranked records."""
    if any(axis > _LAST_AXIS for axis in question.axes):
        return Finding(question, reason="axis")
    nothing = Finding(question, near=tuple(each.record for each in ranked[:3] if each.words >= _SAID))
    fitting = [each for each in ranked if not each.apart]
    if elsewhere := _elsewhere(ranked, fitting, question):
        return replace(nothing, reason=elsewhere)
    chosen = [each for each in fitting if each.share >= fitting[0].share * _CLOSE and _enough(each)]
    kept, lacking = _holding(chosen, question, territories)
    if lacking:
        return replace(nothing, reason=lacking)
    first = kept[0]
    return Finding(
        question,
        records=tuple(each.record for each in _together(first, kept, fitting, question)),
        share=first.share,
        wide=bool(question.territories) and first.near == "around",
    )


def _elsewhere(ranked: Sequence[Ranked], fitting: Sequence[Ranked], question: Question) -> Reason:
    """Why no record fits, or why what fits is not what is asked: the words are those of another place, axis or year."""
    rival = next((each for each in ranked if each.apart), None)
    if not fitting or not _enough(fitting[0]):
        if rival and rival.words >= _SAID and rival.held:
            return rival.apart
        undated = question.years and not any(is_dated(each.record, question.years) for each in fitting)
        return "year" if undated else "subject"
    best = fitting[0]
    if rival and rival.held and not best.held and rival.score >= best.score:
        return rival.apart
    return rival.apart if rival and rival.score * _RIVAL > best.score and rival.share > best.share else ""


def _holding(chosen: list[Ranked], question: Question, territories: Territories) -> tuple[list[Ranked], Reason]:
    """The records that hold the very kind of answer that is asked, for that place and year; or what is lacking."""
    person = "person" in question.asks and _named_role(question)
    if not question.asks.exact and not person:
        return chosen, ""
    held = [each for each in chosen if each.held]
    if not held:
        return [], "person" if person else "value"
    if question.territories:
        held = [each for each in held if _speaks_of(each, question, territories)]
        if not held:
            return [], "territory"
    if question.years and not any(is_dated(each.record, question.years) for each in held):
        return [], "year"
    return held, ""


def _enough(each: Ranked) -> bool:
    return each.share >= LEAST_SHARE and each.score >= LEAST_SCORE


def _named_role(question: Question) -> bool:
    return any(term.key in ROLES for term in question.terms)


def _speaks_of(each: Ranked, question: Question, territories: Territories) -> bool:
    """A figure of a wider place is no figure of the place that is asked."""
    if each.near == "around":
        return False
    own = values_for(each.record, question.asks.exact)
    placed = [value for value in own if value.territories]
    if not placed or len(placed) < len(own):
        return True
    return any(_close(value, wanted, territories) for value in placed for wanted in question.territories)


def _close(value: Value, wanted: str, territories: Territories) -> bool:
    return territories.nearest(wanted, value.territories) in ("same", "inside")


def _alike(each: Ranked, first: Ranked, question: Question) -> bool:
    """About the same place and the same axis: nothing of another one is told beside the answer."""
    asked = set(question.axes)
    same_axis = bool(asked & set(each.record.axes)) == bool(asked & set(first.record.axes))
    return (each.near, each.only) == (first.near, first.only) and same_axis


def _together(first: Ranked, chosen: Sequence[Ranked], fitting: Sequence[Ranked], question: Question) -> list[Ranked]:
    """The main record, those that say what it does not, and those that fit nearly as well."""
    kept, said, length = [first], set(first.found), len(first.record.text)
    for each in (*chosen[1:6], *fitting[1:6]):
        if len(kept) == _MOST_RECORDS or each in kept or each.record.title == first.record.title:
            continue
        new = sum(term.weight for term in question.terms if term.key in each.found and term.key not in said)
        completes = new / (question.weight or 1) >= _LEAST_NEW and each.score >= first.score * 0.5
        near_enough = _AS_SURE if question.asks.exact else _AS_GOOD
        as_good = each.score >= first.score * near_enough and _alike(each, first, question)
        if (completes or as_good) and length + len(each.record.text) <= _MOST_TEXT:
            kept.append(each)
            said |= each.found
            length += len(each.record.text)
    return kept
