"""Territories as files name them, and what their clocks show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.calendars.found import Desk
from directory.zones import zone_of
from knowledge.ics import Zones
from knowledge.territories import Territories


def anywhere(_territory: str) -> bool:
    """Whoever holds the machine may write everywhere."""
    return True


def desk_of(
    territories: Territories, territory: str, *, now: datetime, allowed: Callable[[str], bool] = anywhere
) -> Desk:
    """What reading needs; `territory`: that of what names none, "" when there is none. `now`: aware."""
    zones = clocks(territories)
    today = now.astimezone(zones(territory or None)).date()
    return Desk(today, territory, lambda said: named(territories, said), zones, allowed)


def named(territories: Territories, said: str) -> str | None:
    """The territory that is written: `dep-44`, `44`, "Loire-Atlantique"; None when it is none, or one of several."""
    bare = said.strip().lower()
    for identifier in (bare, f"dep-{bare}", f"dep-{bare.zfill(2)}"):
        if identifier in territories.known:
            return identifier
    found = {each.id for each in territories.named(territories.ear.words(said), said)}
    return found.pop() if len(found) == 1 else None


def clocks(territories: Territories) -> Zones:
    """The clock of each territory; a region has that of its only département, as overseas, or that of Paris."""

    def zone(territory: str | None) -> ZoneInfo:
        inside = [
            each for each in territories.known if each.startswith("dep-") and territory in territories.around(each)
        ]
        code = territory if territory and territory.startswith("dep-") else inside[0] if len(inside) == 1 else ""
        return ZoneInfo(zone_of(code.removeprefix("dep-").upper()))

    return zone
