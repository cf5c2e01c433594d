"""What becomes of a row: corrected, closed, told, taken back; on SQLite and on PostgreSQL."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from directory import rows
from directory.closures import read_closures
from directory.ledger import editing, undoing
from directory.ledger.editing import EditRefusedError
from directory.ledger.history import Signed
from tests.databases import Database
from tests.directory.conftest import reader, service, source, structure
from tests.directory.ledger import (
    ALICE,
    DOUCHE,
    ESCALE,
    EVERYWHERE,
    LATER,
    Imported,
    carried_out,
    correcting,
    story,
    two,
    values,
    whole,
)


def test_a_correction_outlives_imports_until_the_source_says_the_same(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a"))
    carried_out(database, correcting(horaires_accueil="Mo-Fr 08:00-11:00"))
    again = imported(two(tmp_path / "b", description="Autre."))
    assert (again.report.disputed.count, again.report.agreed.count) == (0, 0)
    assert (values(database)["horaires_accueil"], values(database)["description"]) == ("Mo-Fr 08:00-11:00", "Autre.")
    disputed = imported(two(tmp_path / "c", horaires_accueil="Mo-Fr 10:00-11:00"))
    assert [name for _, name in disputed.report.disputed.examples] == ["horaires_accueil"]
    assert values(database)["horaires_accueil"] == "Mo-Fr 08:00-11:00"
    agreed = imported(two(tmp_path / "d", horaires_accueil="Mo-Fr 08:00-11:00"))
    assert [name for _, name in agreed.report.agreed.examples] == ["horaires_accueil"]
    imported(two(tmp_path / "e", horaires_accueil="Mo-Fr 10:00-11:00"))
    assert values(database)["horaires_accueil"] == "Mo-Fr 10:00-11:00"


def test_what_is_deduced_follows_a_correction_through_an_import(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a"))
    carried_out(database, correcting(nom="Vestiaire"))
    assert values(database)["needs"] == ["accueil"]
    imported(two(tmp_path / "b", description="Autre."))
    assert (values(database)["nom"], values(database)["needs"]) == ("Vestiaire", ["accueil"])


def test_two_telephone_numbers_outlive_another_correction(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a", telephone="02 61 91 00 01 ou 39 19"))
    carried_out(database, correcting(description="Encore."))
    assert values(database)["telephone"] == "+33261910001 3919"
    imported(two(tmp_path / "b", telephone="02 61 91 00 01 ou 39 19", frais="gratuit"))
    assert (values(database)["telephone"], values(database)["description"]) == ("+33261910001 3919", "Encore.")


def test_a_structure_that_moves_takes_its_services_along(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    apart = service(id="essai--apart", adresse="3 rue Haute")
    imported(source(tmp_path / "a", [structure()], [service(), apart]))
    moved = {"adresse": "8 rue Basse", "code_postal": "80100", "commune": "Abbeville"}
    carried_out(database, correcting("structure", ESCALE, **moved))
    assert (values(database)["place"], values(database)["adresse"]) == ("80001", "8 rue Basse")
    assert values(database)["place_latitude"] == pytest.approx(50.1058)
    assert values(database, row="essai--apart")["place"] == "44109"
    imported(source(tmp_path / "b", [structure(nom="Autre")], [service(description="Autre."), apart]))
    assert (values(database)["place"], values(database)["description"]) == ("80001", "Autre.")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"telephone": "12"}, "telephone"),
        ({"courriel": "pas une adresse"}, "courriel"),
        ({"nom": ""}, "nom"),
        ({"commune": "Nulle-Part", "code_postal": "99999"}, "commune"),
        ({"frais": "cher"}, "frais"),
    ],
)
def test_a_value_that_an_import_would_refuse_is_no_correction(
    database: Database, imported: Imported, tmp_path: Path, fields: dict[str, str], field: str
) -> None:
    imported(two(tmp_path))
    before = whole(database)
    with database.engine.connect() as connection, pytest.raises(EditRefusedError) as refused:
        correcting(**fields)(connection)
    assert (refused.value.key, refused.value.field) == ("edit-wrong-value", field)
    assert whole(database) == before


def test_a_plan_that_grew_old_is_not_carried_out(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(two(tmp_path))
    with database.engine.connect() as connection:
        planned = correcting(description="Douches.")(connection)
    carried_out(database, correcting(description="Autre."))
    with database.engine.begin() as connection, pytest.raises(EditRefusedError, match="edit-stale"):
        editing.carry_out(connection, planned, Signed(LATER, ALICE))
    assert values(database)["description"] == "Autre."


def test_the_story_tells_who_when_from_what_to_what(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(two(tmp_path / "a"))
    imported(two(tmp_path / "b", description="Autre."))
    carried_out(database, correcting(description="Encore."))
    last, first = story(database)
    assert (last.signed, last.change.before, last.change.after) == (
        Signed(LATER, ALICE),
        {"description": "Autre.", "date_maj": "2024-05-12"},
        {"description": "Encore.", "date_maj": "2026-07-02"},
    )
    assert (first.signed.run, first.signed.actor) == (2, None)
    assert first.change.after is not None
    assert first.change.after["description"] == "Autre."


def test_a_change_is_taken_back_once(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(two(tmp_path / "a"))
    before = whole(database)
    carried_out(database, correcting(description="Encore."))
    number = story(database)[0].id
    carried_out(database, lambda connection: undoing.plan(connection, number))
    assert whole(database) == before
    with database.engine.connect() as connection, pytest.raises(EditRefusedError, match="edit-undone-already"):
        undoing.plan(connection, number)
    imported(two(tmp_path / "b", description="La source."))
    assert values(database)["description"] == "La source."


def test_a_service_withdrawn_by_hand_is_not_shown_and_does_not_come_back(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a"))
    carried_out(database, lambda connection: editing.withdraw(connection, DOUCHE, on=date(2026, 7, 2)))
    imported(two(tmp_path / "b", description="Autre."))
    with database.engine.connect() as connection:
        assert DOUCHE not in rows.read_services(connection, [DOUCHE])
        assert DOUCHE not in {one.id for one in rows.read_index(connection)}
        assert rows.count(connection) == 1
    carried_out(database, lambda connection: editing.withdraw(connection, DOUCHE, on=None))
    with database.engine.connect() as connection:
        assert rows.read_services(connection, [DOUCHE])[DOUCHE].description == "Autre."


def test_a_closure_is_told_and_taken_back(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(two(tmp_path))
    first, last = date(2026, 8, 1), date(2026, 8, 20)
    carried_out(database, lambda connection: editing.close(connection, DOUCHE, first, last, "Congés"))
    with database.engine.connect() as connection:
        assert [(c.first_day, c.last_day) for c in read_closures(connection)[DOUCHE]] == [(first, last)]
    number = story(database)[0].id
    carried_out(database, lambda connection: undoing.plan(connection, number))
    with database.engine.connect() as connection:
        assert read_closures(connection) == {}
        with pytest.raises(EditRefusedError, match="edit-days-reversed"):
            editing.close(connection, DOUCHE, last, first, None)


def test_a_service_added_by_hand_is_found_and_no_import_takes_it_away(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a"))
    new = service(id="solipacte--1", source=editing.OWN, structure_id="solipacte--s")
    place = structure(id="solipacte--s", source=editing.OWN)
    carried_out(database, lambda connection: editing.add(reader(connection), place, new))
    imported(two(tmp_path / "b", description="Autre."), scope=EVERYWHERE)
    with database.engine.connect() as connection:
        found = rows.read_services(connection, ["solipacte--1"])["solipacte--1"]
    assert (found.place, found.needs) == ("44109", ("hygiene",))


def test_a_service_checked_today_says_so(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(two(tmp_path))
    carried_out(database, lambda connection: editing.confirm(connection, DOUCHE, today=date(2026, 7, 2)))
    assert values(database)["date_maj"] == date(2026, 7, 2)
