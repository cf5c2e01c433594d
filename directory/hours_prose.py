"""Hours in French words ("du lundi au vendredi 9h-12h30 et 14h-17h30") read into OSM's syntax. Pure.

Only what is understood to the last word is read; the rest stays words, and words are never open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from directory.hours_grammar import Spot, read_rules
from directory.hours_week import DAYS, Hours, comment, span, week
from directory.words import fold

_LONGEST = 400
_ALWAYS = re.compile(r"(?:ouvert )?(?:24 ?h? ?(?:/|sur) ?24 ?h?)(?:,| et)? ?(?:7 ?j? ?(?:/|sur) ?7 ?j?)?\.?")
_DAY = (
    r"(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|lu|ma|me|je|ve|sa|di)"
)
_NAMES = {"lu": 0, "ma": 1, "me": 2, "je": 3, "ve": 4, "sa": 5, "di": 6}
_TO = r"(?:-|–|—|a|au|jusqu'a|jusqu'au)"
_HOUR = r"(?:\d{1,2}(?:\s?[h:]\s?\d{2}|\s?h(?:eures?)?)?|midi|minuit)"
_TOKEN = re.compile(
    rf"(?P<hours>(?P<start>{_HOUR})\s*{_TO}\s*(?P<end>{_HOUR})(?![\w/]))"
    rf"|(?P<days>(?:du |de )?(?P<first>{_DAY})s?\.?\s*{_TO}\s*(?P<last>{_DAY})s?\b\.?)"
    rf"|(?P<day>{_DAY})s?\b\.?"
    r"|(?P<all>tous les jours|7 ?j ?/ ?7)|(?P<week>en semaine|jours ouvr(?:es|ables))"
    r"|(?P<shut>ferme(?:e|ture)?s?(?: le)?|sauf(?: le)?)"
    r"|(?P<visit>(?:uniquement |et )?sur (?:rendez-vous|rdv))"
    r"|(?P<noise>(?:de|le|les|et|puis|ouvert(?:e|ure)?|horaires?|accueil|matin|apres-midi|soir|entre|d'|au public)\b"
    r"|et de\b|[,;:/.&()]|\n|\s+)"
)
_CLOCK = re.compile(r"(\d{1,2})\s?(?:[h:]?\s?(\d{2}))?")
_WORDS = {"midi": "12:00", "minuit": "24:00"}
_BARE = re.compile(r"\d{1,2}")
_APPOINTMENT = "sur rendez-vous"

_Kind = Literal["hours", "days", "day", "all", "week", "shut", "visit"]


class _Token(NamedTuple):
    kind: _Kind
    days: tuple[int, ...] = ()
    hours: Hours | None = None


@dataclass(slots=True)
class _Reading:
    """What was understood so far. `days`: those the next hours are of. `told`: whether they have hours yet."""

    found: defaultdict[int, list[Hours]] = field(default_factory=lambda: defaultdict(list))
    days: list[int] = field(default_factory=list)
    early: list[Hours] = field(default_factory=list)
    told: bool = True
    shutting: bool = False
    shut: set[int] = field(default_factory=set)
    appointment: bool = False


def written(text: str) -> str | None:
    """Hours as a source writes them: OSM's syntax when they are, or are surely read, else the words as a comment.

    >>> written("Lundi et jeudi : 9h à 12h"), written("le 1er lundi du mois")
    ('Mo,Th 09:00-12:00', '"le 1er lundi du mois"')
    """
    said = " ".join(text.split())
    if not said:
        return None
    if read_rules(said, Spot("Europe/Paris")):
        return said
    return read(text) or comment(said)


@lru_cache(maxsize=4096)  # the places of a network keep the same hours
def read(text: str) -> str | None:
    """Hours in words as one OSM expression, None when anything in them is not understood."""
    said = fold(text).strip().replace("’", "'")
    if not said or len(said) > _LONGEST:
        return None
    if _ALWAYS.fullmatch(said):
        return "24/7"
    tokens = list(_tokens(said))
    if None in tokens:
        return None
    reading = _Reading()
    for token in tokens:
        if token and not _take(reading, token):
            return None
    return _expression(reading)


def _tokens(said: str) -> Iterator[_Token | None]:
    """What the text says; None for what is not understood."""
    at = 0
    while at < len(said):
        found = _TOKEN.match(said, at)
        if not found:
            yield None
            return
        at = found.end()
        if found["hours"]:
            hours = _span(found["start"], found["end"])
            yield _Token("hours", hours=hours) if hours else None
        elif found["days"]:
            first, last = _NAMES[found["first"][:2]], _NAMES[found["last"][:2]]
            yield _Token("days", tuple(range(first, last + 1))) if first < last else None
        elif found["day"]:
            yield _Token("day", (_NAMES[found["day"][:2]],))
        elif found["all"]:
            yield _Token("all", tuple(range(len(DAYS))))
        elif found["week"]:
            yield _Token("week", tuple(range(5)))
        elif found["shut"]:
            yield _Token("shut")
        elif found["visit"]:
            yield _Token("visit")


def _span(start: str, end: str) -> Hours | None:
    # "9-12" may be anything: one of the two at least is written as an hour.
    if _BARE.fullmatch(start) and _BARE.fullmatch(end):
        return None
    return span(_clock(start), _clock(end))


def _clock(said: str) -> str | None:
    found = _CLOCK.match(said)
    return _WORDS.get(said) if not found else f"{found[1]}:{found[2] or '00'}"


def _take(reading: _Reading, token: _Token) -> bool:
    """One more token; False when it says nothing where it stands."""
    if token.kind == "visit":
        reading.appointment = True
    elif token.kind == "shut":
        reading.shutting = True
    elif token.kind == "hours" and token.hours:
        if reading.shutting:
            return False
        if not reading.days:
            reading.early.append(token.hours)
        for day in reading.days:
            reading.found[day].append(token.hours)
        reading.told = bool(reading.days)
    elif reading.shutting:
        reading.shut.update(token.days)
    else:
        reading.days = [*token.days] if reading.told else [*reading.days, *token.days]
        reading.told = False
    return True


def _expression(reading: _Reading) -> str | None:
    if reading.early:
        # "9h-12h du lundi au vendredi": hours first, then all the days, and nothing else.
        if reading.found or not reading.days:
            return None
        reading.found.update({day: [*reading.early] for day in reading.days})
    elif not reading.told:
        return None
    found = week({day: hours for day, hours in reading.found.items() if day not in reading.shut})
    if found and reading.appointment:
        return "; ".join(f'{rule} "{_APPOINTMENT}"' for rule in found.split("; "))
    return found
