"""The double, as a fixture."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.telegram_server.server import TelegramServer


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """A strict Bot API on loopback, for one test."""
    async with TelegramServer() as server:
        yield server
