"""A file that somebody sends: only their territory, within bounds, the same digest for the same preview."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from directory import tables
from directory.importers.files import FileRefusedError
from directory.importers.missing import Scope
from directory.importers.pipeline import ImportRefusedError
from directory.importers.records import Reason
from directory.importers.sent import MOST_ROWS, Compared, Offered, columns_of, compare
from directory.ledger import reach, undoing
from directory.ledger.history import Signed
from tests.databases import Database
from tests.directory.conftest import NOW, ndjson, service, source, structure
from tests.directory.ledger import whole
from tests.house import clerk

LOIRE, NORD, FRANCE = Scope(frozenset({"44"})), Scope(frozenset({"59"})), Scope()
DAY = date(2026, 7, 1)
ALICE = b"a" * 32
HEAD = "nom;adresse;code postal;ville;téléphone;activité\n"


def table(*lines: str, name: str = "lieux.csv", **more: Any) -> Offered:
    return Offered(name, (HEAD + "".join(f"{line}\n" for line in lines)).encode(), DAY, **more)


def line(number: int, town: str = "44000;Nantes", phone: str = "01 99 00 12 34") -> str:
    return f"Relais numéro {number};{number} rue Haute;{town};{phone};Repas"


@contextmanager
def compared(database: Database, offered: Offered, scope: Scope = LOIRE) -> Iterator[Compared]:
    with database.engine.connect() as connection:
        yield compare(connection, clerk(), offered, scope)


def applied(database: Database, offered: Offered, scope: Scope = LOIRE, **agreed: bool) -> int | None:
    with compared(database, offered, scope) as found, database.engine.begin() as connection:
        return found.apply(connection, Signed(NOW, ALICE), **agreed)


def digest(database: Database, offered: Offered, scope: Scope = LOIRE) -> str:
    with compared(database, offered, scope) as found:
        return found.shown.digest


def names(database: Database) -> list[str]:
    with database.engine.connect() as connection:
        return list(connection.scalars(select(tables.STRUCTURES.c.nom).order_by(tables.STRUCTURES.c.nom)))


def test_the_same_file_again_changes_nothing_and_taken_back_leaves_nothing(database: Database) -> None:
    before = whole(database)
    run = applied(database, table(line(1), line(2)))
    assert run is not None
    with compared(database, table(line(1), line(2))) as again:
        assert not again.changes
        assert again.report.tables["service"].unchanged == 2
    with database.engine.connect() as connection:
        (found,) = reach.within(connection, 5)
        assert found[0].signed.actor == ALICE
        assert found[1] == {"44"}
    with database.engine.begin() as connection:
        undoing.undo_run(connection, run, Signed(NOW, ALICE))
        assert [where for _, where in reach.within(connection, 5)] == [{"44"}]
    assert whole(database) == before


def test_where_an_import_wrote_is_where_it_added_changed_and_withdrew(database: Database) -> None:
    lines = (line(1), line(2, "59000;Lille"), line(3, "69007;Lyon"))
    applied(database, table(*lines), FRANCE)
    changed = table(line(1, phone="01 99 00 12 99"), line(2, "59000;Lille"), line(4, ";Atlantide"), whole=True)
    applied(database, changed, FRANCE, agreed=True)
    with database.engine.connect() as connection:
        last, first = (where for _, where in reach.within(connection, 5))
    assert first == {"44", "59"}, "what is gone since cannot be taken back"
    assert last == {"", "44", "69"}


def test_the_digest_is_that_of_what_would_be_written(database: Database) -> None:
    one = digest(database, table(line(1), line(2)))
    assert one == digest(database, table(line(1), line(2)))
    assert one != digest(database, table(line(1), line(3)))
    assert one != digest(database, replace(table(line(1), line(2)), day=DAY + timedelta(days=1)))
    assert one != digest(database, table(line(1), line(2), name="autre.csv"))
    assert one != digest(database, table(line(1), line(2), line(3, "59000;Lille")))
    applied(database, table(line(1)))
    assert one != digest(database, table(line(1), line(2)))


def test_what_is_elsewhere_is_set_aside_and_never_written(database: Database) -> None:
    offered = table(line(1), line(2, "59000;Lille"), line(3, ";Atlantide"))
    with compared(database, offered) as found:
        assert {reason: cases.count for reason, cases in found.report.refused.items()} == {
            Reason.ELSEWHERE: 1,
            Reason.NOWHERE: 1,
        }
        assert not found.mistakes
        assert found.departements == ("44",)
    applied(database, offered)
    assert names(database) == ["Relais numéro 1"]
    applied(database, offered, FRANCE)
    assert names(database) == ["Relais numéro 1", "Relais numéro 2", "Relais numéro 3"]


def records(*places: dict[str, Any], **service_fields: Any) -> Offered:
    """Structures and services of data·inclusion, side by side in an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("x/structures.json", json.dumps(list(places)))
        archive.writestr("x/services.json", json.dumps([service(**service_fields)]))
    return Offered("x.zip", made.getvalue(), DAY)


LILLE = {"commune": "Lille", "code_postal": "59000", "code_insee": "59350", "latitude": 50.63, "longitude": 3.06}


def test_a_service_that_is_held_elsewhere_is_not_taken_over(database: Database) -> None:
    applied(database, records(structure(**LILLE), **LILLE), NORD)
    before = whole(database)
    with compared(database, records(structure(nom="Pris"), nom="Pris")) as found:
        assert not found.changes
        assert found.report.refused[Reason.ELSEWHERE].count == 1
    assert applied(database, records(structure(nom="Pris"), nom="Pris")) is None
    assert whole(database) == before


