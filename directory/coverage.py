"""How well communes are covered for a need: how many services, how far, how long they are open. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from directory.communes.commune import Commune
from directory.distance import Centre, centre, kilometres
from directory.holidays import holidays
from directory.search_doors import Doors
from directory.search_nearest import anywhere, within
from directory.snapshot import Posting, Reach, Snapshot
from directory.weekly import weekly_hours
from directory.when import NOW
from directory.zones import HOME

NEAR_KM = 10.0
# Wider and wider: the nearest service is seldom far.
_RADII = (NEAR_KM, 50.0, 200.0)


class Cover(StrEnum):
    """Whether a need is covered, "non ou partiellement couvert" in the words of the territorial diagnosis."""

    NONE = "none"
    """No service within ten kilometres."""
    PARTIAL = "partial"
    """One within ten kilometres, none in the commune."""
    FULL = "full"
    """One in the commune."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A need in a commune. `inside`, `near`: services in it, and within ten kilometres of its middle.

    `hours`: those that the near ones are open in a week for sure, all together; `silent`: the near ones whose hours are
    not known. `nearest_km`: in a straight line, None when there is no service anywhere.
    """

    commune: Commune
    need: str
    inside: int
    near: int
    hours: float
    silent: int
    nearest_km: float | None

    @property
    def cover(self) -> Cover:
        """How well."""
        if self.inside:
            return Cover.FULL
        return Cover.PARTIAL if self.near else Cover.NONE


class Survey:
    """A look at a directory as of `now` (aware); the hours of each text are worked out once."""

    def __init__(self, snapshot: Snapshot, now: datetime) -> None:
        self._snapshot = snapshot
        self._doors = Doors(snapshot, NOW, now=now, zone=HOME)
        self._monday = _ordinary_week(now.date())
        self._known: dict[tuple[int, int], float | None] = {}
        self._place = {code: number for number, code in enumerate(snapshot.tables.places)}

    def of(self, need: str, communes: Iterable[Commune]) -> Iterator[Covered]:
        """How well each commune that is somewhere is covered for a need, by services where one can go."""
        posting = self._snapshot.postings.get((need, Reach.NEAR))
        for commune in communes:
            if commune.latitude is None or commune.longitude is None:
                continue
            if posting is None:
                yield Covered(commune, need, 0, 0, 0.0, 0, None)
            else:
                yield self._covered(posting, need, commune, centre(commune.latitude, commune.longitude))

    def _covered(self, posting: Posting, need: str, commune: Commune, at: Centre) -> Covered:
        near = within(posting, (at,), NEAR_KM)[0].tolist()
        place = self._place.get(commune.code)
        inside = int((self._snapshot.places[posting.rows] == place).sum()) if place is not None else 0
        weeks = [self._week(row) for row in near]
        return Covered(
            commune,
            need,
            inside,
            len(near),
            sum(week for week in weeks if week is not None),
            sum(week is None for week in weeks),
            _nearest(posting, at),
        )

    def _week(self, row: int) -> float | None:
        key = (int(self._snapshot.hours[row]), int(self._snapshot.departements[row]))
        if key not in self._known:
            self._known[key] = weekly_hours(self._doors.hours(row), self._monday)
        return self._known[key]


def _ordinary_week(day: date) -> date:
    """The Monday of the first week from a day on that has no public holiday."""
    monday = day - timedelta(days=day.weekday())
    while any(monday + timedelta(days=ahead) in holidays(monday.year, HOME) for ahead in range(7)):
        monday += timedelta(days=7)
    return monday


def _nearest(posting: Posting, at: Centre) -> float | None:
    for radius in _RADII:
        closeness = within(posting, (at,), radius, most=1)[1]
        if len(closeness):
            return kilometres(closeness[:1])[0]
    closeness = anywhere(posting, (at,))[1]
    return kilometres(closeness[:1])[0] if len(closeness) else None
