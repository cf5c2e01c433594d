"""An entry in words, for whoever is in charge of it: its facts, and what they may answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from bot.talk.cards import one_line
from bot.talk.message import Block, Card, Choice, Reply, Step, Text
from bot.talk.opening_words import cut
from bot.talk.times import short_date
from bot.talk.week_words import week_words
from bot.talk.wording import Voice
from directory.importers.places import departement
from directory.ledger.facts import Facts
from directory.rows import ServiceRow
from directory.zones import zone_of

COMMAND = "meslieux"
SAME, CHANGED, SHUT, END, SEE, PAGE = "juste", "change", "ferme", "fin", "voir", "page"
ANSWER = f"{COMMAND}.reponse"


def question(voice: Voice, key: str, facts: Facts, now: datetime, *before: Block, more: int = 0) -> Reply:
    """The facts of an entry and whether they are right; `more`: how many other entries wait for an answer."""
    today = local_day(facts.row.place, now)
    waits = (Text(voice("steward-more", count=more)),) if more else ()
    choices = (
        Choice(voice("steward-same"), f"/{COMMAND} {SAME} {key} {stamped(facts, today)}"),
        Choice(voice("steward-changed"), f"/{COMMAND} {CHANGED} {key}"),
        Choice(voice("steward-shut-days"), f"/{COMMAND} {SHUT} {key}"),
        Choice(voice("steward-end"), f"/{COMMAND} {END} {key}"),
    )
    step = Step(ANSWER, {"key": key, "stamp": stamped(facts, today)})
    return Reply((*before, card_of(voice, facts, today), *waits), choices, then=step)


def card_of(voice: Voice, facts: Facts, today: date) -> Card:
    """What people read of it, and what is missing."""
    row, unknown = facts.row, voice("steward-unknown")
    lines = [
        voice("steward-hours", hours=week_words(voice, row.hours) or unknown),
        voice("steward-phone-line", number=" / ".join(phone.shown for phone in row.phones) or unknown),
        voice("address", address=one_line(row)) if one_line(row) else "",
        voice("mail", address=row.email) if row.email else "",
        *_closures(voice, facts, today),
        voice("steward-checked", date=short_date(voice, row.updated)),
    ]
    title = voice("card-title", service=row.name, structure=row.structure_name)
    return Card(title, tuple(line for line in lines if line))


def name_of(row: ServiceRow) -> str:
    """ "Douches (Accueil de jour L’Escale)"."""
    return row.name if row.name == row.structure_name else f"{row.name} ({row.structure_name})"


def local_day(place: str | None, now: datetime) -> date:
    """The day it is at a place (INSEE code)."""
    return now.astimezone(zone_at(place)).date()


def zone_at(place: str | None) -> ZoneInfo:
    """The clock of a place (INSEE code)."""
    return ZoneInfo(zone_of(departement(place) if place else None))


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody was shown of an entry: what its facts come to, on which day, last checked on which."""

    facts: str
    on: date
    checked: date

    @classmethod
    def of(cls, stamp: str) -> Self | None:
        """What a button carries; None when it is none of ours."""
        facts, on, checked = stamp[:8], stamp[8:14], stamp[14:]
        try:
            return cls(facts, _day(on), _day(checked))
        except ValueError:
            return None


def stamped(facts: Facts, today: date) -> str:
    """What a button carries of what is shown: 20 signs."""
    return f"{facts.stamp}{today:%y%m%d}{facts.row.updated:%y%m%d}"


def _day(written: str) -> date:
    return datetime.strptime(written, "%y%m%d").date()  # noqa: DTZ007 - a day has no zone


def _closures(voice: Voice, facts: Facts, today: date) -> list[str]:
    lines = []
    for one in facts.closures:
        if one.last_day >= today:
            first, last = short_date(voice, one.first_day), short_date(voice, one.last_day)
            lines.append(voice("steward-closed-days", first=first, last=last, why=cut(one.message or "–")))
    return lines
