"""Bars: as long as they should, each with its name and figure whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.charts.bars import LONGEST, START, TEXT, Bar, Group, bars, length
from bot.charts.canvas import FILL, MARGIN, WIDTH, font, wide, wrapped
from tests.charts.pictures import blank, opened, painted

# Letters that French, and the names of its places, are written with.
LETTERS = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆàâäçéèêëîïôöùûüÿœæ’«»–—…€0123456789%ñß≥→"


def lengths(made: Image.Image) -> list[int]:
    """How long each bar is, from the first down."""
    first = START + 1
    rows = [painted(made, first, y, FILL) for y in range(made.height)]
    starts = [y for y in range(1, made.height) if rows[y] and not rows[y - 1]]
    return [next(x for x in range(START, WIDTH) if not painted(made, x, y + 1, FILL)) - START for y in starts]


def test_each_bar_is_as_long_as_its_count_says() -> None:
    groups = [Group("Qui", [Bar("une", 14), Bar("deux", 7), Bar("aucune", 0)]), Group("Où", [Bar("trois", 1)])]
    found = lengths(opened(bars("Titre", groups)))
    assert found == [LONGEST, LONGEST // 2, length(1, 14)]


@pytest.mark.parametrize("count", [1, 7, 999_999])
def test_a_count_is_seen_beside_any_other(count: int) -> None:
    assert 2 <= length(count, 1_000_000) <= LONGEST
    assert length(0, count) == 0


def test_nothing_to_show_is_a_page_with_its_title() -> None:
    made = opened(bars("Rien ce mois-ci", []))
    assert made.width == WIDTH
    assert not blank(made, (MARGIN, 0, WIDTH, made.height))


@given(st.text("abcdeéèç œ’-", min_size=1, max_size=160), st.integers(0, 10**7))
@settings(max_examples=25, deadline=None)
def test_no_word_is_cut_by_the_edge_nor_by_a_bar(name: str, count: int) -> None:
    made = opened(bars(name, [Group(name, [Bar(name, count)])]))
    left, right, foot = (0, 0, MARGIN - 6, made.height), (WIDTH - 10, 0, WIDTH, made.height), made.height - 16
    assert all(blank(made, box) for box in (left, right, (0, foot, WIDTH, made.height)))


@given(st.text("abcdeéèç œ’-", max_size=200), st.integers(40, 900))
@settings(max_examples=60, deadline=None)
def test_lines_hold_all_the_words_and_fit(text: str, most: int) -> None:
    lines = wrapped(text, TEXT, most)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(wide(line, TEXT) <= most for line in lines)


def test_the_font_has_every_letter_of_french() -> None:
    missing = bytes(font(TEXT).getmask("\uffff"))
    assert [letter for letter in LETTERS if bytes(font(TEXT).getmask(letter)) == missing] == []
    assert wide("\u00a0", TEXT) == wide(" ", TEXT)
    assert font(TEXT).getname() == ("DejaVu Sans", "Book")
