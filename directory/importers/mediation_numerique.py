"""Places of médiation numérique: the national CSV of 32 columns, lists separated by `|`. Pure.

Format: https://github.com/LaMednum/standard-mediation-num (Licence Ouverte 2.0).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from directory.hours_prose import written
from directory.importers import picking
from directory.importers.raw import Parsed

SOURCE = "mediation-numerique"
NEEDED = ("id", "nom", "commune", "code_postal", "adresse", "services", "date_maj")
_CODES = Path(__file__).parent / "mediation_numerique.toml"
_NO_PUBLIC = "Ce lieu n'accueille pas de public"
_REMOTE = "À distance"
_PRESENTED = ("presentation_resume", "presentation_detail")
_ADDRESS = ("commune", "code_postal", "code_insee", "adresse", "complement_adresse")


@cache
def _codes() -> dict[str, Any]:
    return tomllib.loads(_CODES.read_text(encoding="utf-8"))


def parse(value: object) -> Parsed | None:
    """A place; None when it receives nobody. Raises RecordRefusedError."""
    row = picking.fields(value)
    if _NO_PUBLIC in _list(row, "modalites_acces"):
        return None
    structure = _structure(row)
    return Parsed([structure], [_service(row, structure)])


def _structure(row: Mapping[str, Any]) -> dict[str, Any]:
    return picking.told({
        "source": SOURCE,
        "id": f"{SOURCE}--{picking.required(row, 'id')}",
        "nom": picking.name(picking.required(row, "nom")),
        "description": picking.description(*(picking.text(row, name) for name in _PRESENTED)),
        "date_maj": picking.text(row, "date_maj"),
        "siret": picking.text(row, "pivot"),
        **{name: picking.text(row, name) for name in _ADDRESS},
        "longitude": picking.degrees(picking.text(row, "longitude")),
        "latitude": picking.degrees(picking.text(row, "latitude")),
        "telephone": picking.text(row, "telephone"),
        "courriel": next(iter(_list(row, "courriels")), None),
        "site_web": next(iter(_list(row, "site_web")), None),
        "horaires_accueil": written(picking.text(row, "horaires")),
        "accessibilite_lieu": picking.text(row, "fiche_acces_libre"),
        "reseaux_porteurs": _told(row, "dispositif_programmes_nationaux", "networks"),
    })  # fmt: skip


def _service(row: Mapping[str, Any], structure: Mapping[str, Any]) -> dict[str, Any]:
    codes, services = _codes(), _list(row, "services")
    kept = (
        "commune",
        "code_postal",
        "code_insee",
        "adresse",
        "complement_adresse",
        "longitude",
        "latitude",
        "telephone",
    )
    where = ["en-presentiel", "a-distance"] if _REMOTE in _list(row, "modalites_accompagnement") else ["en-presentiel"]
    fees = _list(row, "frais_a_charge")
    return picking.told({
        **{name: structure.get(name) for name in (*kept, "courriel", "horaires_accueil", "date_maj")},
        "source": SOURCE,
        "structure_id": structure["id"],
        "id": f"{structure['id']}--services",
        "nom": codes["nom"],
        "description": picking.description(". ".join(services), structure["nom"]),
        "thematiques": sorted({one for service in services for one in codes["services"].get(service, ())}),
        "publics": _told(row, "publics_specifiquement_adresses", "publics") or ["tous-publics"],
        "publics_precisions": ", ".join(_list(row, "prise_en_charge_specifique")),
        "frais": codes["frais"].get(fees[0]) if len(fees) == 1 else None,
        "frais_precisions": ", ".join(fees),
        "modes_accueil": where,
        "modes_mobilisation": _told(row, "modalites_acces", "access"),
        "lien_mobilisation": picking.text(row, "prise_rdv"),
    })  # fmt: skip


def _list(row: Mapping[str, Any], name: str) -> list[str]:
    return [part for one in picking.text(row, name).split("|") if (part := one.strip())]


def _told(row: Mapping[str, Any], name: str, codes: str) -> list[str]:
    known = _codes()[codes]
    return sorted({known[one] for one in _list(row, name) if one in known})
