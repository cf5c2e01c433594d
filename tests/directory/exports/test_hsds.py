"""Open Referral HSDS 3: the fields it requires, identifiers that stay, hours as rules that a calendar reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from dateutil.rrule import rrulestr

from directory.exports import hsds
from directory.exports.hsds_schedules import schedules
from directory.exports.reading import count_structures, holdings
from directory.exports.scope import Scope
from directory.hours import Closed
from tests.databases import Database
from tests.directory.conftest import NOW, service, source, structure
from tests.directory.exports.conftest import FICTIONAL, LICENCES, SECRET, Records
from tests.directory.exports.test_data_inclusion import refuge

# What the specification requires of each object (https://docs.openreferral.org/en/3.0/hsds/schema_reference.html).
REQUIRED = {
    "contents": {"id", "name", "description"},
    "services": {"id", "name", "status"},
    "service_at_locations": {"id"},
    "location": {"id", "location_type"},
    "addresses": {"id", "address_1", "city", "state_province", "postal_code", "country", "address_type"},
    "phones": {"id", "number"},
    "schedules": {"id"},
    "attributes": {"id"},
    "taxonomy_term": {"id", "name", "description"},
    "organization_identifiers": {"id", "identifier_type", "identifier"},
}
CODES = {
    "status": {"active", "inactive", "defunct", "temporarily closed"},
    "location_type": {"physical", "postal", "virtual"},
    "address_type": {"physical", "postal", "virtual"},
    "freq": {"WEEKLY", "MONTHLY"},
    "wkst": {"MO", "TU", "WE", "TH", "FR", "SA", "SU"},
}
ALL = Scope()
WORDS = hsds.Words(
    need=lambda need: f"besoin {need}", secret=SECRET, fictional="", closed=lambda closed: f"Fermé, {closed.message}"
)


@pytest.fixture
def exported(database: Database, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Write the document of what the database holds, and read it."""

    def export(
        closures: dict[str, tuple[Closed, ...]] | None = None, words: hsds.Words = WORDS, scope: Scope = ALL
    ) -> dict[str, Any]:
        with database.engine.connect() as connection, (tmp_path / "hsds.json").open("w", encoding="utf-8") as file:
            count = count_structures(connection, scope)
            tally = hsds.write(file, holdings(connection, scope), hsds.Reader(words, closures or {}, NOW), count=count)
            about = tally.about(kind=hsds.KIND, now=NOW, licences=LICENCES, complete=False, fictional=False)
            hsds.finish(file, about)
        found: dict[str, Any] = json.loads((tmp_path / "hsds.json").read_text(encoding="utf-8"))
        return found

    return export


