"""How a typed word finds the word of a name: accents, plurals, slips."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.distance import EARTH_KM, centre, vectors
from directory.search import Query, search
from directory.snapshot import IndexRow, Reach, Snapshot
from directory.snapshot_build import build
from directory.texts.order import in_order
from directory.texts.spelling import Vocabulary
from directory.texts.terms import telling
from tests.directory.test_search_brute_force import POINTS

MORNING = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Paris"))
NANTES = (47.218, -1.554)
NAMES = (
    ("Colis alimentaire", "Les Restaurants du Cœur", "Un colis par semaine, sur inscription."),
    ("Épicerie", "Épicerie solidaire Le Panier", "Produits frais à petits prix, atelier cuisine."),
    ("Accompagnement", "Association Trait d’Union", "Écoute et aide aux démarches."),
    ("Atelier couture", "Maison de quartier", "Apprendre à coudre et à réparer."),
    ("Accueil", "Emmaüs Connect", "Couture et numérique."),
)
SMALL = frozenset(("les", "du", "le", "d", "l", "a", "de", "association"))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = (
        IndexRow(str(number), "s", ("need",), *NANTES, 1, name=name, structure_name=structure, description=described)
        for number, (name, structure, described) in enumerate(NAMES)
    )
    return build(rows, themes={}, small=SMALL)


def found(snapshot: Snapshot, typed: str, *, named: bool = False) -> list[str]:
    words = telling(typed.split(), SMALL)
    query = Query(words=words, around=(NANTES,), named=named)
    return [hit.id for hit in search(snapshot, query, now=MORNING).hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("restos du coeur", ["0"]),
        ("resto du cœur", ["0"]),
        ("restaurant du coeurs", ["0"]),
        ("epicerie solidaire le panier", ["1"]),
        ("épiceri soliadire", ["1"]),
        ("association trait d union", ["2"]),
        ("atelier couture", ["3"]),
        ("atelié coutur", ["3"]),
        ("emaus conect", ["4"]),
        ("panier", ["1"]),
        ("coudre", ["3"]),
        ("secours populaire", []),
        ("trait inconnu", []),
        ("", []),
    ],
)
def test_what_is_typed_finds_what_is_written(snapshot: Snapshot, typed: str, expected: list[str]) -> None:
    assert found(snapshot, typed) == expected


def test_a_name_comes_before_a_description(snapshot: Snapshot) -> None:
    assert found(snapshot, "couture") == ["3"]
    assert found(snapshot, "écoute") == ["2"]
    assert found(snapshot, "écoute", named=True) == []


def test_words_are_given_back_as_the_directory_writes_them(snapshot: Snapshot) -> None:
    assert snapshot.texts.spelt(("resto", "coeurs", "zzz")) == ("restaurants", "cœur")


def test_only_the_nearest_terms_are_taken_for_a_misspelt_one() -> None:
    known = Vocabulary(("couture", "culture", "voiture", "col", "solidaire", "solidarite"))
    assert known.near("coutur") == ("couture",)
    assert known.near("cotuure") == ("couture",)
    assert known.near("cuoture") == ("couture", "culture")
    assert known.near("solidqire") == ("solidaire",)
    assert known.near("co") == ()
    assert known.near("12345") == ()


@given(st.lists(POINTS, min_size=1, max_size=60), st.lists(POINTS, min_size=1, max_size=3), st.floats(1, 60))
@settings(max_examples=60, deadline=None)
def test_the_runs_around_points_hold_their_circles(points, around, radius) -> None:
    latitude, longitude = (np.array(each) for each in zip(*points, strict=True))
    order = in_order(latitude, longitude, np.zeros(len(points), np.int8))
    bounds = order.runs([centre(*point) for point in around], radius).tolist()
    assert bounds == sorted(bounds)
    inside = {
        row for start, end in zip(bounds[::2], bounds[1::2], strict=True) for row in order.rows[start:end].tolist()
    }
    for point in around:
        near = vectors(latitude, longitude).dot(centre(*point).vector) >= np.cos(radius / EARTH_KM)
        assert set(near.nonzero()[0].tolist()) <= inside
    assert sorted(order.rows.tolist()) == list(range(len(points)))


def test_who_is_nowhere_or_not_near_people_lies_in_no_run() -> None:
    latitude, longitude = np.array([47.0, np.nan, 47.0, 47.0]), np.array([1.5, np.nan, 1.5, 1.5])
    order = in_order(latitude, longitude, np.array([0, 0, 1, 2], np.int8))
    [start, end] = order.runs((centre(47.0, 1.5),), 5.0).tolist()
    assert order.rows[start:end].tolist() == [0]
    assert [order.rows[slice(*order.part(reach))].tolist() for reach in Reach] == [[0, 1], [2], [3]]
