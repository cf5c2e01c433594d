"""Openings of the services that one search meets, each distinct one worked out once."""

from __future__ import annotations

from datetime import datetime
from math import isnan

from directory.hours import Hours, Opening
from directory.hours_grammar import Spot
from directory.snapshot import Snapshot
from directory.when import When
from directory.zones import zone_of


class Doors:
    """Remembers, for one search, what hours say at one moment: thousands of services share a few hundred texts."""

    def __init__(self, snapshot: Snapshot, when: When, *, now: datetime, zone: str) -> None:
        self._snapshot = snapshot
        self._when, self._now, self._zone = when, now, zone
        self._known: dict[tuple[int, int, int], Opening] = {}

    def opening(self, row: int) -> Opening:
        """What is known of a service at the moment asked."""
        snapshot, tables = self._snapshot, self._snapshot.tables
        text, departement = int(snapshot.hours[row]), int(snapshot.departements[row])
        key = (text, departement, row if row in tables.closures else -1)
        known = self._known.get(key)
        if known is None:
            hours = Hours(tables.hours[text] or None, self._spot(row), tables.closures.get(row, ()))
            known = self._known[key] = hours.during(self._when, self._now)
        return known

    def _spot(self, row: int) -> Spot:
        snapshot = self._snapshot
        departement = snapshot.tables.departements[int(snapshot.departements[row])]
        latitude, longitude = float(snapshot.latitude[row]), float(snapshot.longitude[row])
        zone = zone_of(departement) if departement else self._zone
        if isnan(latitude):
            return Spot(zone, None, None, departement or None)
        return Spot(zone, latitude, longitude, departement or None)
