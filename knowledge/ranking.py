"""Which records answer a question best: words, then territory, axis, year and kind of answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.held import comparable, holds, is_dated
from knowledge.index import Index
from knowledge.model import Record
from knowledge.question import Question
from knowledge.territories import Nearness, Territories

_PAIR = 0.2
_MOST_PAIRS = 4
# What a place, an axis, a year and the kind of answer weigh beside the words (a rare word weighs 6).
_PLACE, _AXIS, _YEAR, _KIND = 4.5, 3.0, 2.0, 1.5
_NEAR: Mapping[Nearness, float] = {"same": 1.0, "inside": 0.75, "around": 0.12, "apart": 0.0}
_OWN: Mapping[Nearness, float] = {"same": 1.1, "inside": 1.06, "around": 1.05, "apart": 0.85}
# "Quelles sont les…" wants the whole list rather than one of its parts.
_LISTED = 1.1
# "L'axe 1" alone asks for the axis, not for what is said of it elsewhere.
_ITSELF = 1.15
# What is said of one place only comes before a list that names it; without a place, the whole country comes first.
_ONLY, _MIXED, _NATIONAL = 1.1, 0.88, 1.12
_EXPLAINED, _EXPLAINED_SHARE = 1.5, 0.7
# A usual word that a record lacks says less against it than a name.
_MISSED = 2.6


Apart = Literal["", "territory", "axis", "year"]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A record and how well it fits. `share`: of what the question says, found in it (0 to 1); `near`: its territory.

    `apart`: what keeps it from being the answer ("territory", "axis", "year"); `held`: it has what is asked for.
    """

    at: int
    record: Record
    score: float
    share: float
    found: frozenset[str]
    near: Nearness
    apart: Apart = ""
    held: bool = True
    words: float = 0.0
    """The same share, of the words alone, whatever the place, the axis and the year."""
    only: bool = False
    """It speaks of that place alone, or apart from the others."""


def rank(
    index: Index,
    territories: Territories,
    question: Question,
    *,
    own: str | None = None,
    about: Mapping[str, str] | None = None,
    most: int = 20,
) -> list[Ranked]:
    """The records that share words with the question, the best first.

    `own`: the person's département; `about`: the territory that a document is about, by its id.
    """
    weights = _matched(index, question)
    pairs = _pairs(index, question)
    best = sorted(weights, key=lambda at: -sum(weights[at].values()) * (1 + _PAIR * pairs.get(at, 0)))[: most * 3]
    ranked = [_ranked(index, territories, question, at, weights[at], pairs.get(at, 0), own, about or {}) for at in best]
    return sorted(ranked, key=lambda each: (-each.score, each.at))[:most]


def _matched(index: Index, question: Question) -> dict[int, dict[str, float]]:
    """For each record, how much of each term it has."""
    found: dict[int, dict[str, float]] = {}
    for term in question.terms:
        for at, weight in index.postings.get(term.key, ()):
            found.setdefault(at, {})[term.key] = term.weight * weight
    return found


def _pairs(index: Index, question: Question) -> dict[int, int]:
    found: dict[int, int] = {}
    for pair in question.pairs:
        for at in index.pairs.get(pair, ()):
            found[at] = min(_MOST_PAIRS, found.get(at, 0) + 1)
    return found


