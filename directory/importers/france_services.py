"""The list of France services: a CSV or XLSX of the Agence nationale de la cohésion des territoires. Pure.

Format: data.gouv.fr, "Liste des structures France services" (Licence Ouverte 2.0). The hours of each day are words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from directory.hours_prose import read
from directory.hours_week import DAYS, comment
from directory.importers import picking
from directory.importers.lannuaire import counters
from directory.importers.raw import Parsed
from directory.importers.records import Reason
from directory.importers.schema import RecordRefusedError
from directory.words import fold

SOURCE = "france-services"
NEEDED = ("id_fs", "lib_fs", "adresse", "code_postal", "lib_com")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SHUT = frozenset(("", "-", "ferme", "fermee", "fermeture", "non", "neant"))


def parse(value: object, *, day: str) -> Parsed | None:
    """A place. `day`: the date of the list, for those that tell none (ISO). Raises RecordRefusedError."""
    row = picking.fields(value)
    structure = _structure(row, day)
    if not any(name in structure for name in ("code_insee", "code_postal", "commune")):
        raise RecordRefusedError(Reason.MISSING_FIELD, "lib_com")
    return Parsed([structure], [_service(row, structure)])


def _structure(row: Mapping[str, Any], day: str) -> dict[str, Any]:
    updated = picking.day(picking.text(row, "date_maj"))
    return picking.told({
        "source": SOURCE,
        "id": f"{SOURCE}--{picking.required(row, 'id_fs')}",
        "nom": picking.name(picking.required(row, "lib_fs")),
        "description": picking.description(picking.text(row, "commentaire")),
        "date_maj": updated.isoformat() if updated else day,
        "commune": picking.text(row, "lib_com"),
        "code_insee": picking.postal_code(picking.text(row, "insee_com")),
        **{name: picking.text(row, name) for name in ("adresse", "complement_adresse", "telephone")},
        "code_postal": picking.postal_code(picking.text(row, "code_postal")),
        "longitude": picking.degrees(picking.text(row, "longitude")),
        "latitude": picking.degrees(picking.text(row, "latitude")),
        "courriel": picking.text(row, "mail"),
        "site_web": picking.text(row, "site_web"),
        "horaires_accueil": _hours(row),
        "reseaux_porteurs": counters()["msap"]["reseaux"],
    })  # fmt: skip


def _service(row: Mapping[str, Any], structure: Mapping[str, Any]) -> dict[str, Any]:
    counter = counters()["msap"]
    left = ("reseaux_porteurs", "site_web", "description")
    return {
        **{name: value for name, value in structure.items() if name not in left},
        "structure_id": structure["id"],
        "id": f"{structure['id']}--demarches",
        "nom": counter["nom"],
        "description": picking.description(picking.text(row, "commentaire"), f"{counter['nom']}, {structure['nom']}"),
        "thematiques": counter["thematiques"],
        "publics": ["tous-publics"],
        "frais": "gratuit",
        "modes_accueil": ["en-presentiel"],
    }


def _hours(row: Mapping[str, Any]) -> str | None:
    """Each day read by itself; all the words as a comment when one of them is not sure."""
    said = {name: picking.text(row, f"h_{name}") for name in _DAYS}
    told = {name: hours for name, hours in said.items() if fold(hours).strip(" .") not in _SHUT}
    rules = [read(f"{name} {hours}") for name, hours in told.items()]
    known = [rule for rule in rules if rule]
    if len(known) < len(rules):
        return comment(", ".join(f"{name} {hours}" for name, hours in told.items()))
    return _together(known)


def _together(rules: list[str]) -> str | None:
    """Days with the same hours, said once."""
    days: dict[str, list[str]] = {}
    for rule in rules:
        day, _, hours = rule.partition(" ")
        days.setdefault(hours, []).append(day)
    found = "; ".join(f"{_named(names)} {hours}" for hours, names in days.items())
    return found or None


def _named(names: list[str]) -> str:
    numbers = [DAYS.index(name) for name in names]
    whole = len(numbers) > 1 and numbers == [*range(numbers[0], numbers[-1] + 1)]
    return f"{names[0]}-{names[-1]}" if whole else ",".join(names)
