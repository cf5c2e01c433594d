"""Files that somebody made to hurt, for every kind of source: refused or mended in words, the directory unchanged."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from fluent.syntax import FluentParser, ast

from directory.importers import archives, data_inclusion
from directory.importers.archives import unpacked
from directory.importers.association import matching
from directory.importers.files import FileRefusedError
from directory.importers.origins import Asked, Kind, origin
from directory.importers.places import Places
from directory.importers.raw import Closing
from directory.importers.records import Reason, Refused, Row
from tests.directory.conftest import COMMUNES, needs_of

DATA = Path(__file__).parent / "data"
DAY = date(2026, 6, 30)
JSON_KINDS = (Kind.SOLIGUIDE, Kind.LANNUAIRE, Kind.HSDS)
CSV_KINDS = (Kind.MEDIATION_NUMERIQUE, Kind.FRANCE_SERVICES, Kind.TABLE)
SAMPLE = {
    Kind.SOLIGUIDE: "soliguide.json",
    Kind.LANNUAIRE: "lannuaire.json",
    Kind.HSDS: "hsds.json",
    Kind.MEDIATION_NUMERIQUE: "mediation-numerique.csv",
    Kind.FRANCE_SERVICES: "france-services.csv",
    Kind.TABLE: "table.csv",
}
HIDDEN = "\u202e\u2066\u200b\x00\ud800"


def zipped(names: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return made.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:bz2") as archive:
        for info, content in members:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()


def link(name: str, to: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, to
    return info


def workbook(*rows: tuple[str, ...]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write_string(number, column, cell)
    return made.getvalue()


def far_cell() -> bytes:
    given = zipfile.ZipFile(io.BytesIO(workbook(("nom", "ville"))))
    parts = {name: given.read(name) for name in given.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    return zipped({**parts, sheet: parts[sheet].replace(b'r="A1"', b'r="XFD1048576"')})


WRONG_JSON: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "import-file-empty"),
    "a byte order mark alone": (b"\xef\xbb\xbf", "import-file-empty"),
    "too deep": (b'[{"a":' + b"[" * 100_000, "import-file-too-deep"),
    "not a number": (b'[{"latitude": NaN}]', "import-file-bad-number"),
    "endless": (b'[{"latitude": Infinity}]', "import-file-bad-number"),
    "a whole number of 100,000 digits": (b'[{"n": ' + b"9" * 100_000 + b"}]", "import-file-bad-number"),
    "cut in the middle": (b'[{"id": "a"}, {"id', "import-file-truncated"),
    "a page of the web": (b"<!DOCTYPE html><html><body>Erreur 500</body></html>", "import-file-not-json"),
    "UTF-16": (json.dumps([{"id": "é"}]).encode("utf-16"), "import-file-encoding"),
    "UTF-32": (json.dumps([{"id": "é"}]).encode("utf-32"), "import-file-encoding"),
    "Latin-1": ('[{"nom": "Épicerie"}]'.encode("latin-1"), "import-file-encoding"),
    "NUL bytes": (b"\x00" * 100, "import-file-encoding"),
    "an endless record": (b'[{"nom": "' + b"a" * 3_000_000, "import-file-record-too-long"),
    "an unknown envelope": (b'{"type": "FeatureCollection", "features": []}', "import-file-envelope"),
    "a database": (b"SQLite format 3\x00" + b"\x00" * 100, "import-file-not-json"),
    "two lists": (b'[{"id": "a"}][{"id": "b"}]', "import-file-not-json"),
}

NAMES = b"id;nom;commune;code_postal;adresse;services;date_maj;id_fs;lib_fs;lib_com\n"
WRONG_TABLES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "import-file-empty"),
    "empty lines": (b"\n\n \n", "import-file-empty"),
    "a quotation never closed": (NAMES + b'1;"' + b"a;\n" * 100_000, "import-file-not-csv"),
    "a quotation bomb": (NAMES + b'"' * 300_001 + b"\n", "import-file-not-csv"),
    "a million columns": (b";".join([b"nom"] * 200_000) + b"\n", "import-file-wide"),
    "a million cells": (NAMES + b";" * 900_000 + b"x\n", "import-file-wide"),
    "an endless line": (NAMES + b"a" * 2_000_000, "import-file-record-too-long"),
    "NUL": (NAMES + b"1;Acc\x00ueil;Nantes\n", "import-file-encoding"),
    "a page of the web": (b"<html><body>nom;commune</body></html>", "import-file-html"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "import-file-old-excel"),
    "a PDF": (b"%PDF-1.7\n" + b"\n" * 600, "import-file-other"),
    "an image": (b"\x89PNG\r\n\x1a\n" + b"\0" * 600, "import-file-other"),
    "a far cell": (far_cell(), "import-file-wide"),
    "a workbook of nothing": (workbook(), "import-file-empty"),
    "a workbook cut in two": (workbook(("nom", "ville"))[:-200], "import-file-broken"),
}

ARCHIVES: dict[str, tuple[str, bytes, str]] = {
    "a gzip bomb": ("f.json.gz", gzip.compress(b"0" * 20_000_000), "import-file-unpacked"),
    "a bzip2 bomb": ("f.json.bz2", bz2.compress(b"0" * 20_000_000), "import-file-unpacked"),
    "a zip bomb": ("f.zip", zipped({"f.json": b"0" * 20_000_000}), "import-file-unpacked"),
    "a zip in a zip": ("f.zip", zipped({"f.zip": zipped({"f.json": b"[]"})}), "import-archive-members"),
    "a thousand entries": (
        "f.zip",
        zipped({f"{n}.txt": b"" for n in range(1000)} | {"f.json": b"[]"}),
        "import-archive-members",
    ),
    "two files": ("f.zip", zipped({"a.json": b"[]", "b.json": b"[]"}), "import-archive-members"),
    "no file of services": ("f.zip", zipped({"lisez-moi.txt": b"?"}), "import-archive-members"),
    "a symbolic link": ("f.tar.bz2", tarred((link("f.json", "/etc/passwd"), b"")), "import-archive-members"),
    "a cut gzip": ("f.json.gz", gzip.compress(b'[{"id": "a"}]' * 1000)[:40], "import-file-broken"),
    "a gzip that is none": ("f.json.gz", b"\x1f\x8b" + b"\xff" * 600, "import-file-broken"),
    "a zip that is none": ("f.zip", b"PK\x03\x04" + b"\xff" * 600, "import-file-broken"),
    "a tar that is none": ("f.tar.bz2", bz2.compress(b"not a tar" * 1000), "import-file-broken"),
}


def read(kind: Kind, path: Path) -> tuple[list[Row], list[Refused], list[Closing]]:
    """All that a file gives. Raises FileRefusedError."""
    of = origin(kind, Asked(path, DAY))
    assert of
    reader = data_inclusion.Reader(Places(COMMUNES).resolve, needs_of, lambda _: None)
    found = list(reader.read(of))
    return [one for one in found if isinstance(one, Row)], [r for r in found if isinstance(r, Refused)], reader.closings


@pytest.mark.parametrize("kind", JSON_KINDS)
@pytest.mark.parametrize(("content", "key"), WRONG_JSON.values(), ids=WRONG_JSON)
def test_a_wrong_json_file_is_refused_entirely(tmp_path: Path, kind: Kind, content: bytes, key: str) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(content)
    with pytest.raises(FileRefusedError) as refused:
        read(kind, path)
    assert (refused.value.key, refused.value.arguments["file"]) == (key, "file.json")


def test_a_page_that_is_too_deep_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text('{"nbResults": 1, "places": ' + "[" * 100_000, encoding="utf-8")
    with pytest.raises(FileRefusedError, match="import-file-too-deep"):
        read(Kind.SOLIGUIDE, path)


@pytest.mark.parametrize("kind", CSV_KINDS)
@pytest.mark.parametrize(("content", "key"), WRONG_TABLES.values(), ids=WRONG_TABLES)
def test_a_wrong_table_is_refused_entirely(tmp_path: Path, kind: Kind, content: bytes, key: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(FileRefusedError) as refused:
        read(kind, path)
    assert (refused.value.key, refused.value.arguments["file"]) == (key, "file.csv")


@pytest.mark.parametrize(("name", "content", "key"), ARCHIVES.values(), ids=ARCHIVES)
def test_a_wrong_archive_is_refused_and_little_is_written(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    path, folder = tmp_path / name, tmp_path / "out"
    path.write_bytes(content)
    folder.mkdir()
    with pytest.raises(FileRefusedError) as refused:
        unpacked(path, folder)
    assert refused.value.key == key
    assert sum(file.stat().st_size for file in folder.iterdir()) <= min(archives.MOST_UNPACKED, len(content) * 300)


@pytest.mark.parametrize("name", ["../../evil.json", "/tmp/evil.json", "..\\evil.json", "a/" * 50 + "f.json"])
@pytest.mark.parametrize("make", [zipped, lambda names: tarred(*((tarfile.TarInfo(n), c) for n, c in names.items()))])
def test_names_of_an_archive_are_never_written_to(
    tmp_path: Path, name: str, make: Callable[[dict[str, bytes]], bytes]
) -> None:
    content = make({name: b'[{"id": "a"}]'})
    path, folder = tmp_path / ("f.zip" if content.startswith(b"PK") else "f.tar.bz2"), tmp_path / "out"
    path.write_bytes(content)
    folder.mkdir()
    found = unpacked(path, folder)
    assert (found, found.read_bytes()) == (folder / "unpacked.json", b'[{"id": "a"}]')
    assert {file.name for file in tmp_path.rglob("*")} == {path.name, "out", "unpacked.json"}


def sample(kind: Kind) -> str:
    return (DATA / SAMPLE[kind]).read_text(encoding="utf-8")


# What is put in place of the names of a sample, written as JSON or CSV would.
NASTY_NAMES = {
    "markup": "<script>alert(1)</script><b>Accueil</b> &amp; repas",
    "a bidirectional trick": f"Accueil {HIDDEN} repas",
    "a line separator": "Accueil\u2028repas",
    "a right-to-left mark": "Accueil \u061c repas",
}


@pytest.mark.parametrize("kind", JSON_KINDS)
@pytest.mark.parametrize("name", NASTY_NAMES.values(), ids=NASTY_NAMES)
def test_what_hides_in_a_name_is_gone(tmp_path: Path, kind: Kind, name: str) -> None:
    key = {"soliguide": "name", "lannuaire": "nom", "hsds": "name"}[kind]
    found = json.loads(sample(kind))
    entries: list[dict[str, Any]] = found if isinstance(found, list) else found.get("places") or found["results"]
    for entry in entries:
        entry[key] = name
    path = tmp_path / "file.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    rows, refused, _ = read(kind, path)
    assert not refused
    for row in rows:
        assert not {"<", "\u202e", "\u2066", "\u200b", "\x00", "\u2028", "\u061c"} & set(str(row.values["nom"]))
        str(row.values["nom"]).encode()


WRONG_ENTRIES: dict[str, tuple[Kind, object, Reason | None]] = {
    "soliguide: no object": (Kind.SOLIGUIDE, 12, Reason.NOT_AN_OBJECT),
    "soliguide: no id": (Kind.SOLIGUIDE, {"name": "Accueil"}, Reason.MISSING_FIELD),
    "soliguide: no date": (Kind.SOLIGUIDE, {"lieu_id": 1, "name": "Accueil"}, Reason.MISSING_FIELD),
    "soliguide: true for an id": (Kind.SOLIGUIDE, {"lieu_id": True, "name": "Accueil"}, Reason.MISSING_FIELD),
    "soliguide: lists for all": (Kind.SOLIGUIDE, {"lieu_id": [], "name": [], "position": []}, Reason.MISSING_FIELD),
    "soliguide: a name of nothing": (Kind.SOLIGUIDE, {"lieu_id": 1, "name": HIDDEN}, Reason.MISSING_FIELD),
    "soliguide: a date to come": (
        Kind.SOLIGUIDE,
        {"lieu_id": 1, "name": "Accueil", "updatedAt": "2999-01-01"},
        Reason.WRONG_VALUE,
    ),
    "soliguide: wrong parts, kept": (
        Kind.SOLIGUIDE,
        {
            "lieu_id": 1,
            "name": "Accueil",
            "updatedAt": "2026-01-01",
            "position": {"location": {"coordinates": [1e300, "x"]}},
            "newhours": {"monday": {"open": True, "timeslot": [{"start": -1, "end": 10**9}]}},
            "services_all": ["x", {"category": ["a"]}, {"serviceObjectId": "1", "category": "shower"}],
            "publics": {"age": {"min": "x"}, "gender": "women"},
            "modalities": [],
            "tempInfos": {"closure": {"actif": True, "dateDebut": 12}},
            "entity": {"website": "javascript:alert(1)", "phones": [{"phoneNumber": 12}], "mail": "personne"},
        },
        None,
    ),
    "lannuaire: a list that is no JSON": (
        Kind.LANNUAIRE,
        {"id": "a", "nom": "CCAS", "pivot": "[{"},
        Reason.WRONG_VALUE,
    ),
    "lannuaire: a list too deep": (
        Kind.LANNUAIRE,
        {"id": "a", "nom": "CCAS", "pivot": "[" * 50_000},
        Reason.WRONG_VALUE,
    ),
    "lannuaire: an endless list": (Kind.LANNUAIRE, {"id": "a", "pivot": " " + "[" * 200_000}, Reason.WRONG_VALUE),
    "lannuaire: no date": (
        Kind.LANNUAIRE,
        {"id": "a", "nom": "CCAS", "pivot": [{"type_service_local": "ccas"}]},
        Reason.MISSING_FIELD,
    ),
    "lannuaire: no name": (
        Kind.LANNUAIRE,
        {"id": "a", "pivot": [{"type_service_local": "ccas"}]},
        Reason.MISSING_FIELD,
    ),
    "hsds: no object": (Kind.HSDS, [1], Reason.NOT_AN_OBJECT),
    "hsds: no organization": (Kind.HSDS, {"organization": None, "id": "a", "name": "x"}, Reason.MISSING_FIELD),
    "hsds: no date": (
        Kind.HSDS,
        {"id": "a", "name": "Accueil", "services": [{"id": "b", "name": "Repas"}]},
        Reason.MISSING_FIELD,
    ),
    "hsds: wrong schedules, kept": (
        Kind.HSDS,
        {
            "id": "a",
            "name": "Accueil",
            "last_modified": "2026-01-01",
            "services": [
                {
                    "id": "b",
                    "name": "Repas",
                    "schedules": [{"freq": "SECONDLY"}, {"byday": "XX"}, {"freq": 1, "interval": "9" * 99}],
                }
            ],
        },
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "entry", "reason"), WRONG_ENTRIES.values(), ids=WRONG_ENTRIES)
def test_a_wrong_entry_is_refused_or_mended(tmp_path: Path, kind: Kind, entry: object, reason: Reason | None) -> None:
    path = tmp_path / "file.json"
    path.write_text(json.dumps([entry]), encoding="utf-8")
    rows, refused, closings = read(kind, path)
    assert closings == []
    # A service of a refused structure is refused with it.
    assert {one.reason for one in refused} == ({reason} if reason else set())
    assert bool(rows) is (reason is None)
    for row in rows:
        assert row.values.get("horaires_accueil") is None
        assert row.values.get("site_web") is None


TABLE_ROWS: dict[str, tuple[str, dict[str, object]]] = {
    "a position in the sea": ("47.0;-30.0;", {"latitude": None}),
    "a swapped position": ("-1.5534;47.2173;", {"latitude": 47.2173, "longitude": -1.5534}),
    "a position in words": ("nord;ouest;", {"latitude": None}),
    "a decimal comma": ("47,2173;-1,5534;", {"latitude": 47.2173}),
    "a premium number": (";;0 899 70 12 39", {"telephone": "+33899701239"}),
    "a number that is none": (";;appelez-nous", {"telephone": None}),
    "a formula": (";;\"=cmd|' /C calc'!A0\"", {"telephone": None}),
    "a formula with @": (";;@SUM(1)", {"telephone": None}),
    "a tamed number": (";;'+33 1 99 00 12 34", {"telephone": "+33199001234"}),
}


@pytest.mark.parametrize(("cells", "expected"), TABLE_ROWS.values(), ids=TABLE_ROWS)
def test_cells_of_a_table_are_mended(tmp_path: Path, cells: str, expected: dict[str, object]) -> None:
    path = tmp_path / "file.csv"
    path.write_text(f"nom;ville;cp;latitude;longitude;tel\nAccueil;Nantes;44000;{cells}\n", encoding="utf-8")
    rows, refused, _ = read(Kind.TABLE, path)
    assert not refused
    assert {name: rows[0].values.get(name) for name in expected} == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_the_alphabet_it_was_saved_in(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "file.csv"
    path.write_text("nom;ville\nÉpicerie de l'été;Nantes\n", encoding=encoding)
    rows, _, _ = read(Kind.TABLE, path)
    assert rows[0].values["nom"] == "Épicerie de l'été"


def test_a_line_with_too_many_cells_is_refused_and_the_rest_kept(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(sample(Kind.FRANCE_SERVICES) + "3;a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v\n", encoding="utf-8")
    rows, refused, _ = read(Kind.FRANCE_SERVICES, path)
    assert ([one.reason for one in refused], len(rows)) == ([Reason.NOT_AN_OBJECT], 4)


def test_a_table_that_names_no_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("nom;téléphone\nAccueil;01 99 00 12 34\n", encoding="utf-8")
    with pytest.raises(FileRefusedError, match="import-file-columns"):
        read(Kind.TABLE, path)


def test_a_table_without_names_of_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("Accueil;Nantes;01 99 00 12 34\nRepas;Nantes;01 99 00 12 35\n", encoding="utf-8")
    with pytest.raises(FileRefusedError, match="import-file-no-columns"):
        read(Kind.TABLE, path)


def test_only_a_bounded_part_of_a_table_is_read_to_propose_its_columns() -> None:
    given = 0

    def endless() -> Any:
        nonlocal given
        while True:
            given += 1
            yield given, ["nom", "ville"] if given == 1 else ["Accueil", "Nantes"]

    found = matching.propose(endless(), file="f.csv")
    assert [match.field for match in found.matches] == ["nom", "commune"]
    assert given <= 30


def test_every_refusal_has_its_sentence() -> None:
    path = Path(__file__).parents[2] / "bot" / "locales" / "fr" / "import.ftl"
    known = {
        entry.id.name for entry in FluentParser().parse(path.read_text("utf-8")).body if isinstance(entry, ast.Message)
    }
    wanted = {key for _, key in [*WRONG_JSON.values(), *WRONG_TABLES.values()]} | {key for *_, key in ARCHIVES.values()}
    assert wanted | {"import-file-columns", "import-file-no-columns", "import-file-large"} <= known
