"""`solipacte export data-inclusion`, `hsds`, `csv`, `page`: what is written, what is said, what is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from bot.app import database_of, utc_now
from bot.cli.asked_services import Asked
from bot.cli.directory_exports import export_csv, export_data_inclusion, export_hsds
from bot.cli.importing import Terms, import_services
from bot.cli.page_export import export_page
from bot.directories import load_demonstration
from bot.records.engines import database_url, make_engine
from bot.settings import Settings
from directory import versions
from directory.demo import loading
from directory.importers import origins
from tests.warm import warm

Heard = Callable[[], str]


@pytest.fixture
def heard(capsys: pytest.CaptureFixture[str]) -> Heard:
    """What the command said."""
    return lambda: capsys.readouterr().out


def lines(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))


def imported(settings: Settings, folder: Path, *, dry_run: bool = False) -> int:
    """Bring an export in; gives the exit code."""
    asked = origins.Asked(folder, date(2026, 7, 1))
    return import_services(settings, origins.Kind.DATA_INCLUSION, asked, Terms(dry_run=dry_run))


def test_a_folder_that_the_import_reads_again(settings: Settings, tmp_path: Path, heard: Heard) -> None:
    assert export_data_inclusion(settings, tmp_path / "out", complete=True, force=False) == 0
    said = heard()
    assert "Voici 20 services (14 structures)" in said
    assert "Ne le publiez pas" in said
    assert "Licence inconnue pour\u00a0: exemple" in said
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    about = json.loads((tmp_path / "out" / "export.json").read_text(encoding="utf-8"))
    assert (about["complete"], about["fictional"], about["left_out"]) == (True, False, [])
    assert about["sources"] == [{"source": "exemple", "services": 20, "licence": "à demander à la source"}]
    other = Settings(data_dir=warm(tmp_path / "other"))
    assert imported(other, tmp_path / "out") == 0
    assert imported(settings, tmp_path / "out", dry_run=True) == 0
    assert "il n’y a rien à changer" in heard()


def test_by_default_anybody_may_read_it(settings: Settings, tmp_path: Path, heard: Heard) -> None:
    assert export_data_inclusion(settings, tmp_path / "out", complete=False, force=False) == 0
    assert "Attention" not in heard()
    assert all("Cachée" not in file.read_text(encoding="utf-8") for file in (tmp_path / "out").iterdir())


def test_a_folder_is_replaced_only_when_it_is_an_export_and_is_asked_for(
    settings: Settings, tmp_path: Path, heard: Heard
) -> None:
    out = tmp_path / "out"
    assert export_data_inclusion(settings, out, complete=False, force=False) == 0
    assert export_data_inclusion(settings, out, complete=False, force=False) == 1
    assert "--force" in heard()
    assert export_data_inclusion(settings, out, complete=False, force=True) == 0
    (out / "thesis.odt").touch()
    assert export_data_inclusion(settings, out, complete=False, force=True) == 1
    assert "Rien n’a été effacé" in heard()
    assert (out / "thesis.odt").exists()
    assert {file.name for file in tmp_path.iterdir()} == {"out", "var"}


def test_inventions_stay_inventions(
    tmp_path: Path, settings: Settings, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.directories.SERVICES", 60)
    monkeypatch.setattr(loading, "SERVICES", 60)
    demo = Settings(data_dir=warm(tmp_path / "demo"))
    load_demonstration(demo, now=utc_now())
    assert export_data_inclusion(demo, tmp_path / "out", complete=True, force=False) == 0
    assert "inventés" in heard()
    other = Settings(data_dir=warm(tmp_path / "other"))
    assert imported(other, tmp_path / "out") == 0
    with make_engine(database_url(database_of(other))).connect() as connection:
        assert versions.is_fictional(connection)
    assert imported(settings, tmp_path / "out") == 1
    assert "de vraies fiches" in heard()


def test_a_table_of_what_is_asked_for(settings: Settings, tmp_path: Path, heard: Heard) -> None:
    file = tmp_path / "douches.csv"
    assert export_csv(settings, file, asked=Asked(commune="nantes", need="douche"), force=False) == 0
    found = lines(file)
    assert {row["service"] for row in found} == {"Douches", "Douches publiques"}
    first = next(row for row in found if row["service"] == "Douches")
    assert (first["besoins"], first["téléphone"], first["animaux"]) == ("Douche", "02 61 91 10 01", "oui")
    assert first["horaires"].startswith("du lundi au samedi")
    assert (first["latitude"], first["longitude"]) == ("47,213", "-1,548")
    assert (first["vérifié le"], first["source"], first["licence"]) == (
        "05/01/2026",
        "exemple",
        "à demander à la source",
    )
    assert "Voici 2 services" in heard()


def test_the_table_hides_what_a_person_must_not_see(settings: Settings, tmp_path: Path) -> None:
    assert export_csv(settings, tmp_path / "all.csv", asked=Asked(), force=False) == 0
    assert "Cachée" not in (tmp_path / "all.csv").read_text(encoding="utf-8")
    by_name = {row["service"]: row for row in lines(tmp_path / "all.csv")}
    night = by_name["Hébergement de femmes victimes de violences"]
    assert (night["adresse"], night["latitude"], night["commune"]) == ("", "", "Nantes")
    assert "secrète" in night["à savoir"]
    assert by_name["Épicerie sociale et solidaire"]["adresse"] == ""


def test_a_workbook_has_the_same_lines(settings: Settings, tmp_path: Path) -> None:
    for kind in ("csv", "xlsx"):
        assert export_csv(settings, tmp_path / f"t.{kind}", asked=Asked(departement="Nord"), force=False) == 0
    with (tmp_path / "t.xlsx").open("rb") as opened:
        rows = CalamineWorkbook.from_filelike(opened).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows[1:]] == [row["service"] for row in lines(tmp_path / "t.csv")]
    assert len(rows) == 5


def test_hsds_of_a_theme(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "hsds.json"
    assert export_hsds(settings, file, asked=Asked(departement="59", need="alimentation"), force=False) == 0
    found = json.loads(file.read_text(encoding="utf-8"))
    names = sorted(service["name"] for each in found["contents"] for service in each["services"])
    assert names == ["Colis alimentaire", "Petit-déjeuner solidaire", "Repas chauds"]
    assert found["total_items"] == len(found["contents"]) == 2


@pytest.mark.parametrize(
    ("name", "asked", "why"),
    [
        ("t.pdf", Asked(), ".csv, .xlsx"),
        ("t.csv", Asked(departement="99"), "Je ne connais pas le département"),
        ("t.csv", Asked(commune="Saint-Denis"), "Je ne suis pas sûr de la commune"),
        ("t.csv", Asked(commune="Zzyzx"), "Je ne connais pas la commune"),
        ("t.csv", Asked(need="xylophone"), "Je ne connais pas le besoin"),
        ("t.csv", Asked(departement="48"), "aucun service de ce genre"),
        ("t.xlsx", Asked(departement="48"), "aucun service de ce genre"),
        ("nowhere/t.csv", Asked(), "ne peut pas être écrit"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_left(
    settings: Settings, tmp_path: Path, heard: Heard, name: str, asked: Asked, why: str
) -> None:
    assert export_csv(settings, tmp_path / name, asked=asked, force=False) == 1
    assert why in heard()
    assert {file.name for file in tmp_path.iterdir()} == {"var"}


def test_a_file_is_not_replaced_unless_it_is_asked_for(settings: Settings, tmp_path: Path, heard: Heard) -> None:
    file = tmp_path / "t.csv"
    file.write_text("precious", encoding="utf-8")
    assert export_csv(settings, file, asked=Asked(), force=False) == 1
    assert (file.read_text(encoding="utf-8"), "--force" in heard()) == ("precious", True)
    assert export_csv(settings, file, asked=Asked(departement="48"), force=True) == 1
    assert file.read_text(encoding="utf-8") == "precious"
    assert export_csv(settings, file, asked=Asked(), force=True) == 0


def test_a_list_of_licences_that_cannot_be_read_is_said(settings: Settings, tmp_path: Path, heard: Heard) -> None:
    for wrong in ("exemple = Licence Ouverte", "exemple = 2", "\x00"):
        (settings.data_dir / "licences.toml").write_text(wrong, encoding="utf-8")
        assert export_csv(settings, tmp_path / "t.csv", asked=Asked(), force=False) == 1
        assert "licences.toml ne peut pas être lu" in heard()


async def test_a_page_that_travels_alone(settings: Settings, tmp_path: Path, heard: Heard) -> None:
    file = tmp_path / "page.html"
    assert await export_page(settings, "Nantes", file, force=False) == 0
    page = file.read_text(encoding="utf-8")
    assert "Où trouver de l’aide près de Nantes (44)" in page
    assert "<style>" in page
    assert 'href="/' not in page
    assert "<script" not in page
    assert "Page écrite" in heard()
    assert await export_page(settings, "Nantes", file, force=False) == 1
    assert await export_page(settings, "Nantes", tmp_path / "page.pdf", force=False) == 1
    assert await export_page(settings, "Zzyzx", tmp_path / "other.html", force=False) == 1
