"""Files that are wrong, truncated or hostile: a reason is given, nothing is written."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from sqlalchemy import select

from directory import rows
from directory.importers import pipeline
from directory.importers.files import LONGEST_RECORD, Entry, FileRefusedError, entries
from directory.importers.folder import Source
from directory.importers.records import Mending, Reason
from directory.importers.report import Report, sentences
from directory.ledger.history import Signed
from directory.tables import DirectoryState, Service, Structure
from tests.databases import Database
from tests.directory.conftest import NOW, ndjson, service, source, structure

GOOD = ndjson([service()])
ARRAY = json.dumps([service(), service(id="essai--b")], indent=1).encode()

WHOLE_FILES = {
    "empty": (b"", "import-file-empty"),
    "only spaces": (b" \n\t\r\n ", "import-file-empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "import-file-empty"),
    "an empty list": (b"[ ]", "import-file-empty"),
    "an array cut in a record": (ARRAY[:-40], "import-file-truncated"),
    "an array cut between records": (ARRAY.rstrip().removesuffix(b"]"), "import-file-truncated"),
    "an array cut after a comma": (b"[" + GOOD.strip() + b",", "import-file-truncated"),
    "a line cut in the middle": (GOOD + GOOD[:200], "import-file-truncated"),
    "a line cut in a literal": (b'{"a": tru', "import-file-truncated"),
    "something after the array": (ARRAY + b"{}", "import-file-not-json"),
    "two records on a line": (GOOD.strip() + GOOD, "import-file-not-json"),
    "a comma too many": (b"[" + GOOD.strip() + b",]", "import-file-not-json"),
    "no comma": (b"[" + GOOD.strip() + GOOD.strip() + b"]", "import-file-not-json"),
    "HTML": (b"<!doctype html><title>404</title>", "import-file-not-json"),
    "CSV": (b"id,nom\n1,Douches\n", "import-file-not-json"),
    "a number": (b"42", "import-file-not-json"),
    "single quotes": (b"{'id': 'a'}", "import-file-not-json"),
    "100,000 lists deep": (b"[" * 100_000, "import-file-too-deep"),
    "100,000 objects deep": (b'{"a":' * 100_000, "import-file-too-deep"),
    "100,000 lists in a field": (b'{"id": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "import-file-too-deep"),
    "NaN": (b'{"id": "a", "latitude": NaN}', "import-file-bad-number"),
    "Infinity": (b'{"id": "a", "latitude": -Infinity}', "import-file-bad-number"),
    "a number of 100,000 digits": (b'{"id": "a", "n": ' + b"9" * 100_000 + b"}", "import-file-bad-number"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "import-file-encoding"),
    "UTF-16 without mark": (GOOD.decode().encode("utf-16-le"), "import-file-encoding"),
    "Latin 1": (ndjson([service(nom="Épicerie")]).decode().encode("latin-1"), "import-file-encoding"),
    "gzip": (gzip.compress(GOOD), "import-file-packed"),
    "zip": (b"PK\x03\x04" + bytes(40), "import-file-packed"),
    "Parquet": (b"PAR1" + bytes(40), "import-file-not-json"),
    "bytes without sense": (bytes(range(256)) * 4, "import-file-encoding"),
    "a page of an interface": (json.dumps({"items": [service()], "total": 1}).encode(), "import-file-envelope"),
    "GeoJSON": (b'{"type": "FeatureCollection", "features": []}', "import-file-envelope"),
    "a record without end": (b'{"id": "' + b"a" * (LONGEST_RECORD + 600_000) + b'"}', "import-file-record-too-long"),
}  # fmt: skip

RECORDS = {
    "a number for a record": (12, Reason.NOT_AN_OBJECT, ""),
    "a list for a record": ([service()], Reason.NOT_AN_OBJECT, ""),
    "null for a record": (None, Reason.NOT_AN_OBJECT, ""),
    "no id": ({**service(), "id": None}, Reason.MISSING_FIELD, "id"),
    "an id of spaces": (service(id="   "), Reason.MISSING_FIELD, "id"),
    "an id that is a list": (service(id=["a"]), Reason.WRONG_VALUE, "id"),
    "an endless id": (service(id="a" * 5000), Reason.WRONG_VALUE, "id"),
    "no structure": (service(structure_id=""), Reason.MISSING_FIELD, "structure_id"),
    "a name that is a number": (service(nom=12), Reason.WRONG_VALUE, "nom"),
    "a name of 10,000 letters": (service(nom="a" * 10_000), Reason.WRONG_VALUE, "nom"),
    "a name made of a script": (service(nom="<script>alert(1)</script>"), Reason.MISSING_FIELD, "nom"),
    "a name of invisible characters": (service(nom="\u202e\u200b\x00\ufeff"), Reason.MISSING_FIELD, "nom"),
    "a description of one million letters": (service(description="a" * 900_000), Reason.WRONG_VALUE, "description"),
    "a date in words": (service(date_maj="hier"), Reason.WRONG_VALUE, "date_maj"),
    "a date to come": (service(date_maj="2999-01-01"), Reason.WRONG_VALUE, "date_maj"),
    "a date before the century": (service(date_maj=0), Reason.WRONG_VALUE, "date_maj"),
    "a date beyond time": (service(date_maj=10**300), Reason.WRONG_VALUE, "date_maj"),
    "true for a date": (service(date_maj=True), Reason.WRONG_VALUE, "date_maj"),
    "publics in one string": (service(publics="femmes"), Reason.WRONG_VALUE, "publics"),
    "publics of objects": (service(publics=[{"a": 1}]), Reason.WRONG_VALUE, "publics"),
    "only unknown publics": (service(publics=["licornes"]), Reason.WRONG_VALUE, "publics"),
    "an unknown kind of fee": (service(frais="troc"), Reason.WRONG_VALUE, "frais"),
    "an address that is an object": (service(adresse={"rue": "x"}), Reason.WRONG_VALUE, "adresse"),
    "a latitude in words": (service(latitude="nord"), Reason.WRONG_VALUE, "latitude"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "key"), WHOLE_FILES.values(), ids=WHOLE_FILES)
def test_a_wrong_file_is_refused_entirely(content: bytes, key: str, tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    path.write_bytes(content)
    with pytest.raises(FileRefusedError) as refused:
        list(entries(path))
    assert refused.value.key == key
    assert refused.value.arguments["file"] == "services.json"


@pytest.mark.parametrize("broken", ["structures", "services"])
@pytest.mark.parametrize(
    "content", [ARRAY[:-40], b"[" * 100_000, gzip.compress(GOOD), b"", GOOD + b'{"latitude": NaN}']
)
def test_a_wrong_file_leaves_the_directory_as_it_was(
    database: Database, imported: Callable[..., Any], tmp_path: Path, broken: str, content: bytes
) -> None:
    imported(source(tmp_path / "before", [structure()], [service()]))
    before = everything(database)
    files: dict[str, Any] = {"structures": [structure(nom="Changée")], "services": [service(nom="Changé")]}
    with pytest.raises(FileRefusedError):
        imported(source(tmp_path / "after", **(files | {broken: content})), accept={"accept_refused": True})
    assert everything(database) == before


@pytest.mark.parametrize(("record", "reason", "field"), RECORDS.values(), ids=RECORDS)
def test_a_wrong_record_is_refused_with_its_line_and_field(
    database: Database, importing: Callable[..., Any], tmp_path: Path, record: object, reason: Reason, field: str
) -> None:
    with importing(source(tmp_path, [structure()], [service(id="essai--good"), record])) as previewed:
        assert set(previewed.report.refused) == {reason}
        spot, detail = previewed.report.refused[reason].examples[0]
        assert (spot.line, detail) == (2, field)
        with database.engine.begin() as connection, pytest.raises(pipeline.ImportRefusedError):
            pipeline.apply(connection, previewed, signed=Signed(NOW))
    assert everything(database) == ([], [], [])


def test_what_is_only_ugly_is_cleaned_and_kept(
    database: Database, imported: Callable[..., Any], tmp_path: Path
) -> None:
    ugly = service(
        nom="<b>Douches</b>\u202e &amp; \x00linge",
        description="<p>Gratuit&nbsp;!</p><script>alert(1)</script><p>Moins de < 18 ans &lt;3</p>",
        lien_mobilisation="javascript:alert(1)",
        courriel="personne",
        siret="1",
        publics=["tous-publics", "femmes"],
        thematiques=["licornes--roses", "sante--addictions"],
        zone_eligibilite=["44", "partout"],
        nombre_semaines=10**30,
        volume_horaire_hebdomadaire=1e999,
        inconnu={"a": 1},
        contact_nom_prenom="\ud800",
    )
    raw = json.dumps(ugly).replace("Infinity", "1e999").encode()
    previewed = imported(source(tmp_path, [structure()], raw))
    assert previewed.report.mended[Mending.FIELD_DROPPED].count == 4
    with database.engine.connect() as connection:
        row = connection.execute(select(Service.__table__)).one()  # type: ignore[attr-defined]  # SQLModel gives it at run time
    assert row.nom == "Douches & linge"
    assert row.description == "Gratuit !\nMoins de < 18 ans <3"
    assert (row.lien_mobilisation, row.courriel, row.nombre_semaines) == (None, None, None)
    assert (row.publics, row.thematiques, row.zone_eligibilite) == (["tous-publics"], ["sante--addictions"], ["44"])


def test_the_quirks_of_the_open_export_are_understood(
    imported: Callable[..., Any], database: Database, tmp_path: Path
) -> None:
    quirks = service(
        date_maj=1715472000000, code_postal=44000.0, code_insee=44109, nombre_semaines=3.0, score_qualite=0.8
    )
    imported(source(tmp_path, json.dumps([structure()]).encode(), json.dumps([quirks]).encode()))
    with database.engine.connect() as connection:
        found = rows.read_services(connection, ["essai--douche"])
    assert found["essai--douche"].updated.isoformat() == "2024-05-12"
    assert found["essai--douche"].postal_code == "44000"


@pytest.mark.parametrize("size", [1, 7, 1 << 18])
def test_records_are_found_whatever_the_size_of_the_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr("directory.importers.files._CHUNK", size)
    written = [{"id": "é", "n": 12}, {"id": '"}\\', "t": [None, True]}, {}]
    for content in (json.dumps(written, ensure_ascii=False, indent=1), ndjson(written).decode()):
        path = tmp_path / "services.json"
        path.write_bytes(b"\xef\xbb\xbf" + content.encode())
        assert [entry.value for entry in entries(path)] == written


def test_lines_are_counted_from_one(tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    path.write_text('\n{"a": 1}\r\n\n{"b":\n2}\n{"c": 3}')
    assert list(entries(path)) == [Entry(2, {"a": 1}), Entry(4, {"b": 2}), Entry(6, {"c": 3})]


def test_a_source_without_files_says_what_it_wants(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="import-source-empty"):
        Source.at(tmp_path)
    with pytest.raises(FileRefusedError, match="import-source-not-a-folder"):
        Source.at(tmp_path / "nothing")


def test_every_reason_has_its_sentence() -> None:
    path = Path(__file__).parents[2] / "bot" / "locales" / "fr" / "import.ftl"
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    keys = {entry.id.name for entry in body if isinstance(entry, ast.Message)}
    wanted = {key for _, key in WHOLE_FILES.values()} | {f"import-refused-{reason}" for reason in Reason}
    wanted |= {f"import-mended-{mending}" for mending in Mending} | {sentence.key for sentence in sentences(Report())}
    wanted |= {f"import-not-applied-{why}" for why in ("refused", "stale", "real")} | {
        "import-example",
        "import-absent",
    }
    assert wanted <= keys


def everything(database: Database) -> tuple[Any, ...]:
    """All that the directory holds."""
    tables = (Structure.__table__, Service.__table__, DirectoryState.__table__)  # type: ignore[attr-defined]  # idem
    with database.engine.connect() as connection:
        return tuple(connection.execute(select(table)).all() for table in tables)
