"""Needs or words × place × moment × public: what to show a person, the nearest first. Pure, no I/O."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from directory.distance import centre
from directory.flags import Flag
from directory.hours import State
from directory.search_doors import Doors
from directory.search_filters import filters_for
from directory.search_nearest import within
from directory.search_order import MOST_CLOSED, Asked, Candidate, Look, farther, first_block
from directory.search_other import beyond, in_departements, left_out, professionals, remote
from directory.search_query import RADII, Found, Hit, Query
from directory.search_text import TEXT, Words
from directory.snapshot import Reach, Snapshot
from directory.when import NOW
from directory.zones import HOME

__all__ = ["RADII", "Found", "Hit", "Query", "search"]

MOST_LATER = 3
_NEVER = datetime.max.replace(tzinfo=UTC)


def search(snapshot: Snapshot, query: Query, *, now: datetime, zone: str = HOME) -> Found:
    """What answers a query at a moment (`now`, aware); `zone`: the IANA zone of services whose département is unknown.

    Services for everyone and for everywhere are never left out. Hours unknown are not open: they come after.
    """
    around = tuple(centre(latitude, longitude) for latitude, longitude in query.around)
    asked = Asked(
        snapshot,
        query,
        filters_for(snapshot, publics=query.publics, codes=query.codes),
        Doors(snapshot, query.when or NOW, now=now, zone=zone),
        around,
        Words(snapshot, query, around) if query.words else None,
    )
    if asked.around:
        block, first = first_block(asked)
        seen, radius = farther(asked, block, first)
    else:
        seen, radius = in_departements(asked), 0.0
    return _found(asked, seen, radius)


def _found(asked: Asked, seen: Look, radius: float) -> Found:
    query = asked.query
    page = seen.shown[query.offset : query.offset + query.limit]
    hits = _hits(asked, page)
    closed = () if hits else seen.closed[:MOST_CLOSED]
    later = sorted(_hits(asked, closed), key=lambda hit: hit.opening.next or _NEVER)
    last = beyond(asked) if asked.around and not seen.shown and not seen.closed else None
    return Found(
        hits=hits,
        radius_km=radius if asked.around else None,
        widened=bool(asked.around) and radius > query.radii[0],
        more=len(seen.shown) > query.offset + query.limit or _more_beyond(asked, seen, radius),
        later=tuple(later[:MOST_LATER]),
        hidden_closed=seen.hidden,
        hidden_publics=left_out(asked, radius, asked.lists(Reach.NEAR)),
        beyond=next(iter(_hits(asked, [last])), None) if last else None,
        remote=() if query.offset else _hits(asked, remote(asked)),
        professionals=() if query.offset else _hits(asked, professionals(asked)),
        surely_open=sum(hit.opening.state is State.OPEN for hit in hits) if query.when else 0,
    )


def _more_beyond(asked: Asked, seen: Look, radius: float) -> bool:
    """Whether a wider look would meet other services."""
    widest = asked.query.radii[-1]
    if not asked.around or radius >= widest:
        return False
    met = len(seen.shown) + seen.hidden
    rows: set[int] = set()
    for posting in asked.lists(Reach.NEAR).values():
        rows.update(within(posting, asked.around, widest, keep=asked.filters.keep, most=met + 1)[0].tolist())
    return len(rows) > met


def _hits(asked: Asked, candidates: Iterable[Candidate]) -> tuple[Hit, ...]:
    return tuple(_hit(asked, candidate) for candidate in candidates)


def _hit(asked: Asked, candidate: Candidate) -> Hit:
    snapshot, row = asked.snapshot, candidate.row
    return Hit(
        id=snapshot.id_of(row),
        distance_km=candidate.km,
        opening=asked.doors.opening(row),
        flags=Flag(int(snapshot.flags[row])),
        needs=() if candidate.needs == (TEXT,) else candidate.needs,
        structure=int(snapshot.structures[row]),
        departement=snapshot.tables.departements[int(snapshot.departements[row])] or None,
        also=snapshot.tables.also.get(row, ()),
    )
