"""Preview, then all or nothing: on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from directory import rows, versions
from directory.closures import read_closures
from directory.flags import Flag
from directory.importers import pipeline
from directory.importers.records import Mending, Reason
from directory.importers.report import sentences
from directory.ledger.history import Signed
from directory.tables import Closure, Service, Structure
from tests.databases import Database
from tests.directory.conftest import NOW, service, source, structure

Imported = Callable[..., pipeline.Preview]


def held(database: Database) -> tuple[int, int, int]:
    """Structures, services, version."""
    with database.engine.connect() as connection:
        counts = [connection.scalar(select(func.count()).select_from(table)) or 0 for table in (Structure, Service)]
        return counts[0], counts[1], versions.current(connection)


def card(database: Database, service_id: str = "essai--douche") -> rows.ServiceRow:
    with database.engine.connect() as connection:
        return rows.read_services(connection, [service_id])[service_id]


def test_a_preview_writes_nothing(database: Database, importing: Callable[..., Any], tmp_path: Path) -> None:
    with importing(source(tmp_path, [structure()], [service()])) as previewed:
        assert previewed.report.tables["structure"].added == 1
        assert previewed.report.tables["service"].added == 1
    assert held(database) == (0, 0, 0)


def test_an_import_writes_everything_and_bumps_the_version(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(source(tmp_path, [structure()], [service()]))
    assert held(database) == (1, 1, 1)
    found = card(database)
    assert (found.place, found.needs) == ("44109", ("hygiene",))
    assert [phone.number for phone in found.phones] == ["+33261910001"]


def test_the_same_files_twice_change_nothing(database: Database, imported: Imported, tmp_path: Path) -> None:
    of = source(tmp_path, [structure()], [service()])
    imported(of)
    again = imported(of)
    assert again.report.changes == 0
    assert [sentence.key for sentence in sentences(again.report)][-1] == "import-nothing-new"
    assert held(database) == (1, 1, 1)


def test_a_changed_row_replaces_the_old_one(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(source(tmp_path, [structure()], [service()]))
    again = imported(source(tmp_path, [structure()], [service(description="Douches fermées cet été.", publics=None)]))
    assert (again.report.tables["structure"].unchanged, again.report.tables["service"].changed) == (1, 1)
    assert card(database).description == "Douches fermées cet été."
    assert held(database) == (1, 1, 2)


def test_services_alone_find_the_structures_already_held(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(source(tmp_path / "both", [structure()], [service()]))
    alone = service(id="essai--linge", nom="Laverie", commune=None, code_postal=None, code_insee=None)
    imported(source(tmp_path / "alone", None, [alone | {"latitude": None, "longitude": None, "adresse": None}]))
    found = card(database, "essai--linge")
    assert (found.place, found.latitude, found.address) == ("44109", 47.22, "12 rue Louise-Michel")


def test_refused_records_hold_everything_back_unless_accepted(
    database: Database, imported: Imported, importing: Callable[..., Any], tmp_path: Path
) -> None:
    of = source(tmp_path, [structure()], [service(), service(id="essai--b", nom=None)])
    with importing(of) as previewed:
        cases = previewed.report.refused[Reason.MISSING_FIELD]
        assert [(spot.line, spot.id, detail) for spot, detail in cases.examples] == [(2, "essai--b", "nom")]
    with pytest.raises(pipeline.ImportRefusedError, match="import-not-applied-refused"):
        imported(of)
    assert held(database) == (0, 0, 0)
    imported(of, accept={"accept_refused": True})
    assert held(database) == (1, 1, 1)


def test_duplicates_are_refused_after_the_first_with_its_line(importing: Callable[..., Any], tmp_path: Path) -> None:
    with importing(source(tmp_path, [structure(), structure(nom="Autre nom")], [service(), service()])) as previewed:
        cases = previewed.report.refused[Reason.DUPLICATE]
        assert [(spot.file, spot.line, first) for spot, first in cases.examples] == [
            ("structures.json", 2, "1"),
            ("services.json", 2, "1"),
        ]


def test_a_service_follows_the_fate_of_its_structure(importing: Callable[..., Any], tmp_path: Path) -> None:
    services = [service(), service(id="essai--b", structure_id="essai--nulle-part")]
    with importing(source(tmp_path, [structure(nom="X")], services)) as previewed:
        refused = previewed.report.refused
        assert refused[Reason.STRUCTURE_REFUSED].examples[0][1] == "essai--escale"
        assert refused[Reason.NO_STRUCTURE].examples[0][1] == "essai--nulle-part"


def test_examples_stop_at_twenty_but_the_count_does_not(importing: Callable[..., Any], tmp_path: Path) -> None:
    with importing(source(tmp_path, [structure()], [{"id": str(n)} for n in range(100)])) as previewed:
        cases = previewed.report.refused[Reason.MISSING_FIELD]
        assert (cases.count, len(cases.examples)) == (100, 20)


def test_the_first_real_import_removes_what_was_invented(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    invented = [structure(id="demo--s"), structure(id="essai--escale", nom="Inventée")]
    imported(source(tmp_path / "demo", invented, [service(id="demo--v", structure_id="demo--s")]), fictional=True)
    assert card(database, "demo--v").flags & Flag.FICTIONAL
    with database.engine.begin() as connection:
        closed = Closure(structure_id="demo--s", first_day=date(2026, 7, 1), last_day=date(2026, 7, 2))
        connection.execute(Closure.__table__.insert().values(closed.model_dump(exclude={"id"})))  # type: ignore[attr-defined]  # SQLModel gives it at run time
    real = imported(source(tmp_path / "real", [structure()], [service()]))
    assert real.report.fictional_removed == 1
    assert held(database) == (1, 1, 2)
    assert not card(database).fictional
    with database.engine.connect() as connection:
        assert not versions.is_fictional(connection)


def test_a_preview_that_grew_old_is_not_applied(
    database: Database, importing: Callable[..., Any], tmp_path: Path
) -> None:
    with importing(source(tmp_path, [structure()], [service()])) as previewed:
        with database.engine.begin() as connection:
            versions.bump(connection, now=NOW, fictional=False)
        with database.engine.begin() as connection, pytest.raises(pipeline.ImportRefusedError, match="stale"):
            pipeline.apply(connection, previewed, signed=Signed(NOW))
    assert held(database) == (0, 0, 1)


def test_a_failure_in_the_middle_leaves_nothing(
    database: Database, importing: Callable[..., Any], tmp_path: Path
) -> None:
    def fail(_done: int, _total: int) -> None:
        raise OSError("disk full")

    many = [service(id=f"essai--{n}") for n in range(1200)]
    with (
        importing(source(tmp_path, [structure()], many)) as previewed,
        pytest.raises(OSError, match="disk full"),
        database.engine.begin() as connection,
    ):
        pipeline.apply(connection, previewed, signed=Signed(NOW), progress=fail)
    assert held(database) == (0, 0, 0)


def test_progress_ends_at_its_total(database: Database, importing: Callable[..., Any], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    many = [service(id=f"essai--{n}") for n in range(1200)]
    with importing(source(tmp_path, [structure()], many)) as previewed, database.engine.begin() as connection:
        pipeline.apply(
            connection, previewed, signed=Signed(NOW), progress=lambda done, total: told.append((done, total))
        )
    assert told == sorted(told)
    assert told[-1] == (1201, 1201)


def test_services_that_left_the_files_are_counted(
    importing: Callable[..., Any], imported: Imported, tmp_path: Path
) -> None:
    imported(source(tmp_path / "a", [structure()], [service(), service(id="essai--b")]))
    with importing(source(tmp_path / "b", [structure()], [service()])) as previewed:
        assert previewed.report.absent == 1


def test_what_was_mended_is_told(importing: Callable[..., Any], tmp_path: Path) -> None:
    dirty = structure(latitude=-1.55, longitude=47.22, telephone="voir le site", courriel="pas une adresse")
    with importing(source(tmp_path, [dirty], [service(id="essai--x", code_insee=None, code_postal=None)])) as previewed:
        assert set(previewed.report.mended) == {
            Mending.POSITION_SWAPPED,
            Mending.PHONE_UNREADABLE,
            Mending.FIELD_DROPPED,
        }


@pytest.mark.parametrize("flag", [{"mobilisable_par": ["professionnels"]}, {"nom": "Foyer pour victimes de violences"}])
def test_the_address_of_a_discreet_place_is_never_read(
    database: Database, imported: Imported, tmp_path: Path, flag: dict[str, Any]
) -> None:
    imported(source(tmp_path, [structure()], [service(**flag)]))
    found = card(database)
    assert found.flags & (Flag.DISCREET | Flag.PROFESSIONALS_ONLY)
    assert (found.address, found.address_details, found.latitude, found.longitude) == (None, None, None, None)
    assert found.phones


def test_closures_of_the_days_asked_come_with_the_service(
    database: Database, imported: Imported, tmp_path: Path
) -> None:
    imported(source(tmp_path, [structure()], [service()]))
    first = NOW.date() - timedelta(days=1)
    closures = [
        {
            "structure_id": "essai--escale",
            "service_id": None,
            "first_day": first,
            "last_day": NOW.date(),
            "message": "a",
        },
        {
            "structure_id": None,
            "service_id": "essai--douche",
            "first_day": NOW.date(),
            "last_day": NOW.date(),
            "message": "b",
        },
        {"structure_id": "essai--escale", "service_id": None, "first_day": first, "last_day": first, "message": "c"},
    ]
    with database.engine.begin() as connection:
        connection.execute(Closure.__table__.insert(), closures)  # type: ignore[attr-defined]  # idem
    with database.engine.connect() as connection:
        found = read_closures(connection)["essai--douche"]
    assert {closed.message for closed in found} == {"a", "b", "c"}


def test_the_index_is_what_the_search_needs(database: Database, imported: Imported, tmp_path: Path) -> None:
    imported(
        source(
            tmp_path, [structure()], [service(), service(id="essai--b", zone_eligibilite=["44"], publics=["femmes"])]
        )
    )
    with database.engine.connect() as connection:
        found = {row.id: row for row in rows.read_index(connection)}
    assert found["essai--b"].zone == ("44",)
    assert found["essai--b"].publics == ("femmes",)
    assert found["essai--douche"].zone == ()
    assert found["essai--douche"].hours == "Mo-Fr 09:00-17:00"
    assert found["essai--douche"].needs == ("hygiene",)
