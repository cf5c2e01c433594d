"""Which search may be kept to be told of what is new, and what it finds. Nothing is sent or written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from bot.handlers.searching import communes_in, query_at
from bot.records.alert import Looked
from bot.talk.sought import Sought
from bot.talk.turn import Turn
from directory.finder import Finder
from directory.flags import Flag
from directory.needs import Needs
from directory.search_query import RADII
from directory.zones import zone_of

# A message about these, read by whoever holds the telephone, could put somebody in danger.
SILENT_THEMES = frozenset(["violences", "urgence"])
# These cannot wait for a message.
SILENT_NEEDS = frozenset(["suicide", "medical_emergency", "emergency_night"])
# So many places are known at most of one search: a city has no more within reach.
MOST_KNOWN = 500
_HIDDEN = Flag.DISCREET | Flag.PROFESSIONALS_ONLY


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search to be told of, and how far: None where no point tells, all over the département then."""

    sought: Sought
    radius_km: float | None = None

    def to_json(self) -> dict[str, Any]:
        """What JSON can hold."""
        return self.sought.to_json() | ({"radius": self.radius_km} if self.radius_km else {})

    @classmethod
    def from_json(cls, read: Mapping[str, Any] | None) -> Self:
        """Read what `to_json` wrote."""
        return cls(Sought.from_json(read), (read or {}).get("radius"))


def may_be_told(needs: Needs, sought: Sought) -> bool:
    """Whether a search is one to be told of: of a need and a place, and of nothing that had better not be written."""
    if not sought.needs or not sought.somewhere:
        return False
    return not any(need in SILENT_NEEDS or SILENT_THEMES & set(needs.get(need).themes) for need in sought.needs)


def offered(turn: Turn, sought: Sought) -> bool:
    """Whether to offer it: where one can be written to first, alone, and nobody is in danger."""
    reachable = bool(turn.message.author) and not turn.message.group and not turn.alarmed
    return reachable and may_be_told(turn.finder.needs, sought)


def wanted(turn: Turn, sought: Sought) -> Wanted:
    """The search as it is kept: for as far as it found something, and for the moments that come again."""
    moment = sought.moment if sought.moment and sought.moment.startswith("w") else None
    kept = replace(sought, moment=moment, offset=0, listed=(), words=())
    gazetteer = turn.finder.gazetteer
    query = query_at(gazetteer, kept, turn.now, limit=1)
    if not query.around:
        return Wanted(kept)
    found = turn.finder.search(query, now=turn.now, zone=_zone(turn.finder, kept))
    return Wanted(kept, found.radius_km if found.hits and found.radius_km else RADII[-1])


def look(finder: Finder, wanted: Wanted, now: datetime) -> Looked:
    """What a search finds now; what was asked of the place must be known for sure to be told."""
    query = query_at(finder.gazetteer, wanted.sought, now, limit=MOST_KNOWN)
    if wanted.radius_km:
        query = replace(query, radii=(wanted.radius_km,))
    hits = finder.search(query, now=now, zone=_zone(finder, wanted.sought)).hits
    sure = Flag(sum(Flag[name.upper()] for name in wanted.sought.access))
    fit = [hit for hit in hits if sure in hit.flags and not hit.flags & _HIDDEN]
    shut = frozenset(hit.id for hit in fit if hit.opening.closure)
    return Looked(frozenset(hit.id for hit in fit), tuple(hit for hit in fit if hit.id not in shut), shut)


def departement_of(finder: Finder, sought: Sought) -> str | None:
    """The département of a search: "44"."""
    communes = communes_in(finder.gazetteer, sought)
    return communes[0].departement if communes else None


def _zone(finder: Finder, sought: Sought) -> str:
    return zone_of(departement_of(finder, sought))
