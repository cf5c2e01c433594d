"""French public holidays: those of the whole country, and those of some départements only.

Sources: code du travail, L3133-1 (national), L3134-13 (Alsace-Moselle), L3422-2 (overseas abolition days);
customary days off of Guadeloupe and Martinique (Good Friday, 21 July), Tahiti and Nouméa (their own day).
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
# Days after Easter Sunday: Easter Monday, Ascension, Whit Monday.
_MOVING = (1, 39, 50)
_GOOD_FRIDAY = -2

_LOCAL: dict[str, tuple[tuple[int, int], ...]] = {
    "57": ((12, 26),),
    "67": ((12, 26),),
    "68": ((12, 26),),
    "America/Guadeloupe": ((5, 27), (7, 21)),
    "America/Martinique": ((5, 22), (7, 21)),
    "America/Cayenne": ((6, 10),),
    "Indian/Reunion": ((12, 20),),
    "Indian/Mayotte": ((4, 27),),
    "America/Marigot": ((5, 28),),
    "America/St_Barthelemy": ((10, 9),),
    "Pacific/Tahiti": ((6, 29),),
    "Pacific/Noumea": ((9, 24),),
}
# Départements that keep other holidays than those of their zone.
OWN_HOLIDAYS = frozenset(("57", "67", "68"))
_LOCAL_GOOD_FRIDAY = frozenset(("57", "67", "68", "America/Guadeloupe", "America/Martinique", "Pacific/Tahiti"))


class Holiday(Enum):
    """Where a public holiday is kept."""

    NATIONAL = "national"
    LOCAL = "local"


@lru_cache(maxsize=256)
def holidays(year: int, zone: str, departement: str | None = None) -> dict[date, Holiday]:
    """The public holidays of a year for an IANA zone, and for a département where that tells more (57, 67, 68)."""
    sunday = easter(year)
    found: dict[date, Holiday] = {}
    for place in (zone, departement or ""):
        found |= {date(year, month, day): Holiday.LOCAL for month, day in _LOCAL.get(place, ())}
        if place in _LOCAL_GOOD_FRIDAY:
            found[sunday + timedelta(days=_GOOD_FRIDAY)] = Holiday.LOCAL
    found |= {date(year, month, day): Holiday.NATIONAL for month, day in _FIXED}
    return found | {sunday + timedelta(days=after): Holiday.NATIONAL for after in _MOVING}


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the "Meeus/Jones/Butcher" computation)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, remainder = divmod(rest, 4)
    week = (32 + 2 * odd + 2 * quarter - moon - remainder) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
