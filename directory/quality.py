"""How good the record of a service is, by the ten criteria of data·inclusion. Pure.

Source: `data_inclusion.schema.v1.score_qualite` of the official package, version 1.0. It is written again here because
the official one reads the clock of the machine; a test holds both equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

Record = Mapping[str, Any]
"""A service: fields of data·inclusion v1, absent or None when unknown."""

# Days: what is younger is fresh, what is older is worth nothing.
FRESH, WORTHLESS = 180, 730
# Sources whose dates say nothing of the record.
_DATELESS = ("agefiph", "france-travail")
_SHORT, _GOOD, _LONG = 50, 200, 2_000


class Criterion(StrEnum):
    """The official criteria, by their names."""

    ADDRESS = "adresse_bien_definie"
    MOBILISATION = "modes_mobilisation_bien_definis"
    PUBLIC = "au_moins_un_public"
    THEMATIQUE = "au_moins_une_thematique"
    CONTACT = "au_moins_un_moyen_de_contact"
    MAIL = "courriel_bien_defini"
    DATE = "date_maj_recente"
    FEES = "frais_bien_definis"
    DESCRIPTION = "description_bien_definie"
    PHONE = "telephone_bien_defini"


@dataclass(frozen=True, slots=True)
class Quality:
    """`score`: from 0 to 1. `criteria`: each from 0 to 1, None where it does not apply."""

    score: float
    criteria: Mapping[Criterion, float | None]

    @property
    def failed(self) -> tuple[Criterion, ...]:
        """What is missing altogether, the date aside."""
        return tuple(name for name, value in self.criteria.items() if value == 0 and name is not Criterion.DATE)


def quality(service: Record, *, today: date) -> Quality:
    """The quality of a service's record on a day: the mean of the criteria that apply."""
    criteria = {
        Criterion.ADDRESS: _address(service),
        Criterion.MOBILISATION: (bool(service.get("modes_mobilisation")) + bool(service.get("mobilisable_par"))) / 2,
        Criterion.PUBLIC: float(bool(service.get("publics"))),
        Criterion.THEMATIQUE: float(bool(service.get("thematiques"))),
        Criterion.CONTACT: float(any(service.get(name) for name in ("courriel", "lien_mobilisation", "telephone"))),
        Criterion.MAIL: _told(service, "envoyer-un-courriel", "courriel"),
        Criterion.DATE: _date(service, today),
        Criterion.FEES: _fees(service),
        Criterion.DESCRIPTION: _description(len(service.get("description") or "")),
        Criterion.PHONE: _told(service, "telephoner", "telephone"),
    }
    applied = [round(value, 2) for value in criteria.values() if value is not None]
    return Quality(round(sum(applied) / len(applied), 2), criteria)


def _address(service: Record) -> float | None:
    """Asked of what one goes to."""
    met = "en-presentiel" in (service.get("modes_accueil") or ())
    if not met and "se-presenter" not in (service.get("modes_mobilisation") or ()):
        return None
    return float(bool(service.get("adresse")))


def _told(service: Record, mode: str, field: str) -> float | None:
    """Asked of what says that one reaches it so."""
    return float(bool(service.get(field))) if mode in (service.get("modes_mobilisation") or ()) else None


def _date(service: Record, today: date) -> float | None:
    if service.get("source") in _DATELESS:
        return None
    updated = service.get("date_maj")
    if updated is None:
        return 0.0
    age = (today - updated).days
    return 1.0 if age < FRESH else max((WORTHLESS - age) / (WORTHLESS - FRESH), 0.0)


def _fees(service: Record) -> float:
    if service.get("frais") == "payant":
        return 1.0 if service.get("frais_precisions") else 0.5
    return float(service.get("frais") == "gratuit")


def _description(length: int) -> float:
    if length < _SHORT:
        return 0.0
    return 1.0 if _GOOD <= length < _LONG else 0.5
