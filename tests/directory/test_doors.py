"""Where a door can be: on land, in the commune of its address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.communes.gazetteer import Gazetteer
from directory.communes.reach import USUAL, reach
from directory.importers.places import known
from directory.land import at_sea, read, rows_of, written
from directory.ledger.placing import Door, PlacingError, door
from tests.house import shipped


@pytest.fixture
def gazetteer() -> Gazetteer:
    return shipped().gazetteer


def at(gazetteer: Gazetteer, code: str, first: float, second: float) -> Door:
    commune = gazetteer.by_code(code)
    assert commune
    (place,) = known([commune])
    return door(first, second, place)


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("44109", 47.2098, -1.5421),
        ("44184", 47.2735, -2.2137),  # Saint-Nazaire, on the port
        ("50353", 48.6361, -1.5115),  # the Mont-Saint-Michel
        ("29155", 48.4576, -5.0960),  # Ouessant
        ("29083", 48.0380, -4.8510),  # the isle of Sein
        ("13004", 43.3960, 4.7380),  # Salin-de-Giraud, in Arles, 30 km from its town hall
        ("13055", 43.2800, 5.3250),  # the Frioul, off Marseille
        ("83069", 43.0010, 6.2030),  # Porquerolles, in Hyères
        ("97411", -20.8823, 55.4504),
        ("97302", 4.9372, -52.3260),  # Cayenne
        ("97501", 46.7811, -56.1764),  # Saint-Pierre, whose shore nobody knows here
    ],
)
def test_a_door_on_land_in_its_commune_is_taken_either_way_round(
    gazetteer: Gazetteer, code: str, latitude: float, longitude: float
) -> None:
    assert at(gazetteer, code, latitude, longitude) == Door(latitude, longitude)
    assert at(gazetteer, code, longitude, latitude) == Door(latitude, longitude, swapped=True)


@pytest.mark.parametrize(
    ("code", "latitude", "longitude", "why"),
    [
        ("44109", 48.8566, 2.3522, "door-far"),
        ("44109", 47.1000, -1.5534, "door-far"),
        ("44184", 47.2150, -2.2800, "door-at-sea"),
        ("13055", 43.2350, 5.2900, "door-at-sea"),
        ("29083", 48.0000, -4.9200, "door-at-sea"),
        ("97411", -20.8300, 55.4500, "door-at-sea"),
        ("44109", 40.4168, -3.7038, "door-abroad"),
        ("44109", 0.0, 0.0, "door-abroad"),
    ],
)
def test_a_door_at_sea_abroad_or_in_another_town_is_refused(
    gazetteer: Gazetteer, code: str, latitude: float, longitude: float, why: str
) -> None:
    with pytest.raises(PlacingError, match=f"^{why}$"):
        at(gazetteer, code, latitude, longitude)


def test_the_shores_agree_with_the_positions_of_the_communes_and_few_are_wide(gazetteer: Gazetteer) -> None:
    places = list(known(gazetteer.commune(row) for row in range(len(gazetteer))))
    # GeoNames has these five a little off, in the water.
    wet = {place.name for place in places if at_sea(place.latitude, place.longitude)}
    assert wet == {"Benerville-sur-Mer", "Lanmodez", "Lège-Cap-Ferret", "Île-d'Houat", "La Désirade"}
    assert sum(reach(place.code) > USUAL for place in places) < len(places) / 40


@given(st.floats(0.001, 3), st.floats(0.001, 3), st.floats(-3, 3), st.floats(40, 44))
def test_every_point_of_a_rectangle_is_in_its_squares(wide: float, high: float, west: float, south: float) -> None:
    ring = [(west, south), (west + wide, south), (west + wide, south + high), (west, south + high), (west, south)]
    rows = read(written(rows_of([[ring]])))
    for share in (0, 0.25, 0.5, 0.99):
        column, row = int((west + wide * share) * 100 // 1), int((south + high * share) * 100 // 1)
        assert any(first <= column <= last for first, last in rows[row])
    assert not any(first <= int((west + wide) * 100 // 1) + 2 <= last for first, last in rows[int(south * 100 // 1)])


def test_nothing_is_said_to_be_at_sea_where_no_shore_is_known() -> None:
    assert not at_sea(-17.53, -149.57)  # Tahiti
    assert not at_sea(0.0, 0.0)
    assert at_sea(46.0, -2.5)
