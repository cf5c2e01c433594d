"""A position that an editor gives: it moves what stands there, outlives imports as one thing, and is taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection

from directory.ledger import corrections, editing, history, sharing, undoing
from directory.ledger.editing import Planned
from tests.databases import Database
from tests.directory.conftest import reader, service, source, structure
from tests.directory.ledger import DOUCHE, ESCALE, Imported, carried_out, correcting, story, two, values, whole

HERE = {"latitude": 47.2101, "longitude": -1.55}


def point(database: Database, row: str = DOUCHE) -> tuple[float, float]:
    held = values(database, row=row)
    return held["place_latitude"], held["place_longitude"]


def test_a_position_outlives_imports_until_the_source_says_both_of_it(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a", adresse="3 rue Haute"))
    carried_out(database, correcting("service", DOUCHE, **HERE))
    assert point(database) == (47.2101, -1.55)
    imported(two(tmp_path / "b", adresse="3 rue Haute", latitude=47.2101, longitude=-1.56, description="Autre."))
    assert point(database) == (47.2101, -1.55)
    imported(two(tmp_path / "c", adresse="3 rue Haute", latitude=47.2200, longitude=-1.55))
    assert point(database) == (47.2101, -1.55)
    agreed = imported(two(tmp_path / "d", adresse="3 rue Haute", **HERE))
    assert {name for _, name in agreed.report.agreed.examples} == {"latitude", "longitude"}
    with database.engine.connect() as connection:
        kept = corrections.of_rows(connection, "service", [DOUCHE])[DOUCHE]
    assert [one.field for one in kept] == ["date_maj"]
    imported(two(tmp_path / "e", adresse="3 rue Haute", latitude=47.2, longitude=-1.54))
    assert point(database) == (47.2, -1.54)


def test_a_structure_given_its_door_takes_along_what_stands_there_and_comes_back_whole(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    silent = service(
        id="essai--muet", adresse=None, commune=None, code_postal=None, code_insee=None, latitude=None, longitude=None
    )
    aside = service(id="essai--cour", latitude=47.2233)
    imported(source(tmp_path / "a", [structure()], [service(), silent, aside]))
    before = whole(database)
    carried_out(database, correcting("structure", ESCALE, **HERE))
    assert [point(database, row) for row in (DOUCHE, "essai--muet", "essai--cour")] == [
        (47.2101, -1.55),
        (47.2101, -1.55),
        (47.2233, -1.55),
    ]
    told = history.as_one(story(database))
    assert [one.change.kind for one in told] == ["structure"]
    for number in (one.id for one in story(database)[:1]):
        carried_out(database, lambda connection, number=number: undoing.plan(connection, number))  # type: ignore[misc]
    assert whole(database) == before


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ({}, ESCALE),
        ({"latitude": None, "longitude": None}, ESCALE),
        ({"latitude": 47.2233}, None),
        ({"adresse": "3 rue Haute"}, None),
    ],
)
def test_a_service_shares_the_door_of_its_structure_unless_it_says_otherwise(
    database: Database, imported: Imported, tmp_path: Path, said: dict[str, object], whose: str | None
) -> None:
    imported(two(tmp_path, **said))
    with database.engine.connect() as connection:
        assert sharing.same_door(connection, DOUCHE) == whose


def test_a_position_is_emptied_back_to_the_middle_of_the_commune(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(source(tmp_path, [structure(latitude=None, longitude=None)], [service(adresse="3 rue Haute")]))
    carried_out(database, correcting(latitude=None, longitude=None))
    assert point(database) == (47.2173, -1.5534)


def test_two_corrections_of_one_instant_are_taken_back_apart(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path))

    def both(connection: Connection) -> Planned:
        first = editing.correct(connection, reader(connection), "structure", ESCALE, HERE, today=date(2026, 7, 2))
        second = correcting(description="Autre.")(connection)
        return Planned((*first.changes, *second.changes), (*first.corrected, *second.corrected))

    carried_out(database, both)
    last = story(database)[0]
    carried_out(database, lambda connection: undoing.plan(connection, last.id))
    assert (values(database)["description"], point(database)) == (
        "Douches gratuites, serviette fournie.",
        (47.2101, -1.55),
    )
