"""A file tells by its content what it is, whatever its name; what is none is refused with a reason."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from directory.importers.files import FileRefusedError
from directory.importers.origins import Kind
from directory.importers.sent import is_of_services, is_readable, kind_of
from tests.calendars.test_xlsx import workbook
from tests.directory.conftest import ndjson, service, structure

DATA = Path(__file__).parent / "data"
SHIPPED = {
    "france-services.csv": Kind.FRANCE_SERVICES,
    "hsds.json": Kind.HSDS,
    "lannuaire.json": Kind.LANNUAIRE,
    "mediation-numerique.csv": Kind.MEDIATION_NUMERIQUE,
    "soliguide.json": Kind.SOLIGUIDE,
    "table.csv": Kind.TABLE,
}


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("packed", [False, True])
def test_each_kind_is_known_by_its_content(name: str, *, packed: bool) -> None:
    content = (DATA / name).read_bytes()
    assert kind_of("x.bin", gzip.compress(content) if packed else content) is SHIPPED[name]
    assert is_of_services(content)


@pytest.mark.parametrize(
    "content",
    [
        ndjson([structure()]),
        ndjson([service()]),
        json.dumps([service()]).encode(),
        b"\xef\xbb\xbf\n " + json.dumps([structure()]).encode(),
        b"id,source,nom,date_maj\na--1,a,Relais,2026-01-01\n",
        b"id;source;structure_id;nom\na--1;a;a--2;Relais\n",
    ],
)
def test_records_of_data_inclusion(content: bytes) -> None:
    assert kind_of("", content) is Kind.DATA_INCLUSION


@pytest.mark.parametrize(
    ("content", "why", "readable"),
    [
        (b"", "import-file-empty", False),
        (b" \n", "import-file-empty", False),
        (b"[]", "import-file-empty", False),
        (b'{"a": 1}', "import-file-unknown", True),
        (b"[1, 2]", "import-file-unknown", True),
        (b"[{", "import-file-truncated", False),
        ('[{"id": "é"}]'.encode("utf-16"), "import-file-encoding", False),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "import-file-calendar", True),
        (b"un;deux\n1;2\n", "import-file-no-columns", True),
        (b"%PDF-1.7", "import-file-other", False),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "import-file-old-excel", False),
        (b"<html></html>", "import-file-html", False),
        (b"PK\x03\x04broken", "import-file-broken", False),
    ],
)
def test_what_is_none_is_refused_with_a_reason(content: bytes, why: str, *, readable: bool) -> None:
    with pytest.raises(FileRefusedError) as refused:
        kind_of("", content)
    assert refused.value.key == why
    assert not is_of_services(content)
    assert is_readable(content) is readable


def test_a_table_without_a_name_or_a_place_is_not_surely_of_services() -> None:
    assert not is_of_services(b"titre;date\nForum;16/03/2027\n")
    assert not is_of_services(workbook())
    assert is_of_services(b"nom;ville\nRelais;Nantes\n")
