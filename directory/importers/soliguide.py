"""Soliguide: places with their services, as its interface gives them. Pure.

Format: github.com/solinumasso/soliguide, packages/common. Its terms forbid taking its database: only what an
operator has an agreement for, with their own key and on their own territory.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from directory.hours_week import Hours, comment, span, week
from directory.importers import picking
from directory.importers.raw import Closing, Parsed

SOURCE = "soliguide"
WITHIN = ("places", "results")
"""What holds the places in a page of its interface."""
_HERE = Path(__file__).parent
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHARED = (
    *("adresse", "complement_adresse", "code_postal", "code_insee", "commune", "longitude", "latitude"),
    *("date_maj", "lien_source", "telephone", "courriel"),
)
"""What a service has of its place."""
_GROUPS = ("gender", "familialle", "administrative", "other")
_ANYBODY, _EXCLUSIVE = 0, 2
_YOUNG, _OLD = 26, 60


@cache
def _codes() -> dict[str, dict[str, str]]:
    return tomllib.loads((_HERE / "soliguide.toml").read_text(encoding="utf-8"))


@cache
def categories() -> dict[str, tuple[str, list[str]]]:
    """The name of a service and its thématiques, by category of Soliguide."""
    lines = (_HERE / "soliguide_categories.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {category: (nom, thematiques.split(",") if thematiques else []) for category, nom, thematiques in rows}


def parse(value: object) -> Parsed | None:
    """A place; None when it is not shown to the public, or closed for good. Raises RecordRefusedError."""
    place = picking.fields(value)
    if (picking.text(place, "status") or "ONLINE") != "ONLINE":
        return None
    if (picking.text(place, "visibility") or "ALL") != "ALL":
        return None
    structure = _structure(place)
    services = [
        made for service in picking.items(place, "services_all") if (made := _service(service, place, structure))
    ]
    return Parsed([structure], services, _closings(place, structure["id"]))


def _structure(place: Mapping[str, Any]) -> dict[str, Any]:
    entity = picking.inside(place, "entity")
    seo = picking.text(place, "seo_url")
    return picking.told({
        "source": SOURCE,
        "id": f"{SOURCE}--{picking.required(place, 'lieu_id')}",
        "nom": picking.name(picking.required(place, "name")),
        "description": picking.description(picking.text(place, "description")),
        "date_maj": picking.text(place, "updatedAt")[:10] or picking.text(place, "createdAt")[:10],
        "lien_source": f"https://soliguide.fr/fr/fiche/{seo}" if seo else None,
        **_address(place),
        "telephone": " / ".join(
            number for phone in picking.items(entity, "phones")[:2] if (number := picking.text(phone, "phoneNumber"))
        ),
        "courriel": picking.text(entity, "mail"),
        "site_web": picking.text(entity, "website"),
        "horaires_accueil": _place_hours(place),
    })  # fmt: skip


def _address(place: Mapping[str, Any]) -> dict[str, Any]:
    position = picking.inside(place, "position")
    if not position:  # a round: where it first stops
        stops = picking.items(place, "parcours")
        position = picking.inside(stops[0], "position") if stops else {}
    point = picking.inside(position, "location").get("coordinates")
    longitude, latitude = point if isinstance(point, list) and len(point) == 2 else (None, None)
    return {
        "adresse": picking.text(position, "address"),
        "complement_adresse": picking.text(position, "additionalInformation"),
        "code_postal": picking.text(position, "postalCode"),
        "code_insee": picking.text(position, "cityCode"),
        "commune": picking.text(position, "city"),
        "longitude": picking.degrees(longitude),
        "latitude": picking.degrees(latitude),
    }


def _service(
    service: Mapping[str, Any], place: Mapping[str, Any], structure: Mapping[str, Any]
) -> dict[str, Any] | None:
    category = picking.text(service, "category")
    known = categories().get(_codes()["renamed"].get(category, category))
    identifier = picking.text(service, "serviceObjectId")
    if not known or not identifier or picking.inside(service, "close").get("actif") is True:
        return None
    nom, thematiques = known
    own = picking.inside(service, "hours")
    different = bool(service.get("differentHours")) and bool(own)
    publics = service if service.get("differentPublics") else place
    modalities = service if service.get("differentModalities") else place
    return picking.told({
        **{field: structure.get(field) for field in _SHARED},
        "source": SOURCE,
        "structure_id": structure["id"],
        "id": f"{structure['id']}--{identifier}",
        "nom": nom,
        "description": picking.description(
            picking.text(service, "description"), picking.text(place, "description"), f"{nom}, {structure['nom']}"
        ),
        "thematiques": thematiques,
        "modes_accueil": ["en-presentiel"],
        "horaires_accueil": _hours(own) if different else structure.get("horaires_accueil"),
        **_publics(picking.inside(publics, "publics")),
        **_modalities(picking.inside(modalities, "modalities")),
    })  # fmt: skip


def _publics(publics: Mapping[str, Any]) -> dict[str, Any]:
    """Who is received. Who is only preferred excludes nobody."""
    everyone = publics.get("accueil") in (None, _ANYBODY)
    groups = () if everyone else _GROUPS
    codes = [code for group in groups for code in picking.words(publics, group) if code != "all"]
    said = _codes()["said"]
    precisions = ", ".join(dict.fromkeys(said[code] for code in codes if code in said))
    told = ". ".join(part for part in (precisions, picking.text(publics, "description")) if part)
    found = {"publics_precisions": told[:1].upper() + told[1:]}
    if publics.get("accueil") != _EXCLUSIVE:
        return {**found, "publics": ["tous-publics"]}
    known = {_codes()["publics"][code] for code in codes if code in _codes()["publics"]}
    return {**found, "publics": sorted(known | _ages(picking.inside(publics, "age")))}


def _ages(age: Mapping[str, Any]) -> set[str]:
    lowest, highest = age.get("min"), age.get("max")
    found = set()
    if isinstance(highest, int) and highest <= _YOUNG:
        found.add("jeunes")
    if isinstance(lowest, int) and _OLD <= lowest <= 120:
        found.add("seniors")
    return found


def _modalities(modalities: Mapping[str, Any]) -> dict[str, Any]:
    wanted = {name for name in _codes()["conditions"] if picking.inside(modalities, name).get("checked") is True}
    said = []
    for name, words in _codes()["conditions"].items():
        if name in wanted:
            precisions = picking.text(picking.inside(modalities, name), "precisions")
            said.append(f"{words} : {precisions}" if precisions else words)
    said += [other] if (other := picking.text(modalities, "other")) else []
    price = picking.inside(modalities, "price")
    free = modalities.get("inconditionnel") is True
    guided = "orientation" in wanted and not free and not wanted & {"appointment", "inscription"}
    return {
        "conditions_acces": ". ".join(said),
        "frais": "payant" if price.get("checked") is True else None,
        "frais_precisions": picking.text(price, "precisions") if price.get("checked") is True else None,
        "modes_mobilisation": ["se-presenter"] if free else None,
        "mobilisable_par": ["professionnels"] if guided else None,
    }


def _place_hours(place: Mapping[str, Any]) -> str | None:
    closure = picking.inside(picking.inside(place, "tempInfos"), "closure")
    if closure.get("actif") is True and not _days(closure):
        # Closed nobody knows until when: no longer sure.
        return comment(picking.text(closure, "description"))
    return _hours(picking.inside(place, "newhours"))


def _hours(hours: Mapping[str, Any]) -> str | None:
    days: dict[int, list[Hours]] = {}
    for number, name in enumerate(_DAYS):
        day = picking.inside(hours, name)
        if day.get("open") is True:
            slots = [span(slot.get("start"), slot.get("end")) for slot in picking.items(day, "timeslot")]
            if not slots or None in slots:
                return None
            days[number] = [slot for slot in slots if slot]
    found = week(days)
    return f"{found}; PH off" if found and hours.get("closedHolidays") == "CLOSED" else found


def _closings(place: Mapping[str, Any], structure_id: str) -> list[Closing]:
    closure = picking.inside(picking.inside(place, "tempInfos"), "closure")
    days = _days(closure) if closure.get("actif") is True else None
    return (
        [Closing(structure_id, *days, picking.description(picking.text(closure, "description")) or None)]
        if days
        else []
    )


def _days(closure: Mapping[str, Any]) -> tuple[date, date] | None:
    first, last = picking.day(picking.text(closure, "dateDebut")), picking.day(picking.text(closure, "dateFin"))
    return (first, last) if first and last and first <= last else None
