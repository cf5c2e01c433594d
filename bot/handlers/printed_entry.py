"""One place as it is printed: what does not change from one hour to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.talk.cards import distance, one_line
from bot.talk.opening_words import cut, opening_line
from bot.talk.times import short_date
from bot.talk.week_words import week_words
from bot.talk.wording import Voice
from directory.flags import Flag
from directory.phones import Cost
from directory.rows import ServiceRow
from directory.search_query import Hit

# Paper is short: what is to be known of a place stands on one line.
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. `phones`: numbers as people read them, apart since they are printed larger."""

    title: str
    phones: tuple[str, ...]
    lines: tuple[str, ...]


def entry_of(voice: Voice, hit: Hit, row: ServiceRow, *, local_now: datetime) -> Entry:
    """A result on paper. `local_now`: the clock of the place, for a closure that is under way."""
    numbers = tuple(
        voice("phone-premium" if phone.cost is Cost.PREMIUM else "phone", number=phone.shown) for phone in row.phones
    )
    lines = [
        _where(voice, hit, row),
        *_when(voice, hit, row, local_now),
        _BETWEEN.join(_terms(voice, row)),
        voice("print-checked", date=short_date(voice, row.updated), source=row.source),
    ]
    title = voice("card-title", service=row.name, structure=row.structure_name)
    title = voice("print-invented", title=title) if row.fictional else title
    return Entry(title, numbers, tuple(line for line in lines if line))


def _where(voice: Voice, hit: Hit, row: ServiceRow) -> str:
    if row.flags & Flag.PROFESSIONALS_ONLY:
        return voice("professionals-only")
    if row.flags & Flag.DISCREET:
        return voice("address-hidden")
    if row.address:
        return voice("address", address=one_line(row))
    if row.commune and hit.distance_km is not None and hit.distance_km >= 1:
        return voice("where", place=row.commune, distance=distance(voice, hit.distance_km))
    return row.commune or ""


def _when(voice: Voice, hit: Hit, row: ServiceRow, local_now: datetime) -> Iterator[str]:
    yield week_words(voice, row.hours) or voice("door-unknown" if row.phones else "door-unknown-no-phone")
    if hit.opening.closure:
        yield opening_line(voice, hit.opening, local_now=local_now, phone=bool(row.phones))


def _terms(voice: Voice, row: ServiceRow) -> Iterator[str]:
    if row.fees == "gratuit":
        yield voice("free")
    elif row.fees == "payant":
        yield voice("paid-detail", detail=cut(row.fees_details)) if row.fees_details else voice("paid")
    if publics := [voice(f"public-{public}") for public in row.publics if public != "tous-publics"]:
        yield voice("for-publics", publics=voice.listed(publics))
    if row.conditions:
        yield voice("conditions", text=cut(row.conditions))
