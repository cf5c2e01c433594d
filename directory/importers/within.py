"""Rows of one's territory: those of others are set aside, and never written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from directory.importers.missing import Scope
from directory.importers.places import Resolve
from directory.importers.records import Reason, Refused, Row
from directory.tables import SERVICES, STRUCTURES

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Within:
    """What may be written. `scope`: where; `resolve`: which commune an address speaks of."""

    connection: Connection
    scope: Scope
    resolve: Resolve

    def keep(self, found: Iterable[Row | Refused]) -> Iterator[Row | Refused]:
        """The same rows, those that are not of the territory refused: by what they say, or by what is held of them.

        A structure whose services are refused goes without saying. A structure of elsewhere is added when a service of
        the territory needs it, and never changed.
        """
        if self.scope.departements is None:
            yield from found
            return
        rows = list(found)
        services = [row for row in rows if isinstance(row, Row) and row.table == "service"]
        held = self._held_services([row.id for row in services])
        why = {id(row): self._why(row, held) for row in services}
        needed = {str(row.values["structure_id"]) for row in services if not why[id(row)]}
        why |= self._structures([row for row in rows if isinstance(row, Row) and row.table == "structure"], needed)
        told = {str(row.values["structure_id"]) for row in services if why[id(row)]}
        for row in rows:
            reason = why.get(id(row))
            if reason and row.table == "structure" and row.spot.id in told:
                continue
            yield Refused(row.table, row.spot, reason, _name(row)) if reason and isinstance(row, Row) else row

    def _why(self, row: Row, held: Mapping[str, str | None]) -> Reason | None:
        place = row.values["place"]
        if not self.scope.holds(None if place is None else str(place)):
            return Reason.NOWHERE if place is None else Reason.ELSEWHERE
        return None if self.scope.holds(held.get(row.id, str(place))) else Reason.ELSEWHERE

    def _structures(self, rows: list[Row], needed: set[str]) -> dict[int, Reason | None]:
        held = self._held_structures([row.id for row in rows])
        return {id(row): self._why_structure(row, held, needed) for row in rows}

    def _why_structure(self, row: Row, held: Mapping[str, bool], needed: set[str]) -> Reason | None:
        if row.id in held:
            return None if held[row.id] else Reason.ELSEWHERE
        place = self._place(row.values)
        if row.id in needed or self.scope.holds(place):
            return None
        return Reason.NOWHERE if place is None else Reason.ELSEWHERE

    def _place(self, values: Mapping[str, Any]) -> str | None:
        names = ("code_insee", "code_postal", "commune", "latitude", "longitude")
        found = self.resolve(*(values.get(name) for name in names))
        return found.code if found else None

    def _held_services(self, ids: list[str]) -> dict[str, str | None]:
        """Where the services are that the directory holds, by id."""
        found: dict[str, str | None] = {}
        for some in _cut(ids):
            query = select(SERVICES.c.id, SERVICES.c.place).where(
                SERVICES.c.id.in_(some), SERVICES.c.fictional.is_(False)
            )
            found |= {row.id: row.place for row in self.connection.execute(query)}
        return found

    def _held_structures(self, ids: list[str]) -> dict[str, bool]:
        """Whether the structures that the directory holds are of the territory: they, or all their services."""
        found: dict[str, bool] = {}
        for some in _cut(ids):
            query = select(STRUCTURES).where(STRUCTURES.c.id.in_(some), STRUCTURES.c.fictional.is_(False))
            for row in self.connection.execute(query).mappings():
                place = self._place({**row})
                found[row["id"]] = self.scope.holds(place) if place else self._serves(row["id"])
        return found

    def _serves(self, structure: str) -> bool:
        places = list(self.connection.scalars(select(SERVICES.c.place).where(SERVICES.c.structure_id == structure)))
        return bool(places) and all(self.scope.holds(place) for place in places)


def _name(row: Row) -> str:
    said = (str(row.values.get(name) or "") for name in ("nom", "commune"))
    return ", ".join(part for part in said if part)


def _cut(ids: list[str]) -> Iterator[list[str]]:
    return (ids[first : first + _BATCH] for first in range(0, len(ids), _BATCH))
