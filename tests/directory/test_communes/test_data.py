"""What the shipped list of communes holds."""

from __future__ import annotations

import pytest

from directory.communes.gazetteer import Gazetteer
from directory.zones import zone_of


def test_every_commune_of_france_is_there(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) > 34_900
    overseas = {gazetteer.commune(row).departement for row in range(len(gazetteer))}
    assert {"971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"} <= overseas


def test_a_commune_carries_what_is_needed_of_it(gazetteer: Gazetteer) -> None:
    nantes = gazetteer.by_code("com-44109")
    assert nantes is not None
    assert (nantes.name, nantes.departement, nantes.region) == ("Nantes", "44", "52")
    assert nantes.epci_name == "Nantes Métropole"
    assert nantes.population > 300_000
    assert nantes.postal_codes == ("44000", "44100", "44200", "44300")
    assert nantes.latitude == pytest.approx(47.22, abs=0.02)
    assert nantes.longitude == pytest.approx(-1.55, abs=0.02)


def test_an_arrondissement_knows_its_city(gazetteer: Gazetteer) -> None:
    arrondissement = gazetteer.by_code("75111")
    assert arrondissement is not None
    assert arrondissement.parent == "75056"
    assert arrondissement.epci_name == "Métropole du Grand Paris"


def test_nearly_all_have_a_position(gazetteer: Gazetteer) -> None:
    without = [gazetteer.commune(row).name for row in range(len(gazetteer)) if gazetteer.commune(row).latitude is None]
    assert len(without) < 10
    assert all(gazetteer.named(name).commune is None or gazetteer.named(name).commune for name in without)


@pytest.mark.parametrize(
    ("asked", "code"), [("44", "44"), ("dep-2a", "2A"), ("1", "01"), ("Loire-Atlantique", "44"), ("la reunion", "974")]
)
def test_a_departement_is_found_by_code_or_name(gazetteer: Gazetteer, asked: str, code: str) -> None:
    found = gazetteer.departement(asked)
    assert found is not None
    assert found.code == code


def test_what_is_no_departement_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.departement("Bretagne") is None
    assert gazetteer.departement("") is None


def test_postal_codes_give_all_their_communes_largest_first(gazetteer: Gazetteer) -> None:
    shared = gazetteer.by_postal("80200")
    assert len(shared) > 30
    assert shared[0].name == "Péronne"
    assert gazetteer.by_postal("00000") == ()


@pytest.mark.parametrize(
    ("departement", "zone"),
    [
        ("44", "Europe/Paris"),
        ("2A", "Europe/Paris"),
        ("971", "America/Guadeloupe"),
        ("972", "America/Martinique"),
        ("973", "America/Cayenne"),
        ("974", "Indian/Reunion"),
        ("976", "Indian/Mayotte"),
        ("987", "Pacific/Tahiti"),
    ],
)
def test_each_departement_has_its_clock(departement: str, zone: str) -> None:
    assert zone_of(departement) == zone


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        (47.2184, -1.5536, "44109"),
        (43.5993, 1.4434, "31555"),
        (-20.88, 55.45, "97411"),
        (48.8574, 2.3795, "75111"),
        (50.6339, 3.0551, "59350"),
    ],
)
def test_a_position_becomes_the_nearest_commune(
    gazetteer: Gazetteer, latitude: float, longitude: float, code: str
) -> None:
    nearest = gazetteer.nearest(latitude, longitude)
    assert nearest is not None
    assert nearest.code == code


@pytest.mark.parametrize(("latitude", "longitude"), [(40.4, -3.7), (0.0, 0.0), (47.0, -10.0), (90.0, 0.0)])
def test_far_from_france_is_nowhere(gazetteer: Gazetteer, latitude: float, longitude: float) -> None:
    assert gazetteer.nearest(latitude, longitude) is None
