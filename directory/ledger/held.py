"""A service as an editor reads it: its own fields, what its structure says in their place, what was corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Select, select

from directory import phones
from directory.ledger import corrections
from directory.tables import CLOSURES, SERVICES, STRUCTURES
from directory.words import words


@dataclass(frozen=True, slots=True)
class Shut:
    """A temporary closure, days included; `id`: its number."""

    id: int
    first_day: date
    last_day: date
    message: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """A service and what can be corrected of it. `place`: INSEE code; `corrected`: columns that editors hold.

    `point`: latitude and longitude in degrees; `exact`: somebody gave it, it is not the middle of the commune.
    """

    id: str
    name: str
    structure_id: str
    structure: str
    description: str
    source: str
    place: str | None
    commune: str | None
    address: str | None
    town: str
    point: tuple[float, float] | None
    exact: bool
    phones: str
    mail: str | None
    link: str | None
    hours: str | None
    fees: str | None
    conditions: str | None
    updated: date
    withdrawn_on: date | None
    corrected: tuple[str, ...]
    closures: tuple[Shut, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A service in a list."""

    id: str
    name: str
    commune: str | None


def held(connection: Connection, service_id: str) -> Held | None:
    """A service by its id, withdrawn ones included; None when there is none."""
    row = connection.execute(_ONE.where(SERVICES.c.id == service_id)).mappings().one_or_none()
    if row is None:
        return None
    service, structure = (
        {name[2:]: value for name, value in row.items() if name.startswith(side)} for side in ("s_", "t_")
    )
    own = bool(service["adresse"] or service["commune"] or service["code_postal"])
    where = service if own else structure
    kept = corrections.of_rows(connection, "service", [service_id]).get(service_id, ())
    at = (service["place_latitude"], service["place_longitude"])
    return Held(
        id=service_id,
        name=service["nom"],
        structure_id=structure["id"],
        structure=structure["nom"],
        description=service["description"],
        source=service["source"],
        place=service["place"],
        commune=where["commune"],
        address=where["adresse"],
        town=" ".join(part for part in (where["code_postal"], where["commune"]) if part),
        point=at if None not in at else None,
        exact=at in ((one["latitude"], one["longitude"]) for one in (service, structure)),
        phones=" / ".join(phone.shown for phone in phones.kept(service["telephone"] or structure["telephone"])),
        mail=service["courriel"] or structure["courriel"],
        link=service["lien_mobilisation"] or service["lien_source"],
        hours=service["horaires_accueil"] or structure["horaires_accueil"],
        fees=" – ".join(part for part in (service["frais"], service["frais_precisions"]) if part),
        conditions=service["conditions_acces"],
        updated=service["date_maj"],
        withdrawn_on=service["withdrawn_on"],
        corrected=tuple(one.field for one in kept),
        closures=closures_of(connection, service_id, structure["id"]),
    )


def names_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The names of some services, withdrawn ones included, by id."""
    rows = connection.execute(select(SERVICES.c.id, SERVICES.c.nom).where(SERVICES.c.id.in_(list(ids))))
    return {row.id: row.nom for row in rows}


def named(
    connection: Connection, wanted: Iterable[str], *, keep: Callable[[str | None], bool], most: int
) -> list[Named]:
    """The first services whose name, structure or commune hold all the folded words; `keep`: of which communes."""
    asked = frozenset(wanted)
    query = select(SERVICES.c.id, SERVICES.c.nom, SERVICES.c.commune, SERVICES.c.place, STRUCTURES.c.nom.label("whose"))
    found: list[Named] = []
    if not asked:
        return found
    for row in connection.execution_options(yield_per=2000).execute(query.join_from(SERVICES, STRUCTURES)):
        if keep(row.place) and asked <= set(words(f"{row.nom} {row.whose} {row.commune or ''}")):
            found.append(Named(row.id, row.nom, row.commune))
            if len(found) == most:
                break
    return found


def closures_of(connection: Connection, service_id: str, structure_id: str) -> tuple[Shut, ...]:
    """The temporary closures of a service and of its structure, by first day, those that are over too."""
    closing = (CLOSURES.c.service_id == service_id) | (CLOSURES.c.structure_id == structure_id)
    rows = connection.execute(select(CLOSURES).where(closing).order_by(CLOSURES.c.first_day))
    return tuple(Shut(row.id, row.first_day, row.last_day, row.message) for row in rows)


def _one() -> Select[tuple[object, ...]]:
    service = (column.label(f"s_{column.name}") for column in SERVICES.columns)
    structure = (column.label(f"t_{column.name}") for column in STRUCTURES.columns)
    return select(*service, *structure).join_from(SERVICES, STRUCTURES)


_ONE = _one()
