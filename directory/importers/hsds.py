"""Open Referral HSDS 3: organizations with their services, or services with their organization. Pure.

Format: https://docs.openreferral.org (CC BY-SA 4.0). One structure for each organization and place; a service at
several places is several services.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from directory.importers import picking
from directory.importers.hsds_hours import expression
from directory.importers.raw import Parsed

SOURCE = "hsds"
WITHIN = ("contents", "organizations", "services", "items")
"""What holds the records in a page of the interface and in files."""
_GONE = ("inactive", "defunct")
_SHUT = "temporarily closed"
_NOWHERE: Mapping[str, Any] = {}


def parse(value: object) -> Parsed | None:
    """An organization or a service; None when none of it is active. Raises RecordRefusedError."""
    record = picking.fields(value)
    if "organization" in record or "service_at_locations" in record:
        organization, services = picking.inside(record, "organization"), [record]
    else:
        organization, services = record, list(picking.items(record, "services"))
    active = [service for service in services if picking.text(service, "status") not in _GONE]
    if services and not active:
        return None
    made = [pair for service in active for pair in _pairs(organization, service)]
    structures = {structure["id"]: structure for structure, _ in made}
    if not services:
        alone = _structure(organization, _NOWHERE, picking.required(organization, "last_modified"))
        structures = {alone["id"]: alone}
    return Parsed(list(structures.values()), [service for _, service in made])


def _pairs(
    organization: Mapping[str, Any], service: Mapping[str, Any]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each place of a service: the structure there, and the service there."""
    day = _day(organization, service)
    for there in picking.items(service, "service_at_locations") or [_NOWHERE]:
        location = picking.inside(there, "location")
        structure = _structure(organization, location, day)
        yield structure, _service(service, there, structure, day)


def _structure(organization: Mapping[str, Any], location: Mapping[str, Any], day: str) -> dict[str, Any]:
    identifier = f"{SOURCE}--{picking.required(organization, 'id')}"
    where = picking.text(location, "id")
    return picking.told({
        "source": SOURCE,
        "id": f"{identifier}--{where}" if where else identifier,
        "nom": picking.name(picking.required(organization, "name")),
        "description": picking.description(picking.text(organization, "description")),
        "date_maj": day,
        **_address(location),
        "telephone": _phones(location, organization),
        "courriel": picking.text(organization, "email"),
        "site_web": picking.text(organization, "website"),
        "horaires_accueil": expression(picking.items(location, "schedules")),
    })  # fmt: skip


def _address(location: Mapping[str, Any]) -> dict[str, Any]:
    known = picking.items(location, "addresses")
    address = next((one for one in known if picking.text(one, "address_type") == "physical"), None)
    address = address or (known[0] if known else _NOWHERE)
    return {
        "adresse": picking.text(address, "address_1"),
        "complement_adresse": picking.text(address, "address_2"),
        "code_postal": picking.text(address, "postal_code"),
        "commune": picking.text(address, "city"),
        "longitude": picking.degrees(location.get("longitude")),
        "latitude": picking.degrees(location.get("latitude")),
    }


def _service(
    service: Mapping[str, Any], there: Mapping[str, Any], structure: Mapping[str, Any], day: str
) -> dict[str, Any]:
    nom = picking.name(picking.required(service, "name"))
    address = ("adresse", "complement_adresse", "code_postal", "commune", "longitude", "latitude")
    location = picking.text(picking.inside(there, "location"), "id")
    identifier = f"{SOURCE}--{picking.required(service, 'id')}"
    hours = expression(picking.items(there, "schedules") or picking.items(service, "schedules"))
    alert = picking.text(service, "alert")
    return picking.told({
        **{name: structure.get(name) for name in address},
        "source": SOURCE,
        "structure_id": structure["id"],
        "id": f"{identifier}--{location}" if location else identifier,
        "nom": nom,
        "description": picking.description(picking.text(service, "description"), f"{nom}, {structure['nom']}"),
        "date_maj": day,
        "telephone": _phones(there, service) or structure.get("telephone"),
        "courriel": picking.text(service, "email") or structure.get("courriel"),
        "publics_precisions": picking.text(service, "eligibility_description"),
        "conditions_acces": ". ".join(part for part in (alert, picking.text(service, "application_process")) if part),
        "frais_precisions": picking.text(service, "fees_description"),
        "modes_accueil": ["en-presentiel"] if location else ["a-distance"],
        "horaires_accueil": "off" if picking.text(service, "status") == _SHUT else hours,
    })  # fmt: skip


def _phones(*holders: Mapping[str, Any]) -> str:
    """The numbers of the first that has any, two at most."""
    found: Sequence[str] = ()
    for holder in holders:
        found = found or [said for one in picking.items(holder, "phones") if (said := picking.text(one, "number"))]
    return " / ".join(found[:2])


def _day(organization: Mapping[str, Any], service: Mapping[str, Any]) -> str:
    """When the service was last vouched for, else last changed (ISO). Raises RecordRefusedError when nothing says."""
    told = (picking.text(service, "assured_date"), picking.text(service, "last_modified"))
    return next((day[:10] for day in told if day), "") or picking.required(organization, "last_modified")[:10]
