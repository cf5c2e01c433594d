"""Each kind of source, from a saved sample in its own form: what the preview says, and what is held afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.talk.wording import Wording
from directory import rows
from directory.closures import read_closures
from directory.importers import closing, data_inclusion, pipeline, soliguide
from directory.importers.origins import Asked, Kind, origin
from directory.importers.places import Places
from directory.importers.raw import Origin
from directory.importers.records import Mending
from directory.importers.report import sentences
from directory.ledger.history import Signed
from directory.needs import Needs
from tests.databases import Database
from tests.directory.conftest import COMMUNES, NOW, ndjson, service, structure

DATA = Path(__file__).parent / "data"
DAY = date(2026, 6, 30)
SAMPLES = {
    Kind.SOLIGUIDE: "soliguide.json",
    Kind.LANNUAIRE: "lannuaire.json",
    Kind.MEDIATION_NUMERIQUE: "mediation-numerique.csv",
    Kind.FRANCE_SERVICES: "france-services.csv",
    Kind.TABLE: "table.csv",
    Kind.HSDS: "hsds.json",
}
# Structures, services, entries left aside; then what was put right.
PREVIEWS: dict[Kind, tuple[int, int, int, dict[Mending, int]]] = {
    Kind.SOLIGUIDE: (2, 4, 1, {}),
    Kind.LANNUAIRE: (2, 2, 1, {}),
    Kind.MEDIATION_NUMERIQUE: (2, 2, 1, {}),
    Kind.FRANCE_SERVICES: (2, 2, 0, {}),
    Kind.TABLE: (2, 2, 0, {}),
    Kind.HSDS: (2, 3, 1, {Mending.PLACE_UNKNOWN: 1}),
}


@pytest.fixture(scope="module")
def needs() -> Needs:
    return Needs.load()


@dataclass
class Import:
    """A database, and one way to put a file in it."""

    database: Database
    needs: Needs

    @contextmanager
    def preview(self, kind: Kind, path: Path) -> Iterator[tuple[pipeline.Preview, Origin, data_inclusion.Reader]]:
        of = origin(kind, Asked(path, DAY))
        assert of
        with self.database.engine.connect() as connection:
            structure_of = pipeline.structure_of(connection)
            reader = data_inclusion.Reader(Places(COMMUNES).resolve, self.needs.of_service, structure_of)
            with pipeline.preview(connection, reader.read(of)) as previewed:
                yield previewed, of, reader

    def __call__(self, kind: Kind, path: Path) -> pipeline.Preview:
        with self.preview(kind, path) as (previewed, of, reader), self.database.engine.begin() as connection:
            run = pipeline.apply(connection, previewed, signed=Signed(NOW), accept_refused=True)
            if of.closes:
                closing.replace(connection, of.closes, reader.closings, signed=Signed(NOW, run=run))
            return previewed

    def hours(self) -> dict[str, str | None]:
        """By the name of the service."""
        with self.database.engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT nom, horaires_accueil FROM service")
            return {row.nom: row.horaires_accueil for row in found}

    def services(self) -> dict[str, rows.ServiceRow]:
        with self.database.engine.connect() as connection:
            ids = connection.exec_driver_sql("SELECT id FROM service").scalars().all()
            return {row.name: row for row in rows.read_services(connection, ids).values()}


@pytest.fixture
def imports(database: Database, needs: Needs) -> Import:
    return Import(database, needs)


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_preview_of_a_sample_says_what_it_holds(imports: Import, kind: Kind) -> None:
    structures, services, skipped, mended = PREVIEWS[kind]
    with imports.preview(kind, DATA / SAMPLES[kind]) as (previewed, of, _):
        assert not previewed.report.refused
        assert {mending: cases.count for mending, cases in previewed.report.mended.items()} == mended
        said = [Wording().say("fr", one.key, **one.arguments) for one in sentences(previewed.report)]
        assert said[0] == f"Structures\u00a0: {structures} nouvelles, 0 modifiée, 0 sans changement."
        assert said[1] == f"Services\u00a0: {services} nouveaux, 0 modifié, 0 sans changement."
        assert (of.tally.skipped, of.tally.repeated) == (skipped, 0)
    assert imports.services() == {}


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_same_sample_twice_changes_nothing(imports: Import, kind: Kind) -> None:
    imports(kind, DATA / SAMPLES[kind])
    assert imports(kind, DATA / SAMPLES[kind]).report.changes == 0


def test_soliguide_becomes_services_with_hours_publics_and_conditions(imports: Import, database: Database) -> None:
    imports(Kind.SOLIGUIDE, DATA / "soliguide.json")
    found = imports.services()
    assert found["Douche"].needs == ("shower",)
    hours = imports.hours()
    assert hours["Douche"] == "Mo-Tu 08:30-12:30,14:00-17:00; PH off"
    assert hours["Bagagerie"] == "Mo 09:00-10:00"
    assert found["Suivi de grossesse"].conditions == "Sur rendez-vous : au téléphone"
    assert hours["Distribution de repas"] == '"Fermée jusqu\'à nouvel ordre"'
    with database.engine.connect() as connection:
        closures = read_closures(connection)
    assert [(one.first_day, one.last_day) for one in closures["soliguide--900001--a1"]] == [
        (date(2026, 8, 1), date(2026, 8, 15))
    ]


def test_a_closure_that_is_no_longer_told_is_gone(imports: Import, database: Database, tmp_path: Path) -> None:
    imports(Kind.SOLIGUIDE, DATA / "soliguide.json")
    path = tmp_path / "soliguide.json"
    path.write_text((DATA / "soliguide.json").read_text(encoding="utf-8").replace('"actif": true', '"actif": false'))
    imports(Kind.SOLIGUIDE, path)
    with database.engine.connect() as connection:
        assert read_closures(connection) == {}


def test_every_category_of_soliguide_leads_to_its_need_or_at_least_to_its_theme(needs: Needs) -> None:
    known = soliguide.categories()
    exact = 0
    for category, (nom, thematiques) in known.items():
        got = needs.of_service(nom=nom, thematiques=thematiques)
        if wanted := needs.of_soliguide(category):
            exact += bool({*wanted} & {*got})
            themes = {needs.theme(need) for need in wanted}
            assert themes & {needs.theme(need) for need in got} or category in ("wellness", "gynecology"), category
    assert exact >= 85


def test_identical_entries_are_read_once_and_counted(imports: Import, tmp_path: Path) -> None:
    lines = (DATA / "france-services.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    path = tmp_path / "list.csv"
    path.write_text("".join([*lines, lines[1]]), encoding="utf-8")
    with imports.preview(Kind.FRANCE_SERVICES, path) as (previewed, of, _):
        assert (of.tally.repeated, previewed.report.refused) == (1, {})


def test_pages_of_one_object_and_a_bare_list_hold_the_same(imports: Import, tmp_path: Path) -> None:
    whole = (DATA / "soliguide.json").read_text(encoding="utf-8")
    path = tmp_path / "list.json"
    path.write_text(whole[whole.index("[") : whole.rindex("]") + 1], encoding="utf-8")
    imports(Kind.SOLIGUIDE, DATA / "soliguide.json")
    assert imports(Kind.SOLIGUIDE, path).report.changes == 0


def test_the_csv_of_the_open_export_holds_what_its_json_holds(imports: Import, tmp_path: Path) -> None:
    def cell(value: object) -> str:
        return '"' + str("" if value is None else value).replace('"', '""') + '"'

    folder = tmp_path / "csv"
    folder.mkdir()
    records = {
        "structures": structure(siret=20005478100022.0, code_insee=44109.0),
        "services": service(nombre_semaines=3.0, thematiques=["sante--addictions", "remobilisation--lien-social"]),
    }
    for name, record in records.items():
        header, values = ",".join(record), ",".join(map(cell, record.values()))
        (folder / f"{name}.csv").write_text(f"{header}\n{values}\n", encoding="utf-8")
    imports(Kind.DATA_INCLUSION, folder)
    other = tmp_path / "json"
    other.mkdir()
    for name, record in records.items():
        (other / f"{name}.ndjson").write_bytes(ndjson([record]))
    assert imports(Kind.DATA_INCLUSION, other).report.changes == 0