def objects(value: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a document, with the name of what holds it."""
    if isinstance(value, dict):
        yield name, value
        for key, inside in value.items():
            yield from objects(inside, key)
    elif isinstance(value, list):
        for inside in value:
            yield from objects(inside, name)


def test_every_object_has_what_the_specification_requires(
    imported: Callable[..., Any], exported: Callable[..., dict[str, Any]], made: Callable[..., Records], tmp_path: Path
) -> None:
    structures, services = made(200, 5)
    imported(source(tmp_path / "in", structures, services), accept={"accept_refused": True})
    found = exported()
    assert (found["total_items"], found["size"], found["empty"]) == (len(found["contents"]),) * 2 + (False,)
    met, seen = set(), []
    for name, each in objects(found["contents"], "contents"):
        met.add(name)
        assert REQUIRED[name] <= each.keys(), name
        assert None not in each.values()
        for field, codes in CODES.items():
            assert each.get(field, next(iter(codes))) in codes
        if name != "taxonomy_term":
            seen.append(str(UUID(each["id"])))
    assert met == REQUIRED.keys()
    assert len(seen) == len(set(seen))
    assert sum(len(each["services"]) for each in found["contents"]) == found["export"]["services"]


def test_one_service_says_what_ours_says(
    imported: Callable[..., Any], exported: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    imported(source(tmp_path / "in", [structure()], [service(frais_precisions="1 €", conditions_acces="Le matin.")]))
    (organization,) = exported()["contents"]
    (said,) = organization["services"]
    assert (said["name"], said["status"], said["assured_date"]) == ("Douches", "active", "2024-05-12")
    assert (said["fees_description"], said["eligibility_description"]) == ("1 €", "Le matin.")
    assert [phone["number"] for phone in said["phones"]] == ["+33261910001"]
    (address,) = said["service_at_locations"][0]["location"]["addresses"]
    assert (address["address_1"], address["city"], address["state_province"]) == (
        "12 rue Louise-Michel",
        "Nantes",
        "44",
    )
    terms = [each["taxonomy_term"] for each in said["attributes"] if "taxonomy_term" in each]
    assert [(term["code"], term["name"]) for term in terms] == [("hygiene", "besoin hygiene")]
    assert exported()["contents"] == [organization]
    about = exported()["export"]
    assert (about["date"], about["sources"][0]["licence"]) == ("2026-07-01T12:00:00+00:00", "Licence Ouverte 2.0")


def test_a_closure_under_way_is_an_alert(
    imported: Callable[..., Any], exported: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    imported(source(tmp_path / "in", [structure()], [service()]))
    over, now = (
        Closed(date(2026, 5, 1), date(2026, 5, 2), "pont"),
        Closed(date(2026, 7, 1), date(2026, 7, 1), "travaux"),
    )
    (said,) = exported({"essai--douche": (over, now)})["contents"][0]["services"]
    assert (said["status"], said["alert"]) == ("temporarily closed", "Fermé, travaux")
    (said,) = exported({"essai--douche": (over,)})["contents"][0]["services"]
    assert said["status"] == "active"


def test_where_a_shelter_is_stands_nowhere(
    imported: Callable[..., Any], exported: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    place = structure(id="essai--refuge", nom="Maison Olympe", adresse="5 rue Cachée", courriel="olympe@example.org")
    imported(source(tmp_path / "in", [place], [refuge()]))
    found = exported(words=hsds.Words(WORDS.need, SECRET, FICTIONAL, WORDS.closed))
    assert "Cachée" not in json.dumps(found, ensure_ascii=False)
    assert "olympe@" not in json.dumps(found)
    (said,) = found["contents"][0]["services"]
    assert said["description"] == f"{FICTIONAL} {SECRET}"
    assert said["service_at_locations"][0]["location"].keys() == {
        "id", "location_type", "name", "external_identifier", "external_identifier_type"
    }  # fmt: skip


def test_only_what_is_asked_for(
    imported: Callable[..., Any], exported: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    north = {"commune": "Abbeville", "code_postal": "80100", "code_insee": "80001", "latitude": 50.1, "longitude": 1.83}
    imported(
        source(
            tmp_path / "in",
            [structure(), structure(id="essai--b", **north)],
            [service(), service(id="essai--c", nom="Café"), service(id="essai--d", structure_id="essai--b", **north)],
        )
    )
    ids = {
        scope: [
            each["attributes"][-1]["value"] for one in exported(scope=scope)["contents"] for each in one["services"]
        ]
        for scope in (
            Scope(departement="44"), Scope(communes=frozenset({"80001"})), Scope(needs=frozenset({"accueil"})),
            Scope("80", needs=frozenset({"accueil"})), Scope(needs=frozenset({"accue_l", "%"})),
        )
    }  # fmt: skip
    assert list(ids.values()) == [["essai--c", "essai--douche"], ["essai--d"], ["essai--c"], [], []]


def test_hours_are_rules_that_a_calendar_reads() -> None:
    made = schedules("Mo-Fr 09:00-12:00,14:00-17:00; Tu[1] off; PH off", str)
    assert [each["description"] for each in made] == ["Mo-Fr 09:00-12:00,14:00-17:00; Tu[1] off; PH off"]
    weekly, monthly = schedules("Mo,We 09:00-12:00; Tu[-1] 14:00-17:00; PH off", str)
    assert (weekly["opens_at"], weekly["closes_at"], weekly["notes"]) == ("09:00", "12:00", "PH off")
    assert days(weekly, 3) == [date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 9)]
    assert days(monthly, 2) == [date(2026, 3, 31), date(2026, 4, 28)]
    assert [each["id"] for each in (weekly, monthly)] == ["0", "1"]
    assert schedules(None, str) == []
    assert schedules('"sur rendez-vous"', str) == [{"id": "0", "description": "sur rendez-vous"}]


def days(schedule: dict[str, Any], count: int) -> list[date]:
    """What another reader of RRULE makes of it, from March 2026."""
    rule = f"FREQ={schedule['freq']};INTERVAL={schedule['interval']};BYDAY={schedule['byday']};COUNT={count}"
    return [moment.date() for moment in rrulestr(rule, dtstart=datetime(2026, 3, 1))]
