"""What a result says, and what the search needs to know: read from the directory's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, Text, and_, bindparam, cast, func, select

from directory import phones, tables
from directory.flags import HIDDEN_PLACE, Flag
from directory.phones import Phone

_STRUCTURE: Table = tables.Structure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
_SERVICE: Table = tables.Service.__table__  # type: ignore[attr-defined]  # idem
_CLOSURE: Table = tables.Closure.__table__  # type: ignore[attr-defined]  # idem

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service as a result shows it.

    What the service does not say is its structure's: telephone, e-mail, address, link.
    `address`, `latitude` and `longitude` (degrees) are None when where it is must not be shown (DISCREET,
    PROFESSIONALS_ONLY, or beside a DISCREET one), whatever the directory holds. `place`: INSEE code.
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
    conditions: str | None
    fees: str | None
    """`gratuit`, `payant` or None when unknown."""
    fees_details: str | None
    publics: tuple[str, ...]
    publics_details: str | None
    updated: date
    hours: str | None
    """As written (OSM), its own, else its structure's; whether it is open is the search's affair, with closures."""
    source: str


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
    name: str
    structure_name: str
    description: str


def read_services(connection: Connection, ids: Iterable[str]) -> dict[str, ServiceRow]:
    """The services of these ids, in their order, those that still exist."""
    wanted = list(ids)
    if not wanted:
        return {}
    found = {row.id: _card(row) for row in connection.execute(_CARDS, {"ids": wanted})}
    return {service_id: found[service_id] for service_id in wanted if service_id in found}


def read_index(connection: Connection) -> Iterator[Indexed]:
    """All services, streamed; lists that are equal are mostly shared in memory."""
    for row in connection.execution_options(yield_per=_BATCH).execute(_INDEX):
        service_id, structure_id, needs, place, latitude, longitude, flags, publics, hours, zone, *said = row
        yield Indexed(
            service_id,
            structure_id,
            _list(needs),
            place,
            latitude,
            longitude,
            flags,
            _list(publics),
            hours,
            _list(zone),
            *said,
        )


def count(connection: Connection) -> int:
    """How many services the directory holds."""
    return connection.scalar(select(func.count()).select_from(_SERVICE).where(_SERVICE.c.withdrawn_on.is_(None))) or 0


def _index() -> Select[Any]:
    service = _SERVICE.c
    return (
        select(
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
            service.nom,
            _STRUCTURE.c.nom,
            service.description,
        )
        .join_from(_SERVICE, _STRUCTURE)
        .where(service.withdrawn_on.is_(None))
    )


_OWN = (
    "id nom description structure_id flags fictional place place_latitude place_longitude adresse complement_adresse "
    "code_postal commune telephone courriel lien_mobilisation lien_source conditions_acces frais frais_precisions "
    "publics_precisions date_maj horaires_accueil source"
)
_FALLBACKS = "nom adresse complement_adresse code_postal commune telephone courriel horaires_accueil"


def _shelters() -> ColumnElement[bool]:
    """Whether a service for victims is at the very address of this one, which would tell where it is."""
    other = _SERVICE.alias("other")
    here = func.coalesce(_SERVICE.c.adresse, _STRUCTURE.c.adresse, "")
    there = func.coalesce(other.c.adresse, _STRUCTURE.c.adresse, "")
    discreet = other.c.flags.bitwise_and(int(Flag.DISCREET)) != 0
    same = and_(other.c.structure_id == _SERVICE.c.structure_id, there == here, discreet)
    return select(other.c.id).where(same).correlate(_SERVICE, _STRUCTURE).exists()


def _cards() -> Select[Any]:
    """Only what a card shows; lists as text, read once for all services that share them."""
    return (
        select(
            _shelters().label("shelters"),
            *(_SERVICE.c[name] for name in _OWN.split()),
            cast(_SERVICE.c.needs, Text).label("needs"),
            cast(_SERVICE.c.publics, Text).label("publics"),
            *(_STRUCTURE.c[name].label(f"structure_{name}") for name in _FALLBACKS.split()),
            _STRUCTURE.c.site_web,
        )
        .join_from(_SERVICE, _STRUCTURE)
        .where(_SERVICE.c.id.in_(bindparam("ids", expanding=True)), _SERVICE.c.withdrawn_on.is_(None))
    )


@lru_cache(maxsize=1024)
def _list(written: str | None) -> tuple[str, ...]:
    return tuple(json.loads(written) or ()) if written else ()


_CARDS = _cards()
_INDEX = _index()


def _card(row: Row[Any]) -> ServiceRow:
    flags = Flag(row.flags)
    hidden = bool(flags & HIDDEN_PLACE) or row.shelters
    own = bool(row.adresse or row.commune or row.code_postal)
    return ServiceRow(
        id=row.id,
        name=row.nom,
        description=row.description,
        structure_id=row.structure_id,
        structure_name=row.structure_nom,
        needs=_list(row.needs),
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
        conditions=row.conditions_acces,
        fees=row.frais,
        fees_details=row.frais_precisions,
        publics=_list(row.publics),
        publics_details=row.publics_precisions,
        updated=row.date_maj,
        hours=row.horaires_accueil or row.structure_horaires_accueil,
        source=row.source,
    )
