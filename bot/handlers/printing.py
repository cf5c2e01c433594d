"""The places around a commune as sheets to print: a section for each theme, the vital ones first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, repeat
from zoneinfo import ZoneInfo

from bot.handlers.printed_entry import Entry, entry_of
from bot.handlers.searching import zone_codes
from bot.talk.crisis import numbers
from bot.talk.times import short_date
from bot.talk.wording import Voice, Wording
from directory.communes.commune import Commune
from directory.exports.about import Licences
from directory.finder import Finder
from directory.rows import ServiceRow
from directory.search_query import Hit, Query
from directory.zones import zone_of

# What fits on a few sheets in large letters.
MOST_ENTRIES, MOST_IN_A_SECTION, FIRST_OF_VITAL = 32, 5, 3
# How many are looked at, to say how many are left out.
_COUNTED = 200
# Kilometres: on foot or by bus; a sheet is hung for those who live there.
_RADII = (10.0, 20.0)
_NUMBERS = ("112", "15", "17", "18", "114", "115", "119", "3919", "3114")


@dataclass(frozen=True, slots=True)
class Section:
    """The places of one theme. `left_out`: how many others there are near, that are nowhere on the sheets."""

    title: str
    entries: tuple[Entry, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What the sheets say.

    `numbers`: lines to call; `sources`: with their licences, or empty; `fictional`: all is invented.
    """

    place: str
    date: str
    numbers: tuple[str, ...]
    sections: tuple[Section, ...]
    left_out: int
    sources: str
    fictional: bool


@dataclass(frozen=True, slots=True)
class Printing:
    """Makes the sheets. `clock`: the time, aware; `licences`: of the sources, by language of the page."""

    finder: Finder
    wording: Wording
    clock: Callable[[], datetime]
    licences: Callable[[Voice], Licences]

    async def sheets(self, insee: str, language: str) -> Printed | None:
        """The places around a commune; None for a code that is no commune's."""
        commune = self.finder.gazetteer.by_code(insee)
        if commune is None:
            return None
        now = self.clock().astimezone(ZoneInfo(zone_of(commune.departement)))
        voice = self.wording.voice(language)
        found = self._found(commune, now)
        chosen = _chosen(found, vital=[theme for theme in found if self.finder.needs.get(theme).vital])
        rows = await self.finder.details(hit.id for hits in chosen.values() for hit in hits)
        shown = {hit.id for hits in chosen.values() for hit in hits}
        sections = tuple(
            Section(
                self.finder.needs.label(theme, voice.language),
                tuple(entry_of(voice, hit, rows[hit.id], local_now=now) for hit in hits if hit.id in rows),
                len({hit.id for hit in found[theme]} - shown),
            )
            for theme, hits in chosen.items()
        )
        return Printed(
            place=f"{commune.name} ({commune.departement})",
            date=short_date(voice, now.date()),
            numbers=tuple(_number(voice, number) for number in _NUMBERS),
            sections=sections,
            left_out=len({hit.id for hits in found.values() for hit in hits} - shown),
            sources=self._sources(voice, rows),
            fictional=self.finder.fictional and bool(rows),
        )

    def _found(self, commune: Commune, now: datetime) -> Mapping[str, tuple[Hit, ...]]:
        """What is near, by theme: the vital ones first. Nothing where the commune is nowhere."""
        if commune.latitude is None or commune.longitude is None:
            return {}
        needs, zone = self.finder.needs, zone_of(commune.departement)
        query = Query(
            needs=(),
            around=((commune.latitude, commune.longitude),),
            codes=frozenset(zone_codes(commune)),
            departements=frozenset((commune.departement,)),
            limit=_COUNTED,
            radii=_RADII,
        )
        themes = sorted(needs.themes(), key=lambda theme: not needs.get(theme).vital)
        return {theme: self.finder.search(replace(query, needs=(theme,)), now=now, zone=zone).hits for theme in themes}

    def _sources(self, voice: Voice, rows: Mapping[str, ServiceRow]) -> str:
        names = sorted({row.source for row in rows.values()})
        licences = self.licences(voice) if names else None
        said = [voice("print-source", source=name, licence=licences.of(name)) for name in names if licences]
        return voice("print-sources", sources=voice.listed(said)) if said else ""


def _chosen(found: Mapping[str, tuple[Hit, ...]], *, vital: Sequence[str]) -> dict[str, list[Hit]]:
    """Each place once, as many as fit: the nearest few of each vital theme, then the nearest of each in turn."""
    chosen: dict[str, list[Hit]] = {theme: [] for theme in found}
    seen: set[str] = set()
    rounds = [*repeat(vital, FIRST_OF_VITAL), *repeat([*found], MOST_IN_A_SECTION)]
    for theme in chain.from_iterable(rounds):
        following = next((hit for hit in found[theme] if hit.id not in seen), None)
        if following and len(seen) < MOST_ENTRIES and len(chosen[theme]) < MOST_IN_A_SECTION:
            seen.add(following.id)
            chosen[theme].append(following)
    return {theme: hits for theme, hits in chosen.items() if hits}


def _number(voice: Voice, number: str) -> str:
    line = numbers.line(number)
    return voice(f"number-{line.code}", number=line.number)
