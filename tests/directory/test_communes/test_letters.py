"""The names that hold nearly the same letters: never fewer than those that are near."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from directory.communes.gazetteer import Gazetteer
from directory.communes.letters import bucket, letters, nearly
from directory.communes.near import allowed
from tests.directory.test_communes.test_names import typo

NAMES = st.text(string.ascii_lowercase + "é' а", max_size=40)


@settings(max_examples=1000, deadline=None)
@given(NAMES, NAMES)
def test_each_slip_changes_two_bits_at_most(name: str, other: str) -> None:
    assert (letters(name) ^ letters(other)).bit_count() <= 2 * OSA.distance(name, other)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.text("abn", max_size=9)), st.text("abn", max_size=9), st.integers(0, 3))
def test_no_near_name_is_left_out(names: list[str], key: str, most: int) -> None:
    kept = nearly(bucket(names), key, most=most)
    assert [name for name in kept if OSA.distance(key, name) <= most] == sorted(
        (name for name in names if OSA.distance(key, name) <= most), key=len
    )


@pytest.mark.parametrize("seed", range(3))
def test_a_misspelt_commune_is_compared_with_few_names(gazetteer: Gazetteer, seed: int) -> None:
    chance = random.Random(seed)
    names, ends, _ = chosen = gazetteer._index["buckets"]["c"]
    compared = 0
    for _ in range(100):
        key = typo(chance, chance.choice([name for name in names if len(name) > 4]))
        most = allowed(len(key))
        kept = nearly(chosen, key, most=most)
        assert {name for name in names if OSA.distance(key, name) <= most} <= {*kept}
        compared += len(kept)
    assert compared < 100 * ends[-1] / 20
