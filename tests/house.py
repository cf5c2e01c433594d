"""A whole house on a small invented directory, with a clock that the test sets."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, delete

from bot.app import House, Shipped, database_of, open_house
from bot.records.engines import database_url, make_engine
from bot.records.schema import upgrade
from bot.records.vaults import open_vault
from bot.settings import Settings
from directory.importers.folder import Source
from directory.importers.pipeline import apply, preview
from directory.ledger.clerk import Clerk
from directory.ledger.corrections import CORRECTIONS
from directory.ledger.history import CHANGES, Signed
from directory.ledger.runs import RUNS
from directory.tables import CLOSURES, SERVICES, STRUCTURES
from tests import warm
from tests.sample import services, structures

# A Tuesday, 10:20 in Paris.
TUESDAY = datetime(2026, 3, 10, 9, 20, tzinfo=UTC)


@dataclass
class Clock:
    """The time, as the test sets it."""

    now: datetime = TUESDAY

    def __call__(self) -> datetime:
        return self.now

    def at(self, local: str) -> None:
        """Set the wall clock of Paris: "2026-03-10 22:30"."""
        self.now = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("Europe/Paris")).astimezone(UTC)

    def advance(self, span: timedelta) -> None:
        """Let time pass."""
        self.now += span


@cache
def shipped() -> Shipped:
    """Communes and needs, read once for all tests."""
    return warm.shipped()


@cache
def clerk() -> Clerk:
    """Plans imports, with the communes laid out once for all tests."""
    return Clerk(shipped().gazetteer, shipped().needs)


def write_source(folder: Path, *, structures: list[dict[str, Any]], services: list[dict[str, Any]]) -> Path:
    """A data·inclusion source on the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, records in (("structures", structures), ("services", services)):
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (folder / f"{name}.ndjson").write_text(lines, encoding="utf-8")
    return folder


def _writing(settings: Settings) -> AbstractContextManager[Connection]:
    return make_engine(database_url(database_of(settings)), patient=True).begin()


def import_sample(settings: Settings) -> None:
    """Put the sample into the directory, by the way every import takes."""
    source = Source.at(
        write_source(warm.warm(settings.data_dir) / "source", structures=structures(), services=services())
    )
    upgrade(database_of(settings))
    with _writing(settings) as connection:
        reader = clerk().reader(connection)
        with preview(connection, reader.read(source)) as found:
            assert not found.report.refusals, found.report.refused
            assert apply(connection, found, signed=Signed(TUESDAY))


def restock(settings: Settings) -> None:
    """Empty the directory, and put the sample back."""
    with _writing(settings) as connection:
        for table in (CHANGES, CORRECTIONS, RUNS, CLOSURES, SERVICES, STRUCTURES):
            connection.execute(delete(table))
    import_sample(settings)


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory whose database holds the sample and knows its keys; copied for each test."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("stocked"))
    import_sample(settings)
    open_vault(database_of(settings), settings.secret_key_file)
    return settings.data_dir


def _copy(source: str, target: str) -> None:
    """What is in the cache is replaced and never written in: a second name is enough."""
    if Path(source).parent.name == "cache":
        os.link(source, target)
    else:
        shutil.copy2(source, target)


OpenHouse = Callable[..., AbstractAsyncContextManager[House]]


@pytest.fixture
def clock() -> Clock:
    """Tuesday, 10:20 in Paris."""
    return Clock()


@pytest.fixture
def settings(stocked: Path, tmp_path: Path) -> Settings:
    """The settings of a house whose directory is the sample."""
    shutil.copytree(stocked, tmp_path / "var", copy_function=_copy)
    return Settings(data_dir=tmp_path / "var")


@pytest.fixture
async def house(settings: Settings, clock: Clock) -> AsyncIterator[House]:
    """A house open on the sample."""
    async with open_house(settings, clock=clock, shipped=shipped()) as opened:
        yield opened


@pytest.fixture(autouse=True)
def unhurried(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the database as long as a busy machine takes, but where how long a person waits is the question."""
    if request.node.get_closest_marker("impatient") is None:
        monkeypatch.setattr("bot.records.store.PATIENCE", 60)


@asynccontextmanager
async def without_memory(house: House) -> AsyncIterator[House]:
    """The same house, its database gone."""
    await house.store.close()
    yield replace(house)
