"""The nearest of one list, wherever on the globe, are those that measuring every one of them finds."""

from __future__ import annotations

from functools import cache
from math import cos, isnan, radians
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.crowding import Crowd, squares
from directory.distance import EARTH_KM, KM_PER_DEGREE, centre
from directory.search_nearest import within
from directory.snapshot import IndexRow, Posting, Reach, Snapshot
from directory.snapshot_build import build

# A crowded town on the edge of two bands, islands on either side of the line of dates, the far north, and the fields.
TOWNS = ((48.0, 2.0, 900), (-14.3, 179.99, 40), (-14.3, -179.99, 40), (89.99, 10.0, 5), (45.5, 3.1, 30))
POINTS = st.one_of(
    st.sampled_from([town[:2] for town in TOWNS]),
    st.tuples(st.floats(47.7, 48.3), st.floats(1.7, 2.3)),
    st.tuples(st.floats(-14.6, -14.0), st.one_of(st.floats(179.5, 180), st.floats(-180, -179.5))),
    st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)


@cache
def globe() -> Snapshot:
    """Services around some towns, and one that is nowhere."""
    chance, rows = Random(3), [IndexRow("nowhere", "s", ("meal",))]
    for place, (latitude, longitude, count) in enumerate(TOWNS):
        for number in range(count):
            north = min(90.0, latitude + chance.gauss(0, 0.05))
            east = (longitude + chance.gauss(0, 0.05) + 180) % 360 - 180
            rows.append(IndexRow(f"{place}-{number}", "s", ("meal", "bed") if number % 9 else ("meal",), north, east))
    return build(rows, themes={})


def measured(posting: Posting, points: list[tuple[float, float]], radius_km: float) -> list[float]:
    """How close the services of a list within a radius are, the nearest first."""
    closeness = np.max([posting.vectors.dot(centre(*point).vector) for point in points], axis=0)
    return sorted((found for found in closeness.tolist() if found >= cos(radius_km / EARTH_KM)), reverse=True)


@given(
    st.lists(POINTS, min_size=1, max_size=3), st.sampled_from((1.0, 5.0, 50.0, 400.0)), st.sampled_from((None, 1, 6))
)
def test_the_nearest_are_those_of_all(points: list[tuple[float, float]], radius_km: float, most: int | None) -> None:
    posting = globe().postings["meal", Reach.NEAR]
    rows, closeness = within(posting, [centre(*point) for point in points], radius_km, most=most)
    expected = measured(posting, points, radius_km)
    assert len(set(rows.tolist())) == len(rows)
    assert closeness.tolist()[:most] == pytest.approx(expected[:most], abs=1e-15)
    assert len(rows) == len(expected) if most is None else len(rows) >= min(most, len(expected))


def test_those_left_out_by_a_filter_are_made_up_for_farther() -> None:
    posting = globe().postings["meal", Reach.NEAR]
    around = (centre(48.0, 2.0),)
    near = set(within(posting, around, 50.0, most=6)[0][:100].tolist())
    rows, closeness = within(posting, around, 50.0, keep=lambda rows: ~np.isin(rows, list(near)), most=6)
    assert not near & set(rows.tolist())
    assert closeness[0] <= within(posting, around, 50.0)[1][len(near) - 1]
    assert len(rows) >= 6


def test_where_services_crowd_the_first_look_is_short() -> None:
    snapshot = globe()
    known = squares(snapshot.latitude, snapshot.longitude)
    town, fields, nowhere = (Crowd(known, 1.0).radius_km(centre(*at), 6) for at in ((48.01, 2.01), (45.5, 3.1), (0, 0)))
    assert 0 < town < fields < nowhere
    assert Crowd(known, 2.0).radius_km(centre(48.01, 2.01), 6) == 2 * town
    assert not any(isnan(radius) for radius in known.values())


@pytest.mark.parametrize("latitude", [0.0, 48.0, -21.0, 75.0])
@pytest.mark.parametrize("side", [-1, 1])
def test_what_stands_just_over_the_edge_of_a_band_is_found(latitude: float, side: int) -> None:
    """Bands meet at each degree of longitude."""
    row = IndexRow("a", "s", ("meal",), latitude, 2.0 if side > 0 else 1.999999)
    posting = build([row], themes={}).postings["meal", Reach.NEAR]
    away = 19.9 / (KM_PER_DEGREE * cos(radians(latitude)))
    assert len(within(posting, (centre(latitude, 2.0 - side * away),), 20.0)[0]) == 1
    assert len(within(posting, (centre(latitude, 2.0 - side * away * 1.1),), 20.0)[0]) == 0
