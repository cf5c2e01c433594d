"""The annuaire de l'administration: the counters that matter for solidarity. Pure.

Format: https://api-lannuaire.service-public.fr (DILA, Licence Ouverte 2.0). In the interface and the CSV, lists are
JSON inside strings; in the archive they are lists. Which counters are kept: `lannuaire.toml`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from directory.hours_week import Hours, comment, span, week
from directory.importers import picking
from directory.importers.raw import Parsed
from directory.importers.records import Reason
from directory.importers.schema import RecordRefusedError
from directory.words import fold

SOURCE = "annuaire-administration"
WITHIN = ("results", "service", "records")
"""What holds the records in a page of the interface and in the archive."""
_COUNTERS = Path(__file__).parent / "lannuaire.toml"
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_LONGEST = 100_000


@cache
def counters() -> dict[str, dict[str, Any]]:
    """What each kind of counter that is kept stands for, by pivot."""
    return tomllib.loads(_COUNTERS.read_text(encoding="utf-8"))


def parse(value: object) -> Parsed | None:
    """A counter; None when it is of another kind. Raises RecordRefusedError."""
    record = picking.fields(value)
    pivots = [picking.text(pivot, "type_service_local") for pivot in _list(record, "pivot")]
    kind = next((pivot for pivot in pivots if pivot in counters()), None)
    if kind is None:
        return None
    counter = counters()[kind]
    structure = _structure(record, counter.get("reseaux"))
    return Parsed([structure], [_service(record, structure, counter)])


def _structure(record: Mapping[str, Any], reseaux: Sequence[str] | None) -> dict[str, Any]:
    day = picking.day(picking.text(record, "date_modification") or picking.text(record, "date_creation"))
    sites = [picking.text(site, "valeur") for site in _list(record, "site_internet")]
    phones = [picking.text(phone, "valeur") for phone in _list(record, "telephone")]
    mails = record.get("adresse_courriel")
    mail = next(iter(picking.words(record, "adresse_courriel")), "") if isinstance(mails, list) else mails
    return picking.told({
        "source": SOURCE,
        "id": f"{SOURCE}--{picking.required(record, 'id')}",
        "nom": picking.name(picking.required(record, "nom")),
        "description": picking.description(picking.text(record, "mission")),
        "date_maj": day.isoformat() if day else None,
        "lien_source": picking.text(record, "url_service_public"),
        "siret": picking.text(record, "siret"),
        **_address(record),
        "telephone": " / ".join(phone for phone in phones[:2] if phone),
        "courriel": mail.split(";")[0].strip() if isinstance(mail, str) else None,
        "site_web": next(iter(sites), None),
        "horaires_accueil": _hours(record),
        "reseaux_porteurs": reseaux,
    })  # fmt: skip


def _address(record: Mapping[str, Any]) -> dict[str, Any]:
    """Where people go, rather than where letters go."""
    known = _list(record, "adresse")
    found = next((one for one in known if picking.text(one, "type_adresse") == "Adresse"), None)
    address: Mapping[str, Any] = found or (known[0] if known else {})
    parts = [picking.text(address, name) for name in ("complement1", "complement2", "service_distribution")]
    return {
        "adresse": picking.text(address, "numero_voie"),
        "complement_adresse": ", ".join(part for part in parts if part),
        "code_postal": picking.text(address, "code_postal"),
        "commune": picking.text(address, "nom_commune"),
        "code_insee": picking.text(record, "code_insee_commune"),
        "longitude": picking.degrees(address.get("longitude") or None),
        "latitude": picking.degrees(address.get("latitude") or None),
    }


def _service(record: Mapping[str, Any], structure: Mapping[str, Any], counter: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in structure.items() if name not in ("reseaux_porteurs", "siret", "site_web")}
    return {
        **kept,
        "structure_id": structure["id"],
        "id": f"{structure['id']}--accueil",
        "nom": counter["nom"],
        "description": picking.description(picking.text(record, "mission"), f"{counter['nom']}, {structure['nom']}"),
        "thematiques": counter["thematiques"],
        "publics": counter.get("publics", ["tous-publics"]),
        "modes_accueil": ["en-presentiel"],
    }


def _hours(record: Mapping[str, Any]) -> str | None:
    """Hours of each day; the words of the source when any of them is not sure."""
    days: dict[int, list[Hours]] = {}
    said = []
    for opening in _list(record, "plage_ouverture"):
        named = [fold(picking.text(opening, name)) for name in ("nom_jour_debut", "nom_jour_fin")]
        first, last = named[0], named[1] or named[0]
        spans = []
        for number in "12":
            start, end = (picking.text(opening, f"valeur_heure_{name}_{number}") for name in ("debut", "fin"))
            spans += [span(start, end)] if start or end else []
        if first not in _DAYS or last not in _DAYS or _DAYS.index(first) > _DAYS.index(last) or None in spans:
            return comment(picking.text(record, "commentaire_plage_ouverture"))
        for day in range(_DAYS.index(first), _DAYS.index(last) + 1):
            days.setdefault(day, []).extend(one for one in spans if one)
        said.append(picking.text(opening, "commentaire"))
    words = " ".join(dict.fromkeys(part for part in said if part))
    found = week(days)
    told = comment(words or picking.text(record, "commentaire_plage_ouverture"))
    # A comment may take back what the hours say: the engine holds the words that raise a doubt.
    return "; ".join(f"{rule} {told}" for rule in found.split("; ")) if found and told else found or told


def _list(record: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    """The objects of a list, whether written as one or as JSON inside a string. Raises RecordRefusedError."""
    value = record.get(name)
    if isinstance(value, str) and value.strip():
        if len(value) > _LONGEST:
            raise RecordRefusedError(Reason.WRONG_VALUE, name)
        try:
            value = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise RecordRefusedError(Reason.WRONG_VALUE, name) from error
    return picking.items({name: value}, name)
