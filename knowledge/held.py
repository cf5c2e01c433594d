"""Whether a record holds the kind of answer that is wanted: an amount, a count of something, a date…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge.model import Record, Value
from knowledge.question import Question
from knowledge.words import meaning

_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
# What a text shows when no typed value says it.
_SHOWN: Mapping[str, re.Pattern[str]] = {
    "amount": re.compile(r"\d\s?(?:€|M€|millions|k€|M\b)"),
    "rate": re.compile(r"\d\s?%|\btiers\b|parts égales|moitié"),
    "date": re.compile(rf"\b{_MONTH}\b|\b(?:19|20)\d\d\b|trimestre|semestre|automne|printemps", re.IGNORECASE),
    "hour": re.compile(r"\d\s?h\b|\d\s?h\s?\d\d|\d h \d\d"),
    "frequency": re.compile(
        r"fois par an|annuel|chaque année|régulièrement|par semaine|hebdomadaire|mensuel", re.IGNORECASE
    ),
    "duration": re.compile(
        r"\b(?:\d+|un|deux|trois|quatre|cinq) (?:ans?|années?|mois|jours?|heures|demi-journées)\b"
        r"|\b(?:19|20)\d\d\s?[-–à]\s?(?:20)?\d\d",
        re.IGNORECASE,
    ),
    "age": re.compile(r"\d+\s?(?:-|à|et|/)?\s?\d*\s?ans|\b(?:un|deux|trois) ans\b", re.IGNORECASE),
    "contact": re.compile(r"@|LinkedIn|https?:|site de|page dédiée|newsletter", re.IGNORECASE),
    "mail": re.compile(r"@"),
    "phone": re.compile(r"\b0\d(?:[ .]?\d\d){4}\b"),
    "succession": re.compile(r"succède|successeur|prédécesseur|remplace", re.IGNORECASE),
    "place": re.compile(r".", re.DOTALL),
}
_KINDS: Mapping[str, frozenset[str]] = {
    "amount": frozenset(["amount"]),
    "rate": frozenset(["rate"]),
    "count": frozenset(["count", "rank"]),
    "date": frozenset(["date"]),
    "hour": frozenset(["hour"]),
    "frequency": frozenset(["frequency"]),
    "duration": frozenset(["duration"]),
    "age": frozenset(["age"]),
    "contact": frozenset(["address"]),
    "place": frozenset(["place"]),
    "person": frozenset(["person"]),
}
_NUMBER = re.compile(
    r"(?<![Aa]xe )\b(?:\d[\d\s.,]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize|dix-sept|dix-huit|vingt|trentaine|quarante|cinquante)\b"
)
_WINDOW = 3
ROLES = frozenset(
    map(meaning, ("commissaire", "prefet", "ministre", "president", "directeur", "maire", "responsable", "delegue"))
)
# A word of the question that tells one subject from another weighs at least this.
_SAYS_ENOUGH = 1.0
# The title of such a record says what its figures measure.
_OF_ONE_THING = frozenset(["action", "amount", "call", "statistic"])
# Words of nearly every record: alone, they say nothing of what a figure measures.
GENERIC = frozenset(
    map(
        meaning,
        ("contrat", "solidarites", "pacte", "action", "mesure", "departement", "region", "axe", "projet", "local"),
    )
)
# "Combien de personnes" counts participants, inhabitants, young people…
_PEOPLE = frozenset(meaning(word) for word in ("habitants", "personnes", "population"))
_ANYBODY = frozenset(meaning(word) for word in ("personnes", "gens", "membres", "collectivites", "organismes"))


def holds(record: Record, question: Question) -> bool:
    """Whether a record has at least one of the kinds of answer that the question wants."""
    wanted = question.asks.exact or (question.asks.kinds & {"person", "place"})
    if not wanted:
        return True
    return any(_holds(record, kind, question) for kind in wanted)


def _holds(record: Record, kind: str, question: Question) -> bool:
    if kind == "count":
        return _counts(record, question)
    values = [value for value in record.values if value.kind in _KINDS.get(kind, ())]
    if kind == "amount":
        return any(_measures(value, record, question) for value in values) or (
            not values and record.kind in _OF_ONE_THING and _shows(record, kind)
        )
    if kind == "person":
        return _names(record, values, question)
    return bool(values) or _shows(record, kind)


def _names(record: Record, values: Sequence[Value], question: Question) -> bool:
    """Somebody is named, with the role that is asked."""
    named = [term for term in question.terms if term.key in ROLES]
    # Of two roles, the one of this question rather than of the one before.
    roles = {max(named, key=lambda term: term.weight).key} if named else set()
    if not roles:
        return bool(values) or record.kind == "actor"
    return any(roles & _meanings(f"{value.of} {value.said}") for value in values)


def _shows(record: Record, kind: str) -> bool:
    shown = _SHOWN.get(kind)
    return bool(shown and shown.search(record.text))


def _measures(value: Value, record: Record, question: Question) -> bool:
    """A price that happens to be in the record is not the amount of what is asked."""
    subject = {term.key for term in question.terms if term.known and term.weight >= _SAYS_ENOUGH}
    if not subject:
        return True
    if value.kind == "amount" and subject <= GENERIC and record.kind not in _OF_ONE_THING:
        return False
    title = record.title if record.kind in _OF_ONE_THING else ""
    measured = _meanings(f"{value.of} {title} {record.acronym}")
    return bool(((subject - GENERIC) or subject) & measured) or (comparable(record) and bool(subject & measured))


def comparable(record: Record) -> bool:
    """Whether it gives the same figure for several places."""
    return sum(bool(value.territories) and value.kind in ("rate", "count", "amount") for value in record.values) > 2


def _counts(record: Record, question: Question) -> bool:
    """A figure that counts what is asked: the noun after "combien de" stands beside it."""
    counts = [value for value in record.values if value.kind in ("count", "rank", "rate")]
    if not question.counted:
        figures = [value for value in record.values if value.kind in ("count", "amount", "rate", "rank")]
        return any(_measures(value, record, question) for value in figures)
    noun = question.counted[0]
    if noun in _PEOPLE:
        # A share of the population is no number of people.
        counts = [value for value in counts if value.kind != "rate"]
    # "Mesures pour les enfants" counts measures: the head of the words says what is counted.
    if any(noun in _meanings(f"{' '.join(value.of.split()[:_WINDOW])} {value.said}") for value in counts):
        return True
    if counts and (noun in _ANYBODY or noun in _meanings(record.title)):
        return True
    return any(noun in beside for beside in _beside_figures(record.text))


def is_dated(record: Record, years: Sequence[int]) -> bool:
    """Whether a record speaks of one of these years."""
    if set(years) & set(record.years):
        return True
    said = f"{record.text} {' '.join(value.said for value in record.values)}"
    return any(str(year) in said for year in years)


@lru_cache(maxsize=20_000)
def _meanings(text: str) -> frozenset[str]:
    return frozenset(meaning(word) for word in _folded(text))


def _folded(text: str) -> list[str]:
    # Shipped texts are well written: lower case without accents is enough here.
    table = str.maketrans("àâäéèêëîïôöùûüç", "aaaeeeeiioouuuc")
    return re.findall(r"[a-z0-9]+", text.lower().translate(table).replace("œ", "oe"))


@lru_cache(maxsize=5_000)
def _beside(text: str) -> tuple[frozenset[str], ...]:
    """The words just after each number, in the same sentence; a price or a share counts nothing."""
    after = (text[match.end() :] for match in _NUMBER.finditer(text))
    kept = (each for each in after if not each.lstrip().startswith(("€", "%", "M€", "ans")))
    return tuple(_meanings(" ".join(re.split(r"[.;:]", each)[0].split()[:_WINDOW])) for each in kept)


def _beside_figures(text: str) -> Iterator[frozenset[str]]:
    yield from _beside(text)


def values_for(record: Record, kinds: frozenset[str]) -> tuple[Value, ...]:
    """The values of a record that are of some kinds."""
    return tuple(value for value in record.values if any(value.kind in _KINDS.get(kind, ()) for kind in kinds))
