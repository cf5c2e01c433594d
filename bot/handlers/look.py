"""Search what is sought; when nothing nearby answers the very need, its whole theme."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.handlers.searching import query_of, zone_of_search
from bot.talk.sought import Sought
from bot.talk.turn import Turn
from directory.search_query import Found, Hit

# Nobody without a car goes farther; beyond, a place is no help.
FARTHEST_KM = 150
SOCIAL_WORKER = "social_worker"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was asked, what was searched (the theme, when `broader`), what was found.

    `exact`: what was found of what was asked itself, for the people it was asked for.
    """

    asked: Sought
    searched: Sought
    found: Found
    exact: Found

    @property
    def broader(self) -> bool:
        """Nothing answered the need itself, so its whole theme was searched."""
        return self.asked.needs != self.searched.needs

    @property
    def relaxed(self) -> bool:
        """Nothing was for these people, so places for others are shown."""
        return self.asked.publics != self.searched.publics

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is open or likely; else what opens next; else the nearest farther away."""
        return self.found.hits or self.found.later or self.far

    @property
    def far(self) -> tuple[Hit, ...]:
        """The nearest beyond the last radius, when it is no journey."""
        hit = self.found.beyond
        return (hit,) if hit and (hit.distance_km or 0) <= FARTHEST_KM else ()

    @property
    def empty(self) -> bool:
        """There is nothing at all to show."""
        return not (self.hits or self.found.remote or self.found.professionals)


def look(turn: Turn, sought: Sought) -> Seen:
    """Search the needs, then their themes when nothing near answers them."""
    exact = _search(turn, sought)
    asked = Seen(sought, sought, exact, exact)
    if exact.hits or exact.later or exact.professionals or sought.offset:
        return asked
    if sought.publics and exact.hidden_publics:
        # Better a place meant for others than none: whoever reads can tell, and call.
        everybody = replace(sought, publics=frozenset())
        if (found := _search(turn, everybody)).hits or found.later:
            return Seen(sought, everybody, found, exact)
    wider = replace(sought, needs=tuple(dict.fromkeys(turn.finder.needs.theme(need) for need in sought.needs)))
    found = _search(turn, wider) if wider != sought else exact
    return Seen(sought, wider, found, exact) if found.hits or found.later else asked


def social_worker(turn: Turn, seen: Seen) -> Hit | None:
    """Who can send people to what only a professional can call; None when nothing shown needs it."""
    if not seen.found.professionals:
        return None
    wanted = replace(seen.asked.widened(), needs=(SOCIAL_WORKER,), words=())
    return next(iter(_search(turn, wanted).hits), None)


def _search(turn: Turn, sought: Sought) -> Found:
    return turn.finder.search(query_of(turn, sought), now=turn.now, zone=zone_of_search(turn, sought))
