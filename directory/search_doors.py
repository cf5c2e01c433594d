"""Openings of the services that one search meets, each distinct one worked out once."""

from __future__ import annotations

from datetime import datetime
from math import isnan

from directory.holidays import OWN_HOLIDAYS
from directory.hours import Hours, Opening, State
from directory.hours_grammar import Spot
from directory.snapshot import Numbers, Snapshot
from directory.when import When
from directory.zones import zone_of


class Doors:
    """What hours say at one moment: thousands of services share a few hundred texts, and a minute many searches.

    Hours that follow the sun are read where the first service that has them is, minutes away from the others.
    """

    def __init__(self, snapshot: Snapshot, when: When, *, now: datetime, zone: str) -> None:
        self._snapshot = snapshot
        self._when, self._now, self._zone = when, now, zone
        self._openings = snapshot.openings.at(when, now)
        self._states: dict[tuple[int, Spot, int], State] = {}
        self._spots: dict[int, Spot] = {}

    def opening(self, row: int) -> Opening:
        """What is known of a service at the moment asked."""
        snapshot = self._snapshot
        closed = row if row in snapshot.tables.closures else -1
        key = (int(snapshot.hours[row]), int(snapshot.departements[row]), closed)
        known = self._openings.get(key)
        if known is None:
            known = self._openings[key] = self.hours(row).during(self._when, self._now)
        return known

    def states(self, rows: Numbers) -> list[State]:
        """The state of services at the moment asked: the one that `opening` gives."""
        texts, departements = self._snapshot.hours[rows].tolist(), self._snapshot.departements[rows].tolist()
        closures, known = self._snapshot.tables.closures, self._states
        found = []
        for row, text, departement in zip(rows.tolist(), texts, departements, strict=True):
            key = (text, self._spots.get(departement) or self._spot_of(departement), row if row in closures else -1)
            state = known.get(key)
            if state is None:
                state = known[key] = self.hours(row).state(self._when, self._now)
            found.append(state)
        return found

    def hours(self, row: int) -> Hours:
        """The hours of a service, where it is."""
        tables = self._snapshot.tables
        text = tables.hours[int(self._snapshot.hours[row])]
        return Hours(text or None, self._spot(row), tables.closures.get(row, ()))

    def _spot_of(self, departement: int) -> Spot:
        """Where hours are read, but for the sun: départements that share a clock and holidays share their answers."""
        name = self._snapshot.tables.departements[departement]
        zone = zone_of(name) if name else self._zone
        return self._spots.setdefault(departement, Spot(zone, None, None, name if name in OWN_HOLIDAYS else None))

    def _spot(self, row: int) -> Spot:
        snapshot = self._snapshot
        spot = self._spot_of(int(snapshot.departements[row]))
        latitude, longitude = float(snapshot.latitude[row]), float(snapshot.longitude[row])
        return spot if isnan(latitude) else Spot(spot.zone, latitude, longitude, spot.departement)
