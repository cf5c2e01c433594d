"""What the tests of the records share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.keys import new_keys
from bot.records.privacy import Vault
from bot.records.store import Store
from bot.talk.message import Address
from tests.databases import Database, database, postgresql

__all__ = ["database", "postgresql"]


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
