"""What a message is about: the pact, help nearby, both, or neither. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.talk.understanding import Understood
from knowledge.base import Knowledge
from knowledge.finding import Finding
from knowledge.scope import OutOfScope, is_about_the_pact, out_of_scope

Matter = Literal["pact", "help", "both", "scope", "none"]

_PERSONAL = frozenset(
    ["je", "j", "moi", "mon", "ma", "mes", "me", "m", "i", "my", "me", "mi", "mis", "yo", "necesito", "tengo", "busco", "cherche", "besoin", "faim", "dors", "dormir", "trouver", "veux", "voudrais", "peux", "arrive"]
)
_SHOWN = frozenset(
    ["amount", "count", "rate", "date", "frequency", "duration", "age", "contact", "person", "compare", "most", "least"]
)
# What the pact says is added to a search only when the words say a good deal more than the need.
_STRONG = 0.62
_LONG_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Weighed:
    """`finding`: what the documents answer; `scope`: what it is about when that is none of ours."""

    matter: Matter
    finding: Finding
    scope: OutOfScope | None = None


def weigh(understood: Understood, finding: Finding, knowledge: Knowledge) -> Weighed:
    """Decide who answers. `finding`: of the same message."""
    words, question = understood.words, finding.question
    about = is_about_the_pact(words) or bool(question.axes)
    scope = out_of_scope(words)
    needs = tuple(hit.need for hit in understood.needs.needs if hit.need not in understood.companions)
    wants_figure = bool(question.asks.kinds & _SHOWN)
    official = about or wants_figure or bool(question.acronyms) or "definition" in question.asks
    if scope and not about and not (finding.known and finding.share > 0.8 and not scope.need):
        personal = bool(_PERSONAL.intersection(words)) and bool(needs) and scope.name in ("legal",)
        return Weighed("help" if personal and not finding.known else "scope", finding, scope)
    if not needs:
        if finding.known:
            return Weighed("pact", finding)
        return Weighed("pact" if official or _asks(finding) else "none", finding)
    if about or (official and not _here(understood)):
        return Weighed("pact" if finding.known or wants_figure or about else "help", finding)
    personal = bool(_PERSONAL.intersection(words)) or understood.place.commune is not None
    if wants_figure and not _PERSONAL.intersection(words):
        return Weighed("pact", finding)
    if finding.known and not personal and _wide(understood, finding):
        return Weighed("pact", finding)
    if finding.known and finding.share >= _STRONG and len(words) >= _LONG_ENOUGH and _deeper(finding):
        return Weighed("both", finding)
    return Weighed("help", finding)


def _asks(finding: Finding) -> bool:
    return bool(finding.question.asks.kinds & {"who", "list"}) and bool(finding.question.territories)


def _here(understood: Understood) -> bool:
    """Somebody asks for themselves, in a commune."""
    return bool(_PERSONAL.intersection(understood.words)) and understood.has_place


def _wide(understood: Understood, finding: Finding) -> bool:
    """A département or a region was named, or a whole question was asked: not somebody who looks for a place to go."""
    if any(not each.startswith("com-") for each in finding.question.territories):
        return True
    return (
        finding.question.asks.kinds & {"list", "who", "definition"} != frozenset()
        and len(understood.words) >= _LONG_ENOUGH
    )


def _deeper(finding: Finding) -> bool:
    """The record speaks of the very situation, not of a theme at large."""
    return finding.records[0].kind in ("action", "issue", "finding", "measure")