def test_a_structure_of_elsewhere_is_added_for_a_service_and_not_changed_after(database: Database) -> None:
    applied(database, records(structure(**LILLE)))
    assert names(database) == ["Accueil de jour L'Escale"]
    applied(database, records(structure(nom="Autre nom", **LILLE), nom="Douches du soir"))
    assert names(database) == ["Accueil de jour L'Escale"]
    with database.engine.connect() as connection:
        assert connection.scalars(select(tables.SERVICES.c.nom)).all() == ["Douches du soir"]


def test_what_is_absent_is_withdrawn_in_the_territory_only_and_when_asked(database: Database) -> None:
    applied(database, table(line(1), line(2), line(3, "59000;Lille")), FRANCE)
    with compared(database, table(line(1))) as kept:
        assert (kept.absent, kept.changes) == (1, False)
    offered = table(line(1), whole=True)
    with compared(database, offered) as found:
        assert found.heavy
        assert [one.name for one in found.shown.withdrawn] == ["Repas"]
        with database.engine.begin() as connection, pytest.raises(ImportRefusedError):
            found.apply(connection, Signed(NOW))
    applied(database, offered, agreed=True)
    assert names(database) == ["Relais numéro 1", "Relais numéro 3"]


def test_what_changed_in_between_is_not_written(database: Database) -> None:
    with compared(database, table(line(1))) as first, compared(database, table(line(2))) as second:
        with database.engine.begin() as connection:
            assert first.apply(connection, Signed(NOW))
        with database.engine.begin() as connection, pytest.raises(ImportRefusedError) as refused:
            second.apply(connection, Signed(NOW))
    assert refused.value.key == "import-not-applied-stale"
    assert names(database) == ["Relais numéro 1"]


def test_the_demonstration_is_not_erased_by_one_person(
    database: Database, imported: Callable[..., Any], tmp_path: Path
) -> None:
    imported(source(tmp_path / "a", [structure()], [service()]), fictional=True)
    with compared(database, table(line(1))) as found:
        assert found.heavy


def test_columns_are_those_that_were_chosen(database: Database) -> None:
    assert [match.field for match in columns_of(table(line(1))).matches][-1] == "service"
    chosen = replace(table(line(1)), columns=("nom", "adresse", "code_postal", "commune", "", "description"))
    with compared(database, chosen) as found:
        (added,) = found.shown.added
        assert added.name == "Relais numéro 1"
    with pytest.raises(FileRefusedError, match="import-file-columns"):
        applied(database, replace(chosen, columns=("", "adresse", "", "", "", "")))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Épiceries.xlsx", "epiceries"),
        ("Épiceries (1).xlsx", "epiceries"),
        ("epiceries copie v2.csv", "epiceries"),
        ("soliguide.csv", "tableau-soliguide"),
        ("solipacte.csv", "tableau-solipacte"),
        ("..", "tableau"),
        ("", "tableau"),
    ],
)
def test_a_copy_is_the_same_source_and_no_table_is_a_known_source(name: str, expected: str) -> None:
    assert Offered(name, b"", DAY).source == expected


def test_more_rows_than_a_conversation_takes_are_refused(database: Database) -> None:
    with pytest.raises(FileRefusedError, match="import-file-many"):
        applied(database, table(*(line(number) for number in range(MOST_ROWS + 1))))


def test_invented_places_are_not_imported_here(database: Database) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("structures.json", json.dumps([structure()]))
        archive.writestr("services.json", json.dumps([service()]))
        archive.writestr("export.json", json.dumps({"fictional": True}))
    with pytest.raises(FileRefusedError, match="import-file-fictional"):
        applied(database, Offered("x.zip", made.getvalue(), DAY))


def test_closures_of_the_structures_of_the_file_only_are_replaced(database: Database) -> None:
    content = (Path(__file__).parent / "data" / "soliguide.json").read_bytes()
    applied(database, Offered("soliguide.json", content, DAY))
    with database.engine.connect() as connection:
        assert len(connection.execute(select(tables.CLOSURES.c.id)).all()) == 1
    with compared(database, Offered("soliguide.json", content, DAY)) as again:
        assert not again.closes
    places = json.loads(content)
    for place in places["places"]:
        place.pop("tempInfos", None)
    reopened = Offered("soliguide.json", json.dumps(places).encode(), DAY)
    with compared(database, reopened) as found:
        assert found.closes
    other = {**places, "places": [place for place in places["places"] if place["lieu_id"] != 900001]}
    with compared(database, Offered("soliguide.json", json.dumps(other).encode(), DAY)) as found:
        assert not found.closes


def test_closures_alone_are_an_import_of_their_territory_that_is_taken_back(database: Database) -> None:
    content = (Path(__file__).parent / "data" / "soliguide.json").read_bytes()
    applied(database, Offered("soliguide.json", content, DAY))
    before = whole(database)
    places = json.loads(content)
    next(place for place in places["places"] if place["lieu_id"] == 900001).pop("tempInfos")
    reopened = Offered("soliguide.json", json.dumps(places).encode(), DAY)
    with compared(database, reopened) as found:
        assert found.closes
        assert not found.report.changes
    run = applied(database, reopened)
    assert whole(database)["closure"] == []
    with database.engine.begin() as connection:
        assert reach.within(connection, 1)[0][1] == {"44"}
        undoing.undo_run(connection, run or 0, Signed(NOW, ALICE))
    assert whole(database) == before


def test_structures_or_services_alone(database: Database) -> None:
    applied(database, Offered("a.json", ndjson([structure()]), DAY))
    assert names(database) == ["Accueil de jour L'Escale"]
    with compared(database, Offered("b.json", ndjson([service()]), DAY)) as found:
        assert (found.report.tables["service"].added, found.report.refusals) == (1, 0)
