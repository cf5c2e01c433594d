"""What the tests of the directory share: five communes, records in data·inclusion's format, an import in one call."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from directory.importers import data_inclusion, pipeline
from directory.importers.folder import Source
from directory.importers.missing import Scope
from directory.importers.pipeline import Preview
from directory.importers.places import KnownPlace, Places
from directory.ledger.history import Signed
from tests.databases import Database

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)

COMMUNES = (
    KnownPlace("44109", "Nantes", "44", 47.2173, -1.5534, ("44000", "44100", "44200", "44300")),
    KnownPlace("93066", "Saint-Denis", "93", 48.9358, 2.3577, ("93200", "93210")),
    KnownPlace("97411", "Saint-Denis", "974", -20.8823, 55.4504, ("97400", "97417")),
    KnownPlace("69123", "Lyon", "69", 45.7491, 4.8479, ("69001", "69007")),
    KnownPlace("69387", "Lyon 7e Arrondissement", "69", 45.7452, 4.842, ("69007",)),
    KnownPlace("80001", "Abbeville", "80", 50.1058, 1.8349, ("80100",)),
)


def structure(**fields: object) -> dict[str, Any]:
    """A structure that conforms, but for what is said."""
    return {
        "source": "essai",
        "id": "essai--escale",
        "nom": "Accueil de jour L'Escale",
        "date_maj": "2024-05-12",
        "description": "Douches, laverie et permanence sociale.",
        "commune": "Nantes",
        "code_postal": "44000",
        "code_insee": "44109",
        "adresse": "12 rue Louise-Michel",
        "longitude": -1.55,
        "latitude": 47.22,
        "telephone": "02 61 91 00 01",
        "horaires_accueil": "Mo-Fr 09:00-17:00",
        **fields,
    }


def service(**fields: object) -> dict[str, Any]:
    """A service that conforms, but for what is said."""
    return {
        "source": "essai",
        "structure_id": "essai--escale",
        "id": "essai--douche",
        "nom": "Douches",
        "description": "Douches gratuites, serviette fournie.",
        "date_maj": "2024-05-12",
        "thematiques": ["remobilisation--lien-social"],
        "publics": ["tous-publics"],
        "commune": "Nantes",
        "code_postal": "44000",
        "code_insee": "44109",
        "adresse": "12 rue Louise-Michel",
        "longitude": -1.55,
        "latitude": 47.22,
        "modes_accueil": ["en-presentiel"],
        **fields,
    }


def needs_of(*, nom: str, **_: object) -> tuple[str, ...]:
    """A list of needs of two lines."""
    return ("hygiene",) if "douche" in nom.lower() else ("accueil",)


def ndjson(records: Iterable[object]) -> bytes:
    """One record a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def source(
    folder: Path, structures: Iterable[object] | bytes | None, services: Iterable[object] | bytes | None
) -> Source:
    """Two files: records as NDJSON, bytes as they are, None for no file."""
    folder.mkdir(exist_ok=True)
    for name, content in (("structures", structures), ("services", services)):
        if content is not None:
            (folder / f"{name}.json").write_bytes(content if isinstance(content, bytes) else ndjson(content))
    return Source.at(folder)


def reader(connection: Connection, *, fictional: bool = False) -> data_inclusion.Reader:
    """Reads records as an import of the tests does."""
    structure_of = pipeline.structure_of(connection, fictional=fictional)
    return data_inclusion.Reader(Places(COMMUNES).resolve, needs_of, structure_of)


@pytest.fixture
def importing(database: Database) -> Callable[..., Any]:
    """`with importing(source) as preview`: compare a source with the directory."""

    @contextmanager
    def run(of: Source, *, fictional: bool = False, scope: Scope | None = None) -> Iterator[Preview]:
        with database.engine.connect() as connection:
            read = reader(connection, fictional=fictional).read(of)
            redo = reader(connection).again
            with pipeline.preview(connection, read, fictional=fictional, redo=redo, scope=scope) as previewed:
                yield previewed

    return run


@pytest.fixture
def imported(database: Database, importing: Callable[..., Any]) -> Callable[..., Preview]:
    """Preview and apply, in one transaction."""

    def run(
        of: Source,
        *,
        accept: Mapping[str, Any] = {},
        fictional: bool = False,
        scope: Scope | None = None,
        now: datetime = NOW,
    ) -> Preview:
        with importing(of, fictional=fictional, scope=scope) as previewed:
            with database.engine.begin() as connection:
                pipeline.apply(connection, previewed, signed=Signed(now), **accept)
            assert isinstance(previewed, Preview)
            return previewed

    return run
