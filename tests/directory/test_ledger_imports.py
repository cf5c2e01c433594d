"""An import as one thing: what it withdraws, what it needs a second person for, how it is taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from directory.importers import pipeline
from directory.importers.missing import Scope
from directory.ledger import runs, undoing
from directory.ledger.editing import EditRefusedError
from directory.ledger.history import Signed
from tests.databases import Database
from tests.directory.conftest import NOW, service, source, structure
from tests.directory.ledger import (
    ALICE,
    DOUCHE,
    ESCALE,
    EVERYWHERE,
    LATER,
    Imported,
    carried_out,
    correcting,
    two,
    values,
    whole,
)


def test_what_left_its_source_is_withdrawn_with_its_empty_structure(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    other = [structure(), structure(id="essai--b")]
    imported(source(tmp_path / "a", other, [service(), service(id="essai--c", structure_id="essai--b")]))
    again = imported(
        source(tmp_path / "b", [structure()], [service()]), scope=EVERYWHERE, accept={"accept_heavy": True}
    )
    assert (again.report.tables["service"].withdrawn, again.report.tables["structure"].withdrawn) == (1, 1)
    assert [row[0] for row in whole(database)["service"]] == [DOUCHE]
    assert [row[0] for row in whole(database)["structure"]] == [ESCALE]


def test_what_is_refused_or_elsewhere_or_of_another_source_stays(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    lyon = service(
        id="essai--lyon", code_insee="69387", code_postal="69007", commune="Lyon", latitude=None, longitude=None
    )
    imported(source(tmp_path / "a", [structure()], [service(), lyon, service(id="autre--x", source="autre")]))
    files = source(tmp_path / "b", [structure()], [service(nom=None), service(id="essai--neuf")])
    accept = {"accept_refused": True, "accept_heavy": True}
    again = imported(files, scope=Scope(frozenset(("44",))), accept=accept)
    assert again.report.tables["service"].withdrawn == 0
    assert {row[0] for row in whole(database)["service"]} == {DOUCHE, "essai--lyon", "autre--x", "essai--neuf"}


def test_a_source_of_services_alone_withdraws_no_structure(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a"))
    imported(source(tmp_path / "b", None, [service()]), scope=EVERYWHERE, accept={"accept_heavy": True})
    assert len(whole(database)["structure"]) == 1


def test_one_person_alone_does_not_withdraw_a_fifth_of_a_departement(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    many = [service(id=f"essai--{n}") for n in range(10)]
    imported(source(tmp_path / "a", [structure()], many))
    imported(source(tmp_path / "b", [structure()], many[:8]), scope=EVERYWHERE)
    with pytest.raises(pipeline.ImportRefusedError, match="import-not-applied-heavy"):
        imported(source(tmp_path / "c", [structure()], many[:6]), scope=EVERYWHERE)
    assert len(whole(database)["service"]) == 8


def test_one_person_alone_does_not_write_more_than_500_services(imported: Imported, tmp_path: Path) -> None:
    many = [service(id=f"essai--{n}") for n in range(502)]
    imported(source(tmp_path / "a", [structure()], many))
    changed = [one | {"description": "Autre."} for one in many]
    imported(source(tmp_path / "b", [structure()], changed[:500]))
    with pytest.raises(pipeline.ImportRefusedError, match="import-not-applied-heavy"):
        imported(source(tmp_path / "c", [structure()], [one | {"description": "Encore."} for one in many[:501]]))


def test_an_import_is_taken_back_whole(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(two(tmp_path / "a"))
    before = whole(database)
    files = source(
        tmp_path / "b",
        [structure(telephone="02 61 91 00 02"), structure(id="essai--n")],
        [service(description="Autre."), service(id="essai--neuf", structure_id="essai--n")],
    )
    imported(files, scope=EVERYWHERE, accept={"accept_heavy": True})
    assert whole(database) != before
    with database.engine.begin() as connection:
        undone = undoing.undo_run(connection, 2, Signed(LATER, ALICE))
    assert undone == undoing.Undone(restored=3, removed=1, kept=0)
    assert whole(database) == before
    with database.engine.connect() as connection:
        assert [run.undone_at is None for run in runs.recent(connection, 5)] == [False, True]


def test_an_import_taken_back_comes_again(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(two(tmp_path / "a"))
    files = two(tmp_path / "b", description="Autre.")
    imported(files)
    after = whole(database)
    with database.engine.begin() as connection:
        undoing.undo_run(connection, 2, Signed(LATER))
    imported(files)
    assert whole(database) == after


def test_what_somebody_changed_since_stays_when_an_import_is_taken_back(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a"))
    imported(two(tmp_path / "b", description="Autre.", frais="gratuit"))
    carried_out(database, correcting(description="Dite par un éditeur."))
    with database.engine.begin() as connection:
        assert undoing.undo_run(connection, 2, Signed(LATER)).kept == 1
    found = values(database)
    assert (found["description"], found["frais"]) == ("Dite par un éditeur.", None)


def test_an_import_is_taken_back_once_and_within_thirty_days(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a"))
    late = Signed(NOW + timedelta(days=30, seconds=1))
    for signed, number, key in ((late, 1, "edit-too-old"), (late, 7, "edit-unknown")):
        with database.engine.begin() as connection, pytest.raises(EditRefusedError, match=key):
            undoing.undo_run(connection, number, signed)
    with database.engine.begin() as connection:
        undoing.undo_run(connection, 1, Signed(NOW + timedelta(days=30)))
    assert whole(database) == {"structure": [], "service": [], "closure": []}
    with database.engine.begin() as connection, pytest.raises(EditRefusedError, match="edit-undone-already"):
        undoing.undo_run(connection, 1, Signed(LATER))
