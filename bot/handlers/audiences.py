"""The territory of a message: its name, and its départements, by which people subscribe."""

from __future__ import annotations

from bot.records.permissions import FRANCE
from bot.talk.wording import Voice
from knowledge.territories import Territories


def departements(territories: Territories, territory: str | None) -> tuple[str, ...]:
    """Those inside a territory, or that which holds it; `france` for the whole country, or for a place not known."""
    if not territory or territory == FRANCE:
        return (FRANCE,)
    known = [each for each in territories.known if each.startswith("dep-")]
    found = [each for each in known if each == territory or territory in territories.around(each)]
    return tuple(found) or tuple(each for each in known if each in territories.around(territory))


def inside(territories: Territories, territory: str) -> tuple[str, ...]:
    """A territory, and all that lies inside it."""
    return tuple(each for each in territories.known if territory in (each, *territories.around(each)))


def place_name(voice: Voice, territories: Territories, territory: str) -> str:
    """A territory as agents read it: "la Nièvre", "toute la France"."""
    return voice("agents-france") if territory in ("", FRANCE) else territories.name(territory)
