"""The same place told by several sources: seen as one, and two places never."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.twins import MOST_SHARED, Told, same_place, twins

ONE = Told(
    "a--1",
    "a",
    "Accueil de jour L’Escale",
    "44109",
    siret="12345678900011",
    address="12 rue des Olivettes",
    phones="+33261911001",
    point=(47.213, -1.548),
)
BARE = Told("b--1", "b", "L'Escale, accueil de jour", "44109")


@pytest.mark.parametrize(
    "other",
    [
        replace(BARE, phones="+33261911001"),
        replace(BARE, phones="+33600000000 +33261911001"),
        replace(BARE, address="12, Rue des Olivettes"),
        replace(BARE, point=(47.2135, -1.5485)),
        replace(BARE, name="Tout autre nom", siret="12345678900011"),
        replace(BARE, name="ACCUEIL DE JOUR ESCALE", address="12 r des olivettes"),
    ],
)
def test_the_same_place(other: Told) -> None:
    assert same_place(ONE, other)
    assert same_place(other, ONE)


@pytest.mark.parametrize(
    "other",
    [
        BARE,  # the name alone
        replace(BARE, source="a", phones="+33261911001"),  # one source tells its places apart itself
        replace(BARE, place="44190", phones="+33261911001"),
        replace(BARE, place=None, phones="+33261911001"),
        replace(BARE, name="Bains-douches municipaux", phones="+33261911001"),
        replace(BARE, name="Bains-douches municipaux", address="12 rue des Olivettes"),
        replace(BARE, point=(47.216, -1.548)),  # 330 m away
        replace(BARE, address="14 rue des Olivettes", point=(47.213, -1.548)),
        replace(BARE, siret="12345678900011", point=(47.25, -1.548)),  # 4 km away
    ],
)
def test_two_places(other: Told) -> None:
    assert not same_place(ONE, other)


def test_three_sources_make_one_group() -> None:
    two = replace(BARE, phones="+33261911001")
    three = replace(BARE, id="c--1", source="c", address="12 rue des Olivettes")
    alone = replace(BARE, id="d--1", source="d", name="Une autre association")
    group = ("a--1", "b--1", "c--1")
    assert twins([ONE, two, three, alone]) == dict.fromkeys(group, group)


def test_a_number_that_everybody_shares_tells_nothing() -> None:
    many = [Told(f"a--{n}", "a", f"Mairie annexe {n}", "44109", phones="+33240000000") for n in range(MOST_SHARED)]
    assert twins([*many, Told("b--1", "b", "Mairie annexe 3 de Nantes", "44109", phones="+33240000000")]) == {}


PLACES = st.builds(
    Told,
    id=st.uuids().map(str),
    source=st.sampled_from("abc"),
    name=st.sampled_from(("Restos du Cœur", "Les restos du coeur", "Secours populaire", "CCAS")),
    place=st.sampled_from(("44109", "44190", None)),
    siret=st.sampled_from((None, "12345678900011")),
    address=st.sampled_from((None, "8 rue de Strasbourg", "8 r. de strasbourg", "3 quai Magellan")),
    phones=st.sampled_from((None, "+33261911001", "+33261911002")),
)


@given(st.lists(PLACES, max_size=12))
def test_groups_hold_every_pair_and_nothing_else(told: list[Told]) -> None:
    groups = twins(told)
    for one in told:
        for other in told:
            if one.id != other.id and same_place(one, other):
                assert other.id in groups[one.id]
    for name, group in groups.items():
        assert name in group
        assert all(groups[each] == group for each in group)
