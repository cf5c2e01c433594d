"""Opening hours as written (OSM `opening_hours`), made safe to evaluate.

`opening-hours-py` reads the whole grammar; what it does that would send a person to a closed door is undone here:
a rule without hours ("fermé le premier lundi", `Mo-Fr`) evaluates as open all day there, and is unknown here;
`SH` (school holidays) is dropped there, and raises a doubt here; a blank text is open there, and nothing here;
`Jul-Aug off; Mo-Fr 09:00-12:00` opens in July there (a later rule wins), and stays closed here, as it was meant.
Specification: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]  # its stub forgets the error

from directory.words import fold

LONGEST_EXPRESSION = 1000
# A state that lasts longer is taken for endless: more than a year ahead nobody asks.
_ENDLESS_DAYS = 400

_SEPARATOR = re.compile(r'("[^"]*")|(;|\|\|)')
_COMMENT = re.compile(r'"[^"]*"')
_CLOCK = re.compile(r"\d{1,2}:\d{2}|24/7|sunrise|sunset|dawn|dusk")
_STATED = re.compile(r"\b(?:off|closed|unknown)\b")
_SHUT = re.compile(r"\b(?:off|closed)\b")
_SEASON = re.compile(r"\b(?:PH|SH|easter|week|[12]\d{3}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
_WEEKDAY = re.compile(r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b")
_SUN = re.compile(r"sunrise|sunset|dawn|dusk")
_OPEN_ENDED = re.compile(r"\d{1,2}:\d{2}\s*\+")
# A comment with one of these limits the hours it goes with: no longer sure.
_DOUBT = (
    "ferme",
    "sauf",
    "vacances",
    "variable",
    "selon",
    "confirmer",
    "closed",
    "except",
    "hors ",
    "alternance",
    "appel",
)


class Spot(NamedTuple):
    """Where the hours are read: IANA zone, degrees when known, département where holidays depend on it."""

    zone: str
    latitude: float | None = None
    longitude: float | None = None
    departement: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """Hours that can be evaluated.

    `holidays_told`: a rule speaks of public holidays. `every_day`: opens on Sundays too, so holidays change little.
    `school_doubt`: closed is sure, open is not (`SH off`). `open_ended`: closing time not told (`18:00+`).
    """

    hours: OpeningHours
    holidays_told: bool
    every_day: bool
    school_doubt: bool
    open_ended: bool


def read_rules(expression: str | None, spot: Spot) -> Rules | None:
    """The rules of an expression, None when it is blank, too long, not in the grammar, or rests on what is
    not known: school holidays, the sun of a place that is nowhere."""
    if not expression or len(expression) > LONGEST_EXPRESSION:
        return None
    text = expression.strip(" ;\t\r\n")
    position = _sun_position(text, spot)
    if not text or (position is None and _SUN.search(text)):
        return None
    return _read(text, spot.zone, position)


def doubtful(comment: str) -> bool:
    """Whether a comment limits the hours beside it ("sauf le premier lundi"), rather than says how to come."""
    said = fold(comment)
    return any(word in said for word in _DOUBT)


def comment_of(expression: str) -> str:
    """What is left to show a person of hours that are not understood: the text, without the quotes around it."""
    return " ".join(expression.replace('"', " ").split()).strip(" ;")[:200]


def _sun_position(text: str, spot: Spot) -> tuple[float, float] | None:
    if spot.latitude is None or spot.longitude is None or not _SUN.search(text):
        return None
    if not (-90 <= spot.latitude <= 90 and -180 <= spot.longitude <= 180):
        return None
    return round(spot.latitude, 1), round(spot.longitude, 1)


@lru_cache(maxsize=8192)
def _read(text: str, zone: str, position: tuple[float, float] | None) -> Rules | None:
    rules = _split(text)
    bare = [_COMMENT.sub("", rule) for _, rule in rules]
    school = [rule for rule in bare if re.search(r"\bSH\b", rule)]
    if any(not _SHUT.search(rule) for rule in school):
        return None
    try:
        hours = OpeningHours(
            _joined(rules),
            timezone=ZoneInfo(zone),
            country="FR",
            coords=position,
            auto_country=False,
            # Without it the sun is not computed, whatever the zone given.
            auto_timezone=position is not None,
            max_interval_days=_ENDLESS_DAYS,
        )
    except ParserError:
        return None
    opens = [rule for rule in bare if not _STATED.search(rule)]
    return Rules(
        hours=hours,
        holidays_told=any(re.search(r"\bPH\b", rule) for rule in bare),
        every_day=any(re.search(r"\bSu\b", rule) or not _WEEKDAY.search(rule) for rule in opens),
        school_doubt=bool(school),
        open_ended=any(_OPEN_ENDED.search(rule) for rule in bare),
    )


def _split(text: str) -> list[tuple[str, str]]:
    """The rules with the separator before each, separators inside comments left alone."""
    rules: list[tuple[str, str]] = []
    separator, start = "", 0
    for match in _SEPARATOR.finditer(text):
        if match[2]:
            rules.append((separator, text[start : match.start()].strip()))
            separator, start = match[2], match.end()
    rules.append((separator, text[start:].strip()))
    return [(before, rule) for before, rule in rules if rule]


def _joined(rules: list[tuple[str, str]]) -> str:
    """One expression: rules without hours are made unknown, seasons off come last so that they win."""
    usual, seasons = [], []
    for separator, rule in rules:
        bare = _COMMENT.sub("", rule)
        if _SHUT.search(bare) and _SEASON.search(bare) and separator != "||":
            seasons.append(rule)
        else:
            usual.append((separator or ";", rule if _CLOCK.search(bare) or _STATED.search(bare) else _unknown(rule)))
    fallback = next((place for place, (separator, _) in enumerate(usual) if separator == "||"), len(usual))
    usual[fallback:fallback] = [(";", rule) for rule in seasons]
    return " ".join(f"{separator} {rule}" if place else rule for place, (separator, rule) in enumerate(usual))


def _unknown(rule: str) -> str:
    """A rule without hours says "unknown" on its days, as the specification has it for a comment alone."""
    comment = _COMMENT.search(rule)
    days = re.sub(r"\bopen\b", "", _COMMENT.sub("", rule)).strip()
    return f"{days} unknown {comment.group() if comment else ''}".strip()
