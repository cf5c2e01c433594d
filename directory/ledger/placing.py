"""Where the door of a service is: a point that somebody gives, held against the commune of its address. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from directory.communes.reach import reach
from directory.importers.cleaning import in_france
from directory.importers.places import Place, distance
from directory.land import at_sea


@dataclass(frozen=True, slots=True)
class Door:
    """Degrees (WGS 84). `swapped`: they were given the other way round."""

    latitude: float
    longitude: float
    swapped: bool = False


class PlacingError(ValueError):
    """A point where no door can be; the message is the name of the sentence that says why. `km`: from the commune."""

    def __init__(self, sentence: str, km: int = 0) -> None:
        super().__init__(sentence)
        self.km = km


def door(first: float, second: float, place: Place) -> Door:
    """The door at two angles, latitude first unless only the other way round is in the commune. Raises PlacingError."""
    ways = [Door(first, second), Door(second, first, swapped=True)]
    known = [way for way in ways if in_france(way.latitude, way.longitude)]
    if not known:
        raise PlacingError("door-abroad")
    near = min(known, key=lambda way: distance(way.latitude, way.longitude, place))
    if (km := distance(near.latitude, near.longitude, place)) > reach(place.code):
        raise PlacingError("door-far", round(km))
    if at_sea(near.latitude, near.longitude):
        raise PlacingError("door-at-sea")
    return near
