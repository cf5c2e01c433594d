"""What a result says, and what the search needs to know: read from the directory's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, Table, Text, cast, func, or_, select

from directory import phones, tables
from directory.flags import Flag
from directory.hours import Closed
from directory.phones import Phone

_STRUCTURE: Table = tables.Structure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
_SERVICE: Table = tables.Service.__table__  # type: ignore[attr-defined]  # idem
_CLOSURE: Table = tables.Closure.__table__  # type: ignore[attr-defined]  # idem

_HIDDEN_PLACE = Flag.DISCREET | Flag.PROFESSIONALS_ONLY
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service as a result shows it.

    What the service does not say is its structure's: telephone, e-mail, address, hours, link.
    `address`, `latitude` and `longitude` (degrees) are None when where it is must not be shown (DISCREET,
    PROFESSIONALS_ONLY), whatever the directory holds. `hours`: OSM syntax, unchecked. `place`: INSEE code.
    """

    id: str
    name: str
    description: str
    structure_id: str
    structure_name: str
    needs: tuple[str, ...]
    flags: Flag
    fictional: bool
    place: str | None
    address: str | None
    address_details: str | None
    postal_code: str | None
    commune: str | None
    latitude: float | None
    longitude: float | None
    phones: tuple[Phone, ...]
    email: str | None
    website: str | None
    link: str | None
    """Where the service itself is asked for or described."""
    accessibility: str | None
    """The page of Acceslibre that describes the place: what it says is not known here."""
    hours: str | None
    closures: tuple[Closed, ...]
    conditions: str | None
    fees: str | None
    """`gratuit`, `payant` or None when unknown."""
    fees_details: str | None
    publics: tuple[str, ...]
    publics_details: str | None
    asked_by: tuple[str, ...]
    asked_how: tuple[str, ...]
    asked_details: str | None
    updated: date


class Indexed(NamedTuple):
    """What the database holds of a service for the search. `hours`: its own, else its structure's."""

    id: str
    structure_id: str
    needs: tuple[str, ...]
    place: str | None
    latitude: float | None
    longitude: float | None
    flags: int
    publics: tuple[str, ...]
    hours: str | None
    zone: tuple[str, ...]


def read_services(
    connection: Connection, ids: Iterable[str], *, first_day: date, last_day: date
) -> dict[str, ServiceRow]:
    """The services of these ids, those that still exist, with the closures that overlap the days given."""
    wanted = list(ids)
    if not wanted:
        return {}
    rows = connection.execute(_CARDS.where(_SERVICE.c.id.in_(wanted))).all()
    closures = _closures(connection, rows, first_day=first_day, last_day=last_day)
    found = {row.id: _card(row, closures.get(row.id, ())) for row in rows}
    return {service_id: found[service_id] for service_id in wanted if service_id in found}


def read_index(connection: Connection) -> Iterator[Indexed]:
    """All services, streamed; equal lists of needs, publics and zones are shared in memory."""
    shared: dict[str, tuple[str, ...]] = {}

    def read(written: str | None) -> tuple[str, ...]:
        if written is None:
            return ()
        if written not in shared:
            shared[written] = tuple(json.loads(written) or ())
        return shared[written]

    for row in connection.execution_options(yield_per=_BATCH).execute(_INDEX):
        service_id, structure_id, needs, place, latitude, longitude, flags, publics, hours, zone = row
        yield Indexed(
            service_id, structure_id, read(needs), place, latitude, longitude, flags, read(publics), hours, read(zone)
        )


def count(connection: Connection) -> int:
    """How many services the directory holds."""
    return connection.scalar(select(func.count()).select_from(_SERVICE)) or 0


def _index() -> Select[Any]:
    service = _SERVICE.c
    return select(
        service.id,
        service.structure_id,
        cast(service.needs, Text),
        service.place,
        service.place_latitude,
        service.place_longitude,
        service.flags,
        cast(service.publics, Text),
        func.coalesce(service.horaires_accueil, _STRUCTURE.c.horaires_accueil),
        cast(service.zone_eligibilite, Text),
    ).join_from(_SERVICE, _STRUCTURE)


def _cards() -> Select[Any]:
    fallbacks = ("adresse", "complement_adresse", "code_postal", "commune", "telephone", "courriel", "horaires_accueil")
    of_structure = [_STRUCTURE.c[name].label(f"structure_{name}") for name in ("nom", *fallbacks)]
    return select(
        *(column for column in _SERVICE.c if column.name not in ("digest", "thematiques")),
        *of_structure,
        _STRUCTURE.c.site_web,
        _STRUCTURE.c.accessibilite_lieu,
    ).join_from(_SERVICE, _STRUCTURE)


_CARDS = _cards()
_INDEX = _index()


def _closures(
    connection: Connection, rows: Iterable[Row[Any]], *, first_day: date, last_day: date
) -> dict[str, tuple[Closed, ...]]:
    by_structure: dict[str, list[str]] = {}
    for row in rows:
        by_structure.setdefault(row.structure_id, []).append(row.id)
    ids = [service_id for group in by_structure.values() for service_id in group]
    query = select(_CLOSURE).where(
        or_(_CLOSURE.c.service_id.in_(ids), _CLOSURE.c.structure_id.in_(list(by_structure))),
        _CLOSURE.c.first_day <= last_day,
        _CLOSURE.c.last_day >= first_day,
    )
    found: dict[str, tuple[Closed, ...]] = {}
    for row in connection.execute(query.order_by(_CLOSURE.c.first_day)):
        closed = Closed(row.first_day, row.last_day, row.message)
        for service_id in [row.service_id] if row.service_id else by_structure[row.structure_id]:
            found[service_id] = (*found.get(service_id, ()), closed)
    return found


def _card(row: Row[Any], closures: tuple[Closed, ...]) -> ServiceRow:
    flags = Flag(row.flags)
    hidden = bool(flags & _HIDDEN_PLACE)
    own = bool(row.adresse or row.commune or row.code_postal)
    return ServiceRow(
        id=row.id,
        name=row.nom,
        description=row.description,
        structure_id=row.structure_id,
        structure_name=row.structure_nom,
        needs=tuple(row.needs),
        flags=flags,
        fictional=row.fictional,
        place=row.place,
        address=None if hidden else (row.adresse if own else row.structure_adresse),
        address_details=None if hidden else (row.complement_adresse if own else row.structure_complement_adresse),
        postal_code=row.code_postal if own else row.structure_code_postal,
        commune=row.commune if own else row.structure_commune,
        latitude=None if hidden else row.place_latitude,
        longitude=None if hidden else row.place_longitude,
        phones=phones.kept(row.telephone or row.structure_telephone),
        email=row.courriel or row.structure_courriel,
        website=row.site_web,
        link=row.lien_mobilisation or row.lien_source,
        accessibility=None if hidden else row.accessibilite_lieu,
        hours=row.horaires_accueil or row.structure_horaires_accueil,
        closures=closures,
        conditions=row.conditions_acces,
        fees=row.frais,
        fees_details=row.frais_precisions,
        publics=tuple(row.publics or ()),
        publics_details=row.publics_precisions,
        asked_by=tuple(row.mobilisable_par or ()),
        asked_how=tuple(row.modes_mobilisation or ()),
        asked_details=row.mobilisation_precisions,
        updated=row.date_maj,
    )
