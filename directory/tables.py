"""The directory as rows: structures and services, close to data·inclusion v1, with what we add."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, Column, DateTime, Index, Table
from sqlmodel import Field, SQLModel


class Structure(SQLModel, table=True):
    """An organisation at a place (data·inclusion v1 `Structure`)."""

    id: str = Field(primary_key=True)
    source: str = Field(index=True)
    nom: str
    date_maj: date
    description: str | None = None
    lien_source: str | None = None
    siret: str | None = None
    commune: str | None = None
    code_postal: str | None = None
    code_insee: str | None = None
    adresse: str | None = None
    complement_adresse: str | None = None
    longitude: float | None = None
    latitude: float | None = None
    telephone: str | None = None
    courriel: str | None = None
    site_web: str | None = None
    horaires_accueil: str | None = None
    accessibilite_lieu: str | None = None
    reseaux_porteurs: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))

    digest: bytes
    """SHA-256 of the fields as imported: the same row imported twice changes nothing."""
    fictional: bool = False
    """Invented for demonstration; said on every result and replaced by the first real import."""
    added_in: int | None = None
    """The run of `directory.ledger` that brought it; None when none did, or nobody knows."""


class Service(SQLModel, table=True):
    """What a structure offers (data·inclusion v1 `Service`)."""

    __table_args__ = (Index("ix_service_structure_id", "structure_id"),)

    id: str = Field(primary_key=True)
    source: str = Field(index=True)
    structure_id: str = Field(foreign_key="structure.id")
    nom: str
    description: str
    lien_source: str | None = None
    date_maj: date
    type: str | None = None
    thematiques: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    frais: str | None = None
    frais_precisions: str | None = None
    publics: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    publics_precisions: str | None = None
    conditions_acces: str | None = None
    commune: str | None = None
    code_postal: str | None = None
    code_insee: str | None = None
    adresse: str | None = None
    complement_adresse: str | None = None
    longitude: float | None = None
    latitude: float | None = None
    telephone: str | None = None
    courriel: str | None = None
    modes_accueil: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    zone_eligibilite: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    contact_nom_prenom: str | None = None
    lien_mobilisation: str | None = None
    modes_mobilisation: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    mobilisable_par: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    mobilisation_precisions: str | None = None
    volume_horaire_hebdomadaire: float | None = None
    nombre_semaines: int | None = None
    horaires_accueil: str | None = None

    digest: bytes
    fictional: bool = False
    needs: list[str] = Field(sa_column=Column(JSON, nullable=False))
    """Identifiers of our own needs that the service answers (`directory.needs`)."""
    place: str | None = Field(default=None, index=True)
    """INSEE code of the commune or arrondissement, once resolved; None when nothing tells."""
    place_latitude: float | None = None
    place_longitude: float | None = None
    """Degrees (WGS 84): the service's own, mended, else its structure's, else the commune's."""
    flags: int = 0
    """Bits of `directory.flags.Flag`."""
    added_in: int | None = None
    """As for a structure."""
    withdrawn_on: date | None = None
    """Since when an editor keeps it from being shown, whatever its source says."""


class Closure(SQLModel, table=True):
    """A temporary closure of a service or of all the services of a structure, days included.

    Nothing holds it to its row: what an editor closed waits there when an import takes the row out and brings it again.
    """

    id: int | None = Field(default=None, primary_key=True)
    structure_id: str | None = Field(default=None, index=True)
    service_id: str | None = Field(default=None, index=True)
    first_day: date
    last_day: date
    message: str | None = None
    source: str | None = None
    """The source that tells it; None: an editor."""


class DirectoryState(SQLModel, table=True):
    """One row (id 1): the version grows with every change, so that snapshots know they are old."""

    __tablename__ = "directory_state"

    id: int = Field(default=1, primary_key=True)
    version: int = 0
    fictional: bool = False
    changed_at: datetime | None = Field(default=None, sa_column=Column(DateTime(timezone=True)))


STRUCTURES: Table = Structure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
SERVICES: Table = Service.__table__  # type: ignore[attr-defined]  # idem
CLOSURES: Table = Closure.__table__  # type: ignore[attr-defined]  # idem
