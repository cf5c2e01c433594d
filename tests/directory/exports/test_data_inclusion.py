"""data·inclusion: what is exported conforms, and comes back as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from data_inclusion.schema import v1  # type: ignore[import-untyped]  # it ships no types
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, select
from sqlmodel import SQLModel

from directory import tables
from directory.communes.commune import Commune
from directory.exports import data_inclusion
from directory.exports.about import Tally
from directory.exports.data_inclusion import SERVICES, STRUCTURES, Notes
from directory.exports.reading import holdings
from directory.exports.scope import Scope
from directory.importers import pipeline
from directory.importers.data_inclusion import Reader
from directory.importers.folder import ABOUT, Source
from directory.importers.places import Places, known
from directory.ledger.history import Signed
from directory.needs import Needs
from tests.databases import Database
from tests.directory.conftest import COMMUNES, NOW, needs_of, service, source, structure
from tests.directory.exports.conftest import FICTIONAL, NOTES, SECRET, Records

SHIPPED = Needs.load()
REFUGE = {
    "structure_id": "essai--refuge",
    "adresse": "5 rue Cachée",
    "telephone": "02 61 91 00 02",
    "thematiques": ["famille--surmonter-conflits-separation-violence"],
}


def exported(connection: Connection, folder: Path, *, complete: bool = False, notes: Notes = NOTES) -> Tally:
    folder.mkdir()
    return data_inclusion.write(folder, holdings(connection, Scope(), complete=complete), notes)


def read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def rows(connection: Connection) -> list[dict[str, Any]]:
    """Every row of the directory, in order."""
    found: list[dict[str, Any]] = []
    for name in ("structure", "service"):
        table = SQLModel.metadata.tables[name]
        found += [{**row} for row in connection.execute(select(table).order_by(table.c.id)).mappings()]
    return found


def put(connection: Connection, of: Source, resolve: Any, needs: Any) -> None:
    reader = Reader(resolve, needs, pipeline.structure_of(connection))
    with pipeline.preview(connection, reader.read(of)) as previewed:
        pipeline.apply(connection, previewed, signed=Signed(NOW), accept_refused=True)


def comes_back(folder: Path, of: Source, resolve: Any, needs: Any) -> None:
    """Import, export, import elsewhere: the same rows and digests."""
    first, second = (create_engine("sqlite://") for _ in range(2))
    for engine in (first, second):
        SQLModel.metadata.create_all(engine)
    with first.begin() as one, second.begin() as other:
        put(one, of, resolve, needs)
        tally = exported(one, folder / "export", complete=True)
        assert not tally.left_out
        put(other, Source.at(folder / "export"), resolve, needs)
        assert rows(one) == rows(other)
        assert rows(one)


def test_every_record_conforms_and_nothing_is_lost(
    database: Database, imported: Callable[..., Any], made: Callable[..., Records], tmp_path: Path
) -> None:
    structures, services = made(200, 3)
    imported(source(tmp_path / "in", structures, services), accept={"accept_refused": True})
    with database.engine.connect() as connection:
        tally = exported(connection, tmp_path / "out")
        held = rows(connection)
    written = read(tmp_path / "out" / STRUCTURES), read(tmp_path / "out" / SERVICES)
    for model, records in zip((v1.Structure, v1.Service), written, strict=True):
        for each in records:
            model.model_validate(each)
    assert not tally.left_out
    assert (tally.structures, tally.services) == tuple(map(len, written))
    assert sorted(each["id"] for part in written for each in part) == sorted(row["id"] for row in held)


def test_imported_again_into_an_empty_directory_it_is_the_same(
    database: Database, imported: Callable[..., Any], made: Callable[..., Records], tmp_path: Path
) -> None:
    structures, services = made(200, 4)
    first = imported(source(tmp_path / "in", structures, services), accept={"accept_refused": True})
    assert first.report.changes
    with database.engine.connect() as connection:
        exported(connection, tmp_path / "out", complete=True)
        before = rows(connection)
    again = imported(Source.at(tmp_path / "out"))
    assert not again.report.changes
    assert not again.report.refusals
    with database.engine.connect() as connection:
        assert rows(connection) == before


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_any_invented_directory_comes_back_as_it_was(
    seed: int, made: Callable[..., Records], communes: list[Commune], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("again")
    structures, services = made(60, seed)
    of = source(folder / "in", structures, services)
    comes_back(folder, of, Places(known(communes)).resolve, SHIPPED.of_service)


TEXTS = st.text(min_size=5, max_size=40).filter(lambda said: len(said.split()) > 0)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "nom": st.one_of(TEXTS, st.just("Douches &amp; laverie")),
        "description": st.one_of(TEXTS, st.just("<p>Repas &eacute;quilibr&eacute;s<br>le midi</p>")),
        "telephone": st.sampled_from(
            ["02 61 91 00 01", "02 61 91 00 01 / 06 39 98 00 01", "39 19", "0262 00 00 01", "+590 590 00 00 01", "xx"]
        ),
        "latitude": st.sampled_from([None, 47.22, -1.55, 0.0, 50.6, 1e9]),
        "longitude": st.sampled_from([None, -1.55, 47.22, 0.0, 3.0]),
        "code_postal": st.sampled_from([None, "44000", "97400", 44000.0, "59"]),
        "code_insee": st.sampled_from([None, "44109", "97411", "99999"]),
        "commune": st.sampled_from([None, "NANTES CEDEX 3", "Saint-Denis", "Lyon"]),
        "publics": st.sampled_from([None, ["femmes", "jeunes"], ["tous-publics", "femmes"]]),
        "zone_eligibilite": st.sampled_from([None, ["france"], ["44", "44109"]]),
        "volume_horaire_hebdomadaire": st.sampled_from([None, 3, 3.5, -1]),
        "nombre_semaines": st.sampled_from([None, 4, 0]),
        "date_maj": st.sampled_from(["2024-05-12", 1715500000000, "2024-05-12T08:00:00"]),
    },
)


@settings(max_examples=40, deadline=None)
@given(place=FIELDS, offered=FIELDS)
def test_what_files_write_badly_comes_back_as_it_was_mended(
    place: dict[str, Any], offered: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("again")
    for name in ("publics", "zone_eligibilite", "volume_horaire_hebdomadaire", "nombre_semaines"):
        place.pop(name, None)
    of = source(
        folder / "in", [structure(), structure(**{**place, "id": "essai--autre"})],
        [service(), service(**{**offered, "id": "essai--b", "structure_id": "essai--autre"})],
    )  # fmt: skip
    comes_back(folder, of, Places(COMMUNES).resolve, needs_of)


def refuge(**fields: object) -> dict[str, Any]:
    return service(**{"id": "essai--refuge-nuit", "nom": "Hébergement de femmes battues", **REFUGE, **fields})


@pytest.fixture
def sheltering(imported: Callable[..., Any], tmp_path: Path) -> None:
    """A day centre, and a refuge that also listens by telephone, at the same address, and elsewhere."""
    place = structure(
        id="essai--refuge", nom="Maison Olympe", adresse="5 rue Cachée", siret="55217862900132",
        site_web="https://olympe.example.org", courriel="olympe@example.org",
    )  # fmt: skip
    listening = refuge(id="essai--refuge-ecoute", nom="Écoute", contact_nom_prenom="Ada Lovelace")
    elsewhere = refuge(id="essai--refuge-ville", nom="Permanence en ville", adresse="1 place Royale")
    guided = service(
        id="essai--orientation", nom="Colis", mobilisable_par=["professionnels"], contact_nom_prenom="Ada Lovelace"
    )
    services = [service(), guided, refuge(), listening, elsewhere]
    imported(source(tmp_path / "in", [structure(), place], services))


@pytest.mark.usefixtures("sheltering")
def test_where_a_shelter_is_stands_nowhere(database: Database, tmp_path: Path) -> None:
    with database.engine.connect() as connection:
        exported(connection, tmp_path / "out")
    said = "".join((tmp_path / "out" / name).read_text(encoding="utf-8") for name in (STRUCTURES, SERVICES))
    for secret in ("Cachée", "55217862900132", "olympe.example.org", "olympe@example.org", "Lovelace"):
        assert secret not in said
    by_id = {each["id"]: each for each in read(tmp_path / "out" / SERVICES)}
    night = by_id["essai--refuge-nuit"]
    assert (night["description"], night["telephone"], night["commune"]) == (SECRET, "+33261910002", "Nantes")
    assert not {"adresse", "latitude", "longitude"} & (night.keys() | by_id["essai--refuge-ecoute"].keys())
    assert by_id["essai--refuge-ville"]["adresse"] == "1 place Royale"
    assert "adresse" not in by_id["essai--orientation"]
    assert by_id["essai--douche"]["adresse"] == "12 rue Louise-Michel"


@pytest.mark.usefixtures("sheltering")
def test_a_complete_export_keeps_it_for_whoever_runs_the_directory(database: Database, tmp_path: Path) -> None:
    with database.engine.connect() as connection:
        exported(connection, tmp_path / "out", complete=True)
    by_id = {each["id"]: each for each in read(tmp_path / "out" / SERVICES)}
    assert by_id["essai--refuge-nuit"]["adresse"] == "5 rue Cachée"
    assert by_id["essai--refuge-ecoute"]["contact_nom_prenom"] == "Ada Lovelace"


def test_a_shelter_without_services_is_no_less_secret(
    database: Database, imported: Callable[..., Any], tmp_path: Path
) -> None:
    said = "Foyer qui héberge des femmes victimes de violences conjugales."
    imported(source(tmp_path / "in", [structure(description=said)], None))
    with database.engine.connect() as connection:
        exported(connection, tmp_path / "out")
    (shown,) = read(tmp_path / "out" / STRUCTURES)
    assert not {"adresse", "latitude", "longitude", "description"} & shown.keys()


def test_what_is_invented_says_so_and_stays_so(
    database: Database, imported: Callable[..., Any], tmp_path: Path
) -> None:
    imported(source(tmp_path / "in", [structure()], [service()]), fictional=True)
    with database.engine.connect() as connection:
        exported(connection, tmp_path / "out", notes=Notes(SECRET, FICTIONAL))
    for name in (STRUCTURES, SERVICES):
        assert all(each["description"].startswith(FICTIONAL) for each in read(tmp_path / "out" / name))
    assert not Source.at(tmp_path / "out").fictional
    (tmp_path / "out" / ABOUT).write_text('{"fictional": true}', encoding="utf-8")
    assert Source.at(tmp_path / "out").fictional


def test_a_row_that_no_longer_conforms_is_left_out_with_its_services_and_told(
    database: Database, imported: Callable[..., Any], tmp_path: Path
) -> None:
    imported(source(tmp_path / "in", [structure(), structure(id="essai--b")], [service()]))
    table = tables.Structure.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time
    with database.engine.begin() as connection:
        connection.execute(table.update().where(table.c.id == "essai--escale").values(siret="1", date_maj=date.min))
        tally = exported(connection, tmp_path / "out")
    assert tally.left_out == ["essai--escale", "essai--douche"]
    assert [each["id"] for each in read(tmp_path / "out" / STRUCTURES)] == ["essai--b"]
