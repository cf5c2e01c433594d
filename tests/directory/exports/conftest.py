"""What the tests of exports share: an invented directory, in a database of either kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from directory.communes.commune import Commune
from directory.communes.gazetteer import Gazetteer
from directory.demo import generate
from directory.demo.towns import towns
from directory.exports.about import Licences
from directory.exports.data_inclusion import Notes

SECRET, FICTIONAL = "Appelez.", "Inventé."
NOTES = Notes(SECRET)
LICENCES = Licences({"essai": "Licence Ouverte 2.0"}, "à demander")

Records = tuple[list[dict[str, Any]], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def communes() -> list[Commune]:
    """Those of Loire-Atlantique."""
    gazetteer = Gazetteer.load()
    every = (gazetteer.commune(row) for row in range(len(gazetteer)))
    return [commune for commune in every if commune.departement == "44"]


@pytest.fixture(scope="session")
def made(communes: list[Commune]) -> Callable[..., Records]:
    """`made(services, seed)`: structures and services of a demonstration, as records."""

    def make(services: int, seed: int) -> Records:
        found = list(generate(towns(communes, services, departements=["44"], seed=seed), seed=seed))
        return [each.structure for each in found], [service for each in found for service in each.services]

    return make
