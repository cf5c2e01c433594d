"""Openings of the services that one search meets, each distinct one worked out once."""

from __future__ import annotations

from datetime import datetime
from math import isnan

import numpy as np
from numpy.typing import NDArray

from directory.holidays import OWN_HOLIDAYS
from directory.hours import Hours, Opening, State
from directory.hours_grammar import Spot
from directory.snapshot import Moment, Numbers, Snapshot
from directory.when import When
from directory.zones import zone_of

# Places of an array of states.
STATES = tuple(State)
OPEN, CLOSED = STATES.index(State.OPEN), STATES.index(State.CLOSED)


class Doors:
    """What hours say at one moment: thousands of services share a few hundred texts, and a minute many searches.

    Hours that follow the sun are read where the first service that has them is, minutes away from the others.
    """

    def __init__(self, snapshot: Snapshot, when: When, *, now: datetime, zone: str) -> None:
        self._snapshot = snapshot
        self._when, self._now, self._zone = when, now, zone
        self._known = snapshot.openings.at(when, now, zone)

    def opening(self, row: int) -> Opening:
        """What is known of a service at the moment asked."""
        snapshot = self._snapshot
        closed = row if row in snapshot.tables.closures else -1
        key = (int(snapshot.hours[row]), int(snapshot.departements[row]), closed)
        known = self._known.openings.get(key)
        if known is None:
            known = self._known.openings[key] = self.hours(row).during(self._when, self._now)
        return known

    def states(self, rows: Numbers) -> NDArray[np.int8]:
        """The state of services at the moment asked, as places of `STATES`: the one that `opening` gives."""
        known, snapshot = self._table(), self._snapshot
        texts, spots = snapshot.hours[rows], known.spots[snapshot.departements[rows]]
        found = known.states[texts, spots]
        for place in (found < 0).nonzero()[0].tolist():
            at = int(texts[place]), int(spots[place])
            if known.states[at] < 0:
                known.states[at] = self._state(int(rows[place]), closures=False)
            found[place] = known.states[at]
        closed = snapshot.tables.closures
        if closed:
            for place in np.isin(rows, np.fromiter(closed, np.int32, len(closed))).nonzero()[0].tolist():
                found[place] = self._state(int(rows[place]), closures=True)
        return found

    def _table(self) -> Moment:
        """Départements that share a clock and holidays share what their hours say."""
        known, tables = self._known, self._snapshot.tables
        if not len(known.spots):
            numbers: dict[Spot, int] = {}
            spots = [numbers.setdefault(self._spot_of(name), len(numbers)) for name in tables.departements]
            known.spots = np.array(spots, np.int32)
            known.states = np.full((len(tables.hours), len(numbers)), -1, np.int8)
        return known

    def _state(self, row: int, *, closures: bool) -> int:
        return STATES.index(self.hours(row, closures=closures).state(self._when, self._now))

    def hours(self, row: int, *, closures: bool = True) -> Hours:
        """The hours of a service, where it is; `closures`: with its temporary closures."""
        tables = self._snapshot.tables
        text = tables.hours[int(self._snapshot.hours[row])]
        return Hours(text or None, self._spot(row), tables.closures.get(row, ()) if closures else ())

    def _spot_of(self, departement: str) -> Spot:
        """Where hours are read, but for the sun."""
        zone = zone_of(departement) if departement else self._zone
        return Spot(zone, None, None, departement if departement in OWN_HOLIDAYS else None)

    def _spot(self, row: int) -> Spot:
        snapshot = self._snapshot
        spot = self._spot_of(snapshot.tables.departements[int(snapshot.departements[row])])
        latitude, longitude = float(snapshot.latitude[row]), float(snapshot.longitude[row])
        return spot if isnan(latitude) else Spot(spot.zone, latitude, longitude, spot.departement)
