"""What a message is about: the pact, help nearby, or neither. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.talk.understanding import Understood
from knowledge.finding import Finding
from knowledge.scope import OutOfScope, is_about_the_pact, out_of_scope

Matter = Literal["pact", "help", "scope", "none"]

_PERSONAL = frozenset(
    [
        "je",
        "j",
        "moi",
        "mon",
        "ma",
        "mes",
        "me",
        "m",
        "i",
        "my",
        "mi",
        "mis",
        "yo",
        "necesito",
        "tengo",
        "busco",
        "arrive",
    ]
) | {"cherche", "besoin", "faim", "dors", "dormir", "trouver", "veux", "voudrais", "peux"}
# Somebody who wants to eat or sleep does not ask for these.
_FIGURES = frozenset(["amount", "count", "rate", "date", "frequency", "duration", "age", "contact", "person"])
_COMPARED = frozenset(["compare", "most", "least", "phone"])
_WHOLE = frozenset(["list", "who", "definition"])
_LONG_ENOUGH = 5
# Nearly every word of the question stands in the answer.
_EVERY_WORD = 0.8


@dataclass(frozen=True, slots=True)
class Weighed:
    """`finding`: what the documents answer; `scope`: what it is about when that is none of ours."""

    matter: Matter
    finding: Finding
    scope: OutOfScope | None = None
    personal: bool = False
    """Somebody speaks of themselves."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a message shows of its matter."""

    understood: Understood
    finding: Finding

    @property
    def about(self) -> bool:
        """The pact, or something of its own, is named."""
        return is_about_the_pact(self.understood.words) or bool(self.finding.question.axes)

    @property
    def figure(self) -> bool:
        return bool(self.finding.question.asks.kinds & (_FIGURES | _COMPARED))

    @property
    def official(self) -> bool:
        question = self.finding.question
        return self.about or self.figure or bool(question.acronyms) or "definition" in question.asks

    @property
    def personal(self) -> bool:
        return bool(_PERSONAL.intersection(self.understood.words))

    @property
    def needs(self) -> bool:
        return any(hit.need not in self.understood.companions for hit in self.understood.needs.needs)

    @property
    def wide(self) -> bool:
        """A département or a region was named, or a whole question asked: nobody who looks for a place to go."""
        question = self.finding.question
        if any(not each.startswith("com-") for each in question.territories):
            return True
        return bool(question.asks.kinds & _WHOLE) and len(self.understood.words) >= _LONG_ENOUGH


def weigh(understood: Understood, finding: Finding) -> Weighed:
    """Decide who answers. `finding`: of the same message."""
    signs = _Signs(understood, finding)
    scope = out_of_scope(understood.words)
    if scope and not signs.about and (scope.need or not finding.known or finding.share <= _EVERY_WORD):
        legal = scope.name == "legal" and signs.personal and signs.needs and not finding.known
        return Weighed("help" if legal else "scope", finding, scope, signs.personal)
    return Weighed(_matter(signs, finding), finding, personal=signs.personal)


def _matter(signs: _Signs, finding: Finding) -> Matter:
    if not signs.needs:
        asks = bool(finding.question.asks.kinds & {"who", "list"}) and bool(finding.question.territories)
        return "pact" if finding.known or signs.official or asks else "none"
    here = signs.personal and signs.understood.has_place
    if signs.about or (signs.official and not here):
        return "pact" if finding.known or signs.figure or signs.about else "help"
    if finding.known and not signs.personal and not signs.understood.place.commune and signs.wide:
        return "pact"
    return "help"
