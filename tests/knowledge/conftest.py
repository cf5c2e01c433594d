"""The shipped knowledge, read once."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from tests.house import shipped


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What the documents say."""
    return shipped().knowledge
