"""Which services of the directory are to be looked at again, and why. The rows are read, nothing is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.engine import Connection

from directory import phones, tables
from directory.links import usable
from directory.phones import Cost
from directory.quality import Quality, quality

_SERVICE: Table = tables.Service.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
_STRUCTURE: Table = tables.Structure.__table__  # type: ignore[attr-defined]  # idem
# Days without a check.
OLD, AGEING = 365, 180
_BATCH = 2_000


class Concern(StrEnum):
    """Why a service is to be looked at, the gravest first."""

    REPORTED = "reported"
    """Somebody said that something is wrong."""
    UNANSWERED = "unanswered"
    """Whoever is in charge of it was asked twice, and does not answer."""
    OLD = "old"
    """Not checked for more than twelve months."""
    AGEING = "ageing"
    """Not checked for more than six months."""
    SILENT = "silent"
    """Without hours, nor its structure."""
    INCOMPLETE = "incomplete"
    """It fails a criterion of data·inclusion (`directory.quality`)."""
    PREMIUM = "premium"
    """Its telephone costs more than a call."""
    BROKEN = "broken"
    """A link that nobody can open."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One service to look at. `place`: INSEE code; `updated`: its last check."""

    id: str
    place: str
    structure: str
    name: str
    updated: date
    concerns: tuple[Concern, ...]
    quality: Quality


def review(
    connection: Connection,
    places: Collection[str],
    *,
    today: date,
    reported: Collection[str] = (),
    unanswered: Collection[str] = (),
) -> list[Reviewed]:
    """Those of some communes, by commune and name. `reported`: the ids of services that people complained of.

    `unanswered`: of those about which whoever is in charge does not answer.
    """
    found = []
    for row in _rows(connection, places):
        made = quality(row, today=today)
        said = [Concern.REPORTED] if row["id"] in reported else []
        said += [Concern.UNANSWERED] if row["id"] in unanswered else []
        if concerns := (*said, *_concerns(row, made, today)):
            told = (row["id"], row["place"], row["structure_nom"], row["nom"], row["date_maj"])
            found.append(Reviewed(*told, concerns, made))
    return sorted(found, key=lambda each: (each.place, each.structure, each.name, each.id))


def _rows(connection: Connection, places: Collection[str]) -> Iterator[dict[str, Any]]:
    names = ("nom", "horaires_accueil", "telephone", "site_web")
    more = [_STRUCTURE.c[name].label(f"structure_{name}") for name in names]
    asked = select(_SERVICE, *more).join_from(_SERVICE, _STRUCTURE)
    wanted = sorted(places)
    for start in range(0, len(wanted), _BATCH):
        here = asked.where(_SERVICE.c.place.in_(wanted[start : start + _BATCH]), _SERVICE.c.withdrawn_on.is_(None))
        for row in connection.execution_options(yield_per=_BATCH).execute(here).mappings():
            yield {str(name): value for name, value in row.items()}


def _concerns(row: Mapping[str, Any], made: Quality, today: date) -> Iterator[Concern]:
    age = (today - row["date_maj"]).days
    if age > AGEING:
        yield Concern.OLD if age > OLD else Concern.AGEING
    if not (row["horaires_accueil"] or row["structure_horaires_accueil"]):
        yield Concern.SILENT
    if made.failed:
        yield Concern.INCOMPLETE
    numbers = phones.kept(row["telephone"] or row["structure_telephone"])
    if any(phone.cost is Cost.PREMIUM for phone in numbers):
        yield Concern.PREMIUM
    links = (row["lien_mobilisation"], row["lien_source"], row["structure_site_web"])
    if any(link and not usable(link) for link in links):
        yield Concern.BROKEN
