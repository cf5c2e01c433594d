"""Points of the map as people write and paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.talk.points import PointError, point, shown

NANTES = (47.2173, -1.5534)


@pytest.mark.parametrize(
    "said",
    [
        "47.2173, -1.5534",
        "47,2173 ; -1,5534",
        "47,2173 -1,5534",
        "47,2173, -1,5534",
        "(47.2173,-1.5534)",
        "47.2173 / -1.5534",
        "47.2173° N, 1.5534° O",
        "N 47.2173 W 1.5534",
        "1.5534 O 47.2173 N",
        "latitude : 47.2173, longitude : −1.5534",
        "geo:47.2173,-1.5534;u=10?z=17",
        "https://www.openstreetmap.org/#map=19/47.2173/-1.5534",
        "https://www.openstreetmap.org/?mlat=47.2173&mlon=-1.5534#map=17/47.30000/-1.60000",
        "https://www.openstreetmap.org/node/1234#map=18/47.2173/-1.5534&layers=N",
        "https://www.google.com/maps/place/CCAS/@47.30,-1.60,17z/data=!3m1!4b1!8m2!3d47.2173!4d-1.5534!16s",
        "https://www.google.fr/maps/@47.2173,-1.5534,17z",
        "https://www.google.com/maps/search/47.2173,+-1.5534?entry=tts",
        "https://maps.google.com/?q=47.2173%2C-1.5534",
        "https://maps.apple.com/?ll=47.2173,-1.5534&q=Bains",
        "la porte : https://osm.org/?mlat=47.2173&mlon=-1.5534 merci",
    ],
)
def test_a_point_is_read_however_it_is_written(said: str) -> None:
    assert point(said) == pytest.approx(NANTES)


def test_degrees_minutes_seconds_are_read() -> None:
    assert point("47°13'02.3\"N 1°33'12.2\"W") == pytest.approx((47.21731, -1.55339))
    assert point("20°52’56”S 55°27’01”E") == pytest.approx((-20.88222, 55.45028), abs=1e-5)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("3 quai Magellan", "point-unread"),
        ("47.2173", "point-unread"),
        ("02 61 91 10 02", "point-unread"),
        ("412.2173, -1.5534", "point-unread"),
        ("47, -1", "point-rough"),
        ("47.21, -1.55", "point-rough"),
        ("https://www.openstreetmap.org/", "point-link"),
        ("https://example.org/?x=47.2173", "point-link"),
        ("https://maps.app.goo.gl/kz8QJ", "point-short-link"),
        ("https://osm.org/go/0EEQjE--", "point-short-link"),
    ],
)
def test_what_says_no_point_is_refused_with_its_reason(said: str, why: str) -> None:
    with pytest.raises(PointError, match=f"^{why}$"):
        point(said)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_what_is_shown_is_read_again(latitude: float, longitude: float) -> None:
    assert point(shown(latitude, longitude)) == pytest.approx((latitude, longitude), abs=1e-5)


@given(st.text(alphabet="0123456789.,;-°'\"nsew /:@!?=#&hmtpsgeo", max_size=60))
def test_anything_else_is_refused_and_breaks_nothing(said: str) -> None:
    try:
        found = point(said)
    except PointError:
        return
    assert all(abs(angle) <= 180 for angle in found)
