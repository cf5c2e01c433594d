"""Maps: points where places are, discs whose area is as their count, names that are never cut."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.canvas import FILL, MARGIN, WIDTH
from bot.charts.dots import HEIGHT, LARGEST, Dot, dots, radius
from tests.charts.pictures import blank, opened, painted

CORNERS = [Dot("a", 47.0, -2.0, 0), Dot("b", 48.0, -1.0, 0), Dot("c", 47.0, -1.0, 0)]


def test_the_area_of_a_disc_is_as_its_count() -> None:
    assert radius(400, 400) == LARGEST
    assert radius(100, 400) == LARGEST / 2
    assert radius(5, 10**9) > radius(0, 10**9) > 0


def test_discs_stand_where_their_places_are_north_up() -> None:
    made = opened(dots("Titre", "Légende", [*CORNERS, Dot("Nord", 48.0, -2.0, 50)]))
    found = [(x, y) for x in range(WIDTH) for y in range(0, made.height, 2) if painted(made, x, y, FILL)]
    left, right = min(x for x, _ in found), max(x for x, _ in found)
    assert abs(right - left - 2 * LARGEST) <= 3
    assert right < WIDTH / 2, "west is on the left"
    assert max(y for _, y in found) < HEIGHT / 2, "north is above"


def test_nothing_to_show_is_a_page_with_its_words() -> None:
    assert opened(dots("Rien", "Rien", [])).width == WIDTH
    assert opened(dots("Un seul", "x", [Dot("seul", 47.0, 2.0, 9)])).width == WIDTH


degrees = st.tuples(st.floats(42, 51), st.floats(-5, 8))


@given(st.lists(st.tuples(degrees, st.text("abéèç -", max_size=40), st.integers(0, 10**6)), max_size=25))
@settings(max_examples=15, deadline=None)
def test_no_name_is_cut_by_the_edge(places: list[tuple[tuple[float, float], str, int]]) -> None:
    made = opened(dots("Titre", "Légende", [Dot(name, *at, count) for at, name, count in places]))
    for box in ((0, 0, MARGIN - 6, made.height), (WIDTH - MARGIN + 6, 0, WIDTH, made.height)):
        assert blank(made, box)
