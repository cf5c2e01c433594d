"""The directory in Open Referral HSDS 3: organizations with their services, one JSON document written as a stream.

The document has the shape of a page of the HSDS API (`/organizations`), with what the export says of itself beside
it. Identifiers are UUIDs, as HSDS asks: made from ours (RFC 9562, version 5), so that they never change.
Format: https://docs.openreferral.org/en/3.0/
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any
from uuid import NAMESPACE_URL, uuid5

from directory import phones
from directory.exports.about import Tally
from directory.exports.hsds_schedules import schedules
from directory.exports.reading import Holding, Values
from directory.flags import HIDDEN_PLACE, Flag
from directory.hours import Closed

KIND = "HSDS 3.0"
_OURS = uuid5(NAMESPACE_URL, "https://docs.openreferral.org/solipacte")
_TAXONOMY = "Solipacte"
_DATA_INCLUSION = "data·inclusion"


@dataclass(frozen=True, slots=True)
class Words:
    """What the records are said with.

    `need`: the name of one of our needs; `secret`: instead of a description that is withheld; `fictional`: put before
    each description, or ""; `closed`: a temporary closure in words.
    """

    need: Callable[[str], str]
    secret: str
    fictional: str
    closed: Callable[[Closed], str]


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes organizations. `closures`: by service; `now`: aware, tells which closures are under way."""

    words: Words
    closures: Mapping[str, tuple[Closed, ...]]
    now: datetime

    def organization(self, held: Holding) -> dict[str, Any]:
        """A structure with its services."""
        values = held.structure
        made = _some(
            id=identifier("structure", values["id"]),
            name=values["nom"],
            description=self._described(values["description"] or values["nom"]),
            email=values["courriel"],
            website=values["site_web"],
            phones=_phones(values["id"], values["telephone"]),
            organization_identifiers=list(_identifiers(values)),
        )
        return {**made, "services": [self._service(service, values) for service in held.services]}

    def _service(self, values: Values, structure: Values) -> dict[str, Any]:
        today = self.now.date()
        closed = next((c for c in self.closures.get(values["id"], ()) if c.first_day <= today <= c.last_day), None)
        return _some(
            id=identifier("service", values["id"]),
            name=values["nom"],
            description=self._described(values["description"] or self.words.secret),
            url=values["lien_mobilisation"] or values["lien_source"],
            email=values["courriel"] or (None if Flag(values["flags"]) & HIDDEN_PLACE else structure["courriel"]),
            status="temporarily closed" if closed else "active",
            alert=self.words.closed(closed) if closed else None,
            application_process=values["mobilisation_precisions"],
            fees_description=values["frais_precisions"],
            eligibility_description=_eligibility(values),
            assured_date=values["date_maj"].isoformat(),
            phones=_phones(values["id"], values["telephone"] or structure["telephone"]),
            schedules=schedules(
                values["horaires_accueil"] or structure["horaires_accueil"],
                lambda number: identifier("schedule", f"{values['id']} {number}"),
            ),
            service_at_locations=[_place(values, structure)],
            attributes=[*self._needs(values), _attribute(values["id"], "source id", values["id"])],
        )

    def _described(self, said: str) -> str:
        return f"{self.words.fictional} {said}" if self.words.fictional else said

    def _needs(self, values: Values) -> Iterator[dict[str, Any]]:
        for need in values["needs"]:
            label = self.words.need(need)
            term = {
                "id": identifier("need", need),
                "code": need,
                "name": label,
                "description": label,
                "taxonomy": _TAXONOMY,
                "language": "fr",
            }
            yield {**_attribute(values["id"], "need", need), "taxonomy_term": term}


def write(file: IO[str], held: Iterable[Holding], reader: Reader, *, count: int) -> Tally:
    """Write the page, but for its end (`finish`); `count`: how many organizations there are."""
    tally = Tally()
    page = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count}
    more = {"first_page": True, "last_page": True, "empty": not count}
    file.write(json.dumps({**page, **more})[:-1] + ', "contents": [')
    for each in held:
        made = json.dumps(reader.organization(each), ensure_ascii=False, separators=(",", ":"))
        file.write((",\n" if tally.structures else "\n") + made)
        tally.structures += 1
        tally.services += len(each.services)
        tally.sources.update(service["source"] for service in each.services)
    return tally


def finish(file: IO[str], about: Mapping[str, Any]) -> None:
    """Write the end of the page, with what the export says of itself."""
    file.write('\n], "export": ' + json.dumps(about, ensure_ascii=False) + "}\n")


def identifier(kind: str, ours: str) -> str:
    """The UUID of something of ours, always the same."""
    return str(uuid5(_OURS, f"{kind} {ours}"))


def _some(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - values of a JSON document
    """What is known: HSDS has no null."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _identifiers(values: Values) -> Iterator[dict[str, Any]]:
    for kind, written in ((_DATA_INCLUSION, values["id"]), ("SIRET", values["siret"])):
        if written:
            own = identifier("identifier", f"{kind} {values['id']} {written}")
            yield {"id": own, "identifier_type": kind, "identifier": written}


def _phones(owner: str, column: str | None) -> list[dict[str, Any]]:
    return [
        {"id": identifier("phone", f"{owner} {phone.number}"), "number": phone.number, "type": "voice"}
        for phone in phones.kept(column)
    ]


def _eligibility(values: Values) -> str:
    publics = ", ".join(public for public in values["publics"] or () if public != "tous-publics")
    said = (publics, values["publics_precisions"], values["conditions_acces"])
    return "\n".join(part for part in said if part)


def _attribute(service: str, kind: str, value: str) -> dict[str, Any]:
    own = identifier("attribute", f"{service} {kind} {value}")
    return {"id": own, "link_type": kind, "link_entity": "service", "value": value}


def _place(values: Values, structure: Values) -> dict[str, Any]:
    """Where it is; a place that must not be shown has a commune and no address."""
    flags = Flag(values["flags"])
    own = bool(values["adresse"] or values["commune"] or values["code_postal"])
    where = values if own else structure
    place = _some(
        id=identifier("location", values["id"]),
        location_type="physical" if flags & Flag.ON_SITE else "virtual",
        name=values["commune"] or structure["commune"],
        latitude=values["place_latitude"],
        longitude=values["place_longitude"],
        external_identifier=values["place"],
        external_identifier_type="code Insee" if values["place"] else None,
        addresses=[] if flags & HIDDEN_PLACE else _addresses(values["id"], where),
    )
    return {"id": identifier("service at location", values["id"]), "location": place}


def _addresses(service: str, where: Values) -> list[dict[str, Any]]:
    """HSDS asks for all of an address, so half of one is left out."""
    town, code = where["commune"], where["code_postal"]
    if not (where["adresse"] and town and code):
        return []
    return [
        _some(
            id=identifier("address", service),
            address_1=where["adresse"],
            address_2=where["complement_adresse"],
            city=town,
            state_province=code[:3] if code.startswith(("97", "98")) else code[:2],
            postal_code=code,
            country="FR",
            address_type="physical",
        )
    ]
