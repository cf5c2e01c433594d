"""The whole gazetteer, read once."""

from __future__ import annotations

import pytest

from directory.communes.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer.load(tmp_path_factory.mktemp("communes"))
