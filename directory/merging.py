"""What a search shows once though several sources tell it: for each place and need, the service that says most.

Nothing is deleted: the others keep their rows, and come back alone when the first leaves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from directory.flags import Flag
from directory.tables import SERVICES, STRUCTURES
from directory.twins import Told, twins

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Merged:
    """`silenced`: needs of a service, by its id, for which another one is shown; `also`: the other sources that tell
    a service that is shown.
    """

    silenced: Mapping[str, frozenset[str]] = field(default_factory=dict)
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class _Service(NamedTuple):
    """`rank`: the one that says most comes first."""

    rank: tuple[bool, bool, int, str]
    id: str
    source: str
    reach: int
    needs: tuple[str, ...]


def merged(connection: Connection) -> Merged:
    """Compare the places of all sources; nothing when there is only one."""
    if (connection.scalar(select(func.count(STRUCTURES.c.source.distinct()))) or 0) < 2:
        return Merged()
    groups = twins(_told(connection))
    silenced: defaultdict[str, set[str]] = defaultdict(set)
    also: defaultdict[str, set[str]] = defaultdict(set)
    for services in _services(connection, groups).values():
        for need in {need for one in services for need in one.needs}:
            for reach in {one.reach for one in services}:
                alike = sorted(one for one in services if need in one.needs and one.reach == reach)
                _show_the_first(alike, need, silenced, also)
    return Merged(
        {name: frozenset(needs) for name, needs in silenced.items()},
        {name: tuple(sorted(sources)) for name, sources in also.items()},
    )


def _show_the_first(
    alike: list[_Service], need: str, silenced: Mapping[str, set[str]], also: Mapping[str, set[str]]
) -> None:
    """Those of the same source as the first are told apart by it, and stay."""
    for other in alike[1:]:
        if other.source != alike[0].source:
            silenced[other.id].add(need)
            also[alike[0].id].add(other.source)


def known_already(connection: Connection, services: Collection[str], known: Collection[str]) -> frozenset[str]:
    """Those of some services whose place is that of a known one, told by another source under another id."""
    of = SERVICES.c
    asked = select(of.id, of.structure_id).where(of.id.in_([*services, *known]))
    structure_of = {row.id: row.structure_id for row in connection.execute(asked)}
    groups = twins(_told(connection, frozenset(structure_of.values())))
    there = {structure for one in known if (structure := structure_of.get(one))}
    return frozenset(
        one
        for one in services
        if (structure := structure_of.get(one)) and there.intersection(groups.get(structure, ())) - {structure}
    )


def _told(connection: Connection, some: Collection[str] | None = None) -> list[Told]:
    """Every structure, or some, at the commune of its services."""
    place = select(func.min(SERVICES.c.place)).where(SERVICES.c.structure_id == STRUCTURES.c.id).scalar_subquery()
    of = STRUCTURES.c
    query = select(of.id, of.source, of.nom, place, of.siret, of.adresse, of.telephone, of.latitude, of.longitude)
    if some is not None:
        query = query.where(of.id.in_(list(some)))
    return [
        Told(*row[:7], point=None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude))
        for row in connection.execute(query)
    ]


def _services(connection: Connection, groups: Mapping[str, tuple[str, ...]]) -> dict[str, list[_Service]]:
    """The services of each group, under its first structure."""
    found: defaultdict[str, list[_Service]] = defaultdict(list)
    of, structures = SERVICES.c, sorted(groups)
    for first in range(0, len(structures), _BATCH):
        some = structures[first : first + _BATCH]
        query = select(
            of.id, of.source, of.structure_id, of.needs, of.flags, of.date_maj, of.horaires_accueil, of.telephone
        ).where(of.structure_id.in_(some), of.withdrawn_on.is_(None))
        for row in connection.execute(query):
            rank = (not row.horaires_accueil, not row.telephone, -_days(row.date_maj), row.id)
            reach = row.flags & int(Flag.ON_SITE | Flag.REMOTE | Flag.PROFESSIONALS_ONLY | Flag.DISCREET)
            service = _Service(rank, row.id, row.source, reach, tuple(row.needs))
            found[groups[row.structure_id][0]].append(service)
    return found


def _days(day: date) -> int:
    return day.toordinal()
