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
from directory.snapshot import IndexRow, Snapshot
from directory.snapshot_build import build
from directory.texts.spelling import Vocabulary
from directory.texts.strips import in_strips
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


@given(st.lists(POINTS, min_size=1, max_size=60), POINTS, st.floats(1, 60))
@settings(max_examples=60, deadline=None)
def test_a_square_of_the_map_holds_the_circle(points, around, radius) -> None:
    latitude, longitude = (np.array(each) for each in zip(*points, strict=True))
    strips = in_strips(latitude, longitude, np.zeros(len(points), np.int8))
    bounds = strips.runs((around,), radius).tolist()
    runs = zip(bounds[::2], bounds[1::2], strict=True)
    inside = {row for start, end in runs for row in strips.order[start:end].tolist()}
    at = centre(*around)
    near = vectors(latitude, longitude).dot(at.vector) >= np.cos(radius / EARTH_KM)
    assert set(near.nonzero()[0].tolist()) <= inside
    assert sorted(strips.order.tolist()) == list(range(len(points)))


@given(st.lists(POINTS, min_size=1, max_size=60), st.lists(POINTS, min_size=2, max_size=4), st.floats(1, 60))
@settings(max_examples=60, deadline=None)
def test_squares_that_share_services_name_them_once(points, around, radius) -> None:
    latitude, longitude = (np.array(each) for each in zip(*points, strict=True))
    strips = in_strips(latitude, longitude, np.zeros(len(points), np.int8))

    def ranks(*squares: tuple[float, float]) -> list[int]:
        bounds = strips.runs(squares, radius).tolist()
        return [rank for start, end in zip(bounds[::2], bounds[1::2], strict=True) for rank in range(start, end)]

    assert ranks(*around) == sorted({rank for point in around for rank in ranks(point)})
