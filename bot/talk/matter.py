"""What a message is about: the pact, help nearby, or neither. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.talk.understanding import Understood
from knowledge.asking import asked
from knowledge.base import Knowledge
from knowledge.calendar import asks_for_events
from knowledge.finding import Finding
from knowledge.question import Question
from knowledge.scope import OutOfScope, is_about_the_pact, out_of_scope, takes_part

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
) | {"cherche", "besoin", "faim", "dors", "dormir", "veux", "voudrais", "peux"}
# Somebody who wants to eat or sleep does not ask for these.
_FIGURES = frozenset(["amount", "count", "rate", "date", "frequency", "duration", "age", "contact", "person"])
_COMPARED = frozenset(["compare", "most", "least", "phone", "mail"])
_QUESTIONS = _FIGURES | _COMPARED | {"definition", "which", "does", "who", "list", "take_part"}
_LONG_ENOUGH = 5
# A word of this weight says what a question is about; "5" does not.
_SAYS_SOMETHING, _SUBJECT = 1.0, 2
# Of the words of the question, what stands in the answer.
_MOST_WORDS, _EVERY_WORD, _SAID_IN_PASSING = 0.6, 0.88, 0.64
# "Domiciliation", "contrat de ville": a thing may be asked by its name alone.
_BRIEF = 2
_NAMED_BY_A_WORD = frozenset(["glossary", "programme", "measure", "axis", "call"])


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
        words, question = self.understood.words, self.finding.question
        return is_about_the_pact(words) or bool(question.axes) or ("take_part" in question.asks and takes_part(words))

    @property
    def figure(self) -> bool:
        return bool(self.finding.question.asks.kinds & (_FIGURES | _COMPARED))

    @property
    def official(self) -> bool:
        question = self.finding.question
        told = self.personal and self.needs and not question.asks.kinds
        return self.about or self.figure or (bool(question.acronyms) and not told) or "definition" in question.asks

    @property
    def personal(self) -> bool:
        return bool(_PERSONAL.intersection(self.understood.words))

    @property
    def needs(self) -> bool:
        return any(hit.need not in self.understood.companions for hit in self.understood.needs.needs)

    @property
    def here(self) -> bool:
        """A commune was named, or a name that several have: somebody may look for a place to go."""
        place = self.understood.place
        question = self.finding.question
        named = not question.placed and any(each.startswith(("dep-", "reg-")) for each in question.territories)
        return bool(place.commune or place.candidates) and not named

    def goes_somewhere(self, scope: OutOfScope) -> bool:
        """No advice of law or medicine is wanted, but a place to go: "j'ai mal aux dents, Nantes"."""
        if not (self.needs and self.understood.has_place):
            return False
        if scope.name == "medical":
            return not self.finding.question.asks.kinds & _QUESTIONS
        return scope.name == "legal" and self.personal

    @property
    def answered(self) -> bool:
        """The documents answer nearly all that is said, and nothing shows that a place to go is wanted."""
        if not self.finding.known or self.understood.moment:
            return False
        question = self.finding.question
        if not question.asks.kinds and sum(term.weight > _SAYS_SOMETHING for term in question.terms) < _SUBJECT:
            return False
        if len(self.understood.words) < _LONG_ENOUGH and not (self.figure and self.finding.share > _EVERY_WORD):
            return False
        surely = self.personal or self.here
        return self.finding.share >= (_EVERY_WORD if surely else _MOST_WORDS)


def plainly_nearby(text: str, understood: Understood, knowledge: Knowledge) -> bool:
    """A need in a few words, or with a town, and no question: the documents need not even be asked."""
    words = understood.words
    brief = len(words) < _LONG_ENOUGH or understood.place.commune is not None
    if not brief or not understood.needs.needs or out_of_scope(words) or is_about_the_pact(words):
        return False
    if not knowledge.index.acronyms.keys().isdisjoint(words) or asks_for_events(Question(words=words)):
        return False
    asks = asked(knowledge.reader.heard(text), text)
    return not (asks.kinds & _QUESTIONS or asks.counted)


def weigh(understood: Understood, finding: Finding, *, following: bool = False) -> Weighed:
    """Decide who answers. `finding`: of the same message; `following`: the last answer was about the pact."""
    signs = _Signs(understood, finding)
    scope = out_of_scope(understood.words)
    if scope and not signs.about:
        return Weighed("help" if signs.goes_somewhere(scope) else "scope", finding, scope, signs.personal)
    if following and finding.question.begins:
        # "Et pour les enfants ?" goes on from a rate of poverty; "et une douche à Nevers ?" looks for a place to go.
        elsewhere = signs.needs and (not finding.known or understood.place.commune is not None)
        return Weighed("help" if elsewhere else "pact", finding, personal=signs.personal)
    return Weighed(_matter(signs, finding), finding, personal=signs.personal)


def _matter(signs: _Signs, finding: Finding) -> Matter:
    if not signs.needs:
        return _without_need(signs, finding)
    if signs.about or signs.answered or (finding.question.counted and not signs.personal):
        return "pact"
    defined = "definition" in finding.question.asks
    official = signs.official and (defined or len(signs.understood.words) >= _LONG_ENOUGH)
    if official and not signs.here and not (signs.personal and signs.understood.has_place):
        return "pact" if finding.known or signs.figure else "help"
    return "help"


def _without_need(signs: _Signs, finding: Finding) -> Matter:
    """No place to go is sought: a question on the pact, or a word said in passing ("ouvert maintenant", "gratuit")."""
    asks = bool(finding.question.asks.kinds & {"who", "list"}) and bool(finding.question.territories)
    if signs.official or asks:
        return "pact"
    if not finding.known or signs.understood.narrows or finding.share < _SAID_IN_PASSING:
        return "none"
    brief = len(signs.understood.words) <= _BRIEF
    return "none" if brief and finding.records[0].kind not in _NAMED_BY_A_WORD else "pact"