def _ranked(  # noqa: PLR0913, PLR0917 - one step of `rank`, taken apart to be read
    index: Index,
    territories: Territories,
    question: Question,
    at: int,
    matched: Mapping[str, float],
    pairs: int,
    own: str | None,
    about: Mapping[str, str],
) -> Ranked:
    record = index.records[at]
    near = _near(record, question, territories, about)
    held = holds(record, question)
    facets = [*_facets(record, question, near, held=held)]
    got, whole = sum(each[0] for each in facets), sum(each[1] for each in facets)
    apart: Apart = next((name for _, _, name in facets if name), "")
    said = sum(matched.values()) * (1 + _PAIR * pairs)
    score = (said + got) / ((question.weight + whole) or 1.0)
    if own and not question.territories and record.territories:
        score *= _OWN[territories.nearest(own, record.territories)]
    if question.axes and record.kind == "axis":
        score *= _ITSELF
    if "list" in question.asks and _is_list(record.text):
        score *= _LISTED
    only = near == "same" and _apart_from_others(record, question, territories)
    if near == "same":
        score *= _ONLY if only else _MIXED if _mixed(record, territories) else 1.0
    if not question.territories and not own and not record.territories:
        score *= _NATIONAL
    explains = "definition" in question.asks and any(at in index.acronyms[name] for name in question.acronyms)
    spoken = sum(term.weight for term in question.terms if term.key in matched)
    present = spoken + got
    absent = sum(
        min(term.weight, _MISSED) if term.usual else term.weight for term in question.terms if term.key not in matched
    )
    share = present / ((present + absent + whole - got) or 1.0)
    if explains:
        score, share = score * _EXPLAINED, max(share, _EXPLAINED_SHARE)
    return Ranked(
        at, record, score, share, frozenset(matched), near, apart, held, spoken / ((spoken + absent) or 1.0), only
    )


def _apart_from_others(record: Record, question: Question, territories: Territories) -> bool:
    """It is about that place, whatever holds it and lies in it; or it gives a value of that place apart."""
    asked = question.territories
    if all(any(territories.nearness(each, held) != "apart" for each in asked) for held in record.territories):
        return True
    placed = [value for value in record.values if value.territories]
    named = (territories.nearest(each, value.territories) for each in asked for value in placed)
    return "same" in named and not _mixed(record, territories)


def _mixed(record: Record, territories: Territories) -> bool:
    """Its text speaks of several of its territories at once, one after the other."""
    return sum(territories.bare_name(each) in record.text for each in record.territories) > 1


def _is_list(text: str) -> bool:
    return text.count(" ; ") >= 2 or text.count("\n–") >= 2


def _near(record: Record, question: Question, territories: Territories, about: Mapping[str, str]) -> Nearness:
    if not question.territories:
        return "around"
    near = min((territories.nearest(each, record.territories) for each in question.territories), key=_ORDER.index)
    if near == "around" and _named_in(record, territories, question.territories):
        return "inside"
    # What a regional document says of the whole country, it says for its region too.
    said_there = near == "around" and not record.territories and about.get(record.document) in question.territories
    return "inside" if said_there else near


def _facets(record: Record, question: Question, near: Nearness, *, held: bool) -> Iterator[tuple[float, float, Apart]]:
    """(what the record has of it, what it weighs, the name of what keeps the record apart)."""
    if question.territories:
        yield _PLACE * _NEAR[near], _PLACE, "territory" if near == "apart" else ""
    if question.axes and record.axes:
        same = set(question.axes) & set(record.axes)
        yield _AXIS * len(same) / len(record.axes) ** 0.5, _AXIS, "" if same else "axis"
    elif question.axes:
        yield _AXIS * 0.2, _AXIS, ""
    if question.years:
        dated = is_dated(record, question.years)
        yield _YEAR * dated, _YEAR, "year" if record.years and not dated else ""
    if question.asks.exact or question.asks.kinds & {"person", "place"}:
        yield _KIND * held, _KIND, ""
    if question.asks.kinds & {"most", "least", "compare"}:
        yield _KIND * comparable(record), _KIND, ""


_ORDER: Sequence[Nearness] = ("same", "inside", "around", "apart")


def _named_in(record: Record, territories: Territories, asked: Sequence[str]) -> bool:
    """Whether a wider record speaks of the very place ("Narbonne" in what is said of Occitanie)."""
    for each in asked:
        name = territories.bare_name(each)
        said = f"{record.title} {record.text} {' '.join(value.said for value in record.values)}"
        if name in said:
            return True
    return False
