"""From what is sought to a query of the directory."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.talk.moments import resolve
from bot.talk.sought import Sought
from bot.talk.turn import Turn
from directory.communes.commune import Commune
from directory.communes.gazetteer import Gazetteer
from directory.search_query import Query
from directory.zones import zone_of

# Short answers for those who read with difficulty.
RESULTS, RESULTS_SIMPLE = 5, 3


def communes_of(turn: Turn, sought: Sought) -> tuple[Commune, ...]:
    """The communes of a search: one, or those of a shared postal code."""
    return communes_in(turn.finder.gazetteer, sought)


def communes_in(gazetteer: Gazetteer, sought: Sought) -> tuple[Commune, ...]:
    """The same, wherever communes are known."""
    if sought.commune:
        commune = gazetteer.by_code(sought.commune)
        return (commune,) if commune else ()
    return gazetteer.by_postal(sought.postal) if sought.postal else ()


def zone_of_search(turn: Turn, sought: Sought) -> str:
    """The time zone where the search is."""
    communes = communes_of(turn, sought)
    return zone_of(communes[0].departement if communes else None)


def query_of(turn: Turn, sought: Sought) -> Query:
    """The query of a search, at the local time of its place."""
    limit = RESULTS_SIMPLE if turn.voice.simple else RESULTS
    return query_at(turn.finder.gazetteer, sought, turn.now, limit=limit)


def query_at(gazetteer: Gazetteer, sought: Sought, at: datetime, *, limit: int) -> Query:
    """The query of a search at a moment (aware), whoever asks."""
    communes = communes_in(gazetteer, sought)
    zone = zone_of(communes[0].departement if communes else None)
    now = at.replace(second=0, microsecond=0).astimezone(ZoneInfo(zone))
    return Query(
        needs=sought.needs,
        words=sought.words,
        around=tuple((c.latitude, c.longitude) for c in communes if c.latitude is not None and c.longitude is not None),
        codes=frozenset(code for commune in communes for code in zone_codes(commune)),
        departements=frozenset(commune.departement for commune in communes),
        when=resolve(sought.moment, now.replace(tzinfo=None)) if sought.moment else None,
        publics=sought.publics,
        wheelchair="wheelchair" in sought.access,
        animals="animals" in sought.access,
        free="free" in sought.access,
        interpreters="interpreters" in sought.access,
        offset=sought.offset,
        limit=limit,
    )


def zone_codes(commune: Commune) -> list[str]:
    """As data·inclusion writes the zones a person may belong to."""
    return [code for code in (commune.code, commune.parent, commune.epci, commune.departement) if code]
