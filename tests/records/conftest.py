"""What the tests of the records share."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.keys import new_keys
from bot.records.privacy import Vault
from bot.records.store import Store
from bot.talk.message import Address
from tests.databases import Database, Server


@pytest.fixture
def vault() -> Vault:
    return Vault(new_keys())


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 28, 23, 30, tzinfo=UTC)


@pytest.fixture
def address() -> Address:
    return Address("web", "c0ffee")


@pytest.fixture
async def store(database: Database) -> AsyncIterator[Store]:
    opened = Store.open(database.url)
    yield opened
    await opened.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables: a SQLite file not yet made, then PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'var' / 'empty.db'}"
        return
    server: Server = request.getfixturevalue("postgresql")
    name = f"t{os.urandom(8).hex()}"
    server.run(f"CREATE DATABASE {name}")
    yield server.url(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")
