"""The events that a question asks for: by territory, month, axis and words; and when they are over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from knowledge.asking import Phrases, phrases
from knowledge.base import Knowledge
from knowledge.dates import last_day
from knowledge.model import Event
from knowledge.question import Question
from knowledge.words import meaning, read_language

_LAST_DAY = 31
_LONG_WORD = 4


@cache
def _listing() -> Phrases:
    return phrases(read_language("calendar")["listing"])


@cache
def _subjectless() -> frozenset[str]:
    """Meanings that say nothing of the subject of an event."""
    said = read_language("calendar")
    return frozenset(
        map(meaning, (*said["subjectless"], *said["months"]["fr"], *said["months"]["en"], *said["seasons"]))
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events: `territories`, `months` (1 to 12), `years`, `axes`, `terms` of the subject;
    `days`: of the month.
    """

    territories: tuple[str, ...] = ()
    months: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    axes: tuple[int, ...] = ()
    terms: tuple[str, ...] = ()
    days: tuple[int, ...] = ()


def asks_for_events(question: Question) -> bool:
    """Whether a question wants a list of events rather than something about one of them."""
    return _listing().stand_in(question.words)


def wanted(question: Question) -> Wanted:
    """What a question says of the events it wants."""
    months = months_of(question.words)
    terms = tuple(term.key for term in question.subject if term.key not in _subjectless() and not term.key.isdigit())
    days = _days_of(question.words) if months else ()
    return Wanted(question.territories, months, question.years, question.axes, terms, days)


def _days_of(words: Sequence[str]) -> tuple[int, ...]:
    """The days said beside a month: "19 novembre", "november 19"."""
    found = []
    for at, word in enumerate(words):
        beside = {*words[max(0, at - 1) : at], *words[at + 1 : at + 2]}
        if words[max(0, at - 1)] in ("axe", "axes"):
            continue  # "axe 3 avril": the third axis, not the third day
        if word.isdigit() and 1 <= int(word) <= _LAST_DAY and months_of(beside):
            found.append(int(word))
    return tuple(found)


def months_of(words: Iterable[str]) -> tuple[int, ...]:
    """The months that folded words name, by number; a season is all of its months."""
    known = read_language("calendar")
    found: list[int] = []
    for word in words:
        found += [names.index(word) + 1 for names in known["months"].values() if word in names]
        found += known["seasons"].get(word, ())
    return tuple(dict.fromkeys(found))


def events(knowledge: Knowledge, asked: Wanted, announced: Iterable[Event] = ()) -> list[Event]:
    """The events that fit, in their order; those whose date is vague come last. `announced`: those of agents."""
    known = (*knowledge.library.events.values(), *announced)
    found = [event for event in known if _fits(knowledge, event, asked)]
    if asked.terms:
        found = _best(knowledge, found, asked.terms)
    return sorted(found, key=lambda event: (event.start is None, event.start or date.min, event.id))


def is_over(event: Event, today: date) -> bool:
    """Whether an event is past; a vague date is past when the last year that it names is."""
    last = last_day(event)
    if last:
        return last < today
    years = [int(year) for year in re.findall(r"\b20\d\d\b", event.said)]
    return bool(years) and max(years) < today.year


def in_month(event: Event, year: int, month: int) -> bool:
    """Whether an event takes place in a month, even in part; a date in words, when it may."""
    if event.start:
        first, last = (event.start.year, event.start.month), last_day(event) or event.start
        return first <= (year, month) <= (last.year, last.month)
    said = _words(event.said)
    named = months_of(said)
    return str(year) in said and (not named or month in named)


def saying(knowledge: Knowledge, found: Iterable[Event], text: str) -> list[Event]:
    """The events whose title, place or organiser hold the words of a text, or their beginnings.

    Small words count only when there are no others.
    """
    ear = knowledge.reader.ear
    asked = ear.words(text)
    asked = tuple(word for word in asked if len(word) >= _LONG_WORD) or asked
    kept = []
    for event in found:
        said = ear.words(f"{event.title} {event.place} {event.organiser}")
        meanings = set(map(meaning, said))
        if all(meaning(word) in meanings or any(each.startswith(word) for each in said) for word in asked):
            kept.append(event)
    return kept


def _fits(knowledge: Knowledge, event: Event, asked: Wanted) -> bool:
    if asked.territories and not any(_near(knowledge, event, each) for each in asked.territories):
        return False
    if asked.days and not (event.start and {event.start.day, (event.end or event.start).day} & set(asked.days)):
        return False
    if asked.years and not _of_years(event, asked.years):
        return False
    if asked.months and not (
        event.start and (event.start.month in asked.months or (event.end and event.end.month in asked.months))
    ):
        return bool(not event.start and set(_words(event.said)) & _seasons(asked.months))
    return not asked.axes or not event.axes or bool(set(asked.axes) & set(event.axes))


def _said(knowledge: Knowledge, event: Event) -> frozenset[str]:
    """What an event that no document holds says."""
    words = knowledge.reader.ear.words(f"{event.title} {event.place}")
    return frozenset((*words, *map(meaning, words)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("é", "e"))


def _seasons(months: Sequence[int]) -> set[str]:
    return {name for name, held in read_language("calendar")["seasons"].items() if set(held) & set(months)}


def _of_years(event: Event, years: Sequence[int]) -> bool:
    if event.start:
        return event.start.year in years
    return any(str(year) in event.said for year in years)


def _near(knowledge: Knowledge, event: Event, asked: str) -> bool:
    """An event of a region is for all of its départements; a national one is only shown where it takes place."""
    if event.territory and knowledge.territories.nearest(asked, (event.territory,)) != "apart":
        return True
    name = knowledge.territories.name(asked).split("’")[-1].split(" ")[-1]
    return bool(event.place) and name in event.place


def _best(knowledge: Knowledge, found: Sequence[Event], terms: Sequence[str]) -> list[Event]:
    """Those that share most with the words; none when no word is shared."""
    at = {record.id: number for number, record in enumerate(knowledge.index.records)}
    weights: dict[str, float] = {}
    for term in terms:
        having = dict(knowledge.index.postings.get(term, ()))
        for event in found:
            weight = having.get(at[event.id], 0.0) if event.id in at else float(term in _said(knowledge, event))
            weights[event.id] = weights.get(event.id, 0.0) + weight * knowledge.index.rarity.get(term, 1.0)
    most = max(weights.values(), default=0.0)
    return [event for event in found if most and weights[event.id] >= most * 0.6]
