"""Which services may be shown to a person: those for people like them, and for people from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.flags import Flag
from directory.snapshot import NO_ZONE, WHOLE_COUNTRY, Numbers, Snapshot

Kept = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Filters:
    """The bits of the person's publics (None: not told) and the sets of zones they belong to (None: not told)."""

    snapshot: Snapshot
    publics: int | None
    zones: Kept | None

    def keep(self, rows: Numbers) -> Kept | None:
        """Which rows may be shown; None for all. EVERYONE and EVERYWHERE services always may."""
        public, zone = self.public(rows), self.zone(rows)
        if public is None or zone is None:
            return zone if public is None else public
        return public & zone

    def public(self, rows: Numbers) -> Kept | None:
        """Which rows are for people like this one."""
        if self.publics is None:
            return None
        everyone = self.snapshot.flags[rows] & int(Flag.EVERYONE)
        named = self.snapshot.publics[rows] & np.uint32(self.publics)
        kept: Kept = np.logical_or(everyone, named)
        return kept

    def zone(self, rows: Numbers) -> Kept | None:
        """Which rows are for people from this place."""
        return None if self.zones is None else self.zones[self.snapshot.zones[rows]]


def filters_for(snapshot: Snapshot, *, publics: Iterable[str], codes: Iterable[str]) -> Filters:
    """The filters of a person: publics of data·inclusion, codes of their place (commune, EPCI, département)."""
    told = frozenset(publics) - {"tous-publics"}
    return Filters(snapshot, snapshot.public_mask(told) if told else None, _zones(snapshot, frozenset(codes)))


def _zones(snapshot: Snapshot, codes: frozenset[str]) -> Kept | None:
    if not codes:
        return None
    allowed = np.zeros(len(snapshot.tables.zones), np.bool_)
    allowed[[NO_ZONE, WHOLE_COUNTRY]] = True
    for code in codes:
        if (numbers := snapshot.zones_by_code.get(code)) is not None:
            allowed[numbers] = True
    return allowed
