"""Stations, quarters and arrondissements: by themselves, beside their town, and when they are nothing of the kind."""

from __future__ import annotations

import pytest

from directory.communes.commune import Place
from directory.communes.gazetteer import Gazetteer
from directory.words import tokens


def place(gazetteer: Gazetteer, text: str) -> Place:
    return gazetteer.mentions(tokens(text), text=text)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("gare de l'est", "75110", "gare de l'est"),
        ("douche gare de lest", "75110", "gare de lest"),
        ("je dors vers la gare de l est", "75110", "gare de l est"),
        ("un repas près de la gare du nord paris", "75110", "gare du nord paris"),
        ("repas gare de lyon paris", "75112", "gare de lyon paris"),
        ("manger à lyon vers la part dieu", "69383", "part dieu"),
        ("jsuis a la gare part dieu jai faim", "69383", "part dieu"),
        ("recharger mon tel gare saint charles", "13201", "gare saint charles"),
        ("douche marseille saint charles", "13201", "marseille saint charles"),
        ("douche toulouse matabiau", "31555", "toulouse matabiau"),
        ("laver mon linge gare de Dijon demain", "21231", "Dijon"),
        ("on est à la gare de rennes sans rien", "35238", "rennes"),
        ("consigne belleville paris", "75120", "belleville paris"),
        ("douche paris montmartre", "75118", "paris montmartre"),
        ("colis quartier la duchère lyon", "69389", "la duchère lyon"),
        ("repas lille moulins", "59350", "lille moulins"),
        ("quartier saint michel bordeaux manger", "33063", "bordeaux"),
        ("manger à bordeaux quartier saint michel", "33063", "bordeaux"),
        ("douche le châtelet", "18059", "le châtelet"),
        ("bains douches 18eme", "75118", "18eme"),
        ("je dors dans le 19ème", "75119", "19ème"),
    ],
)
def test_a_station_a_quarter_or_an_arrondissement_is_found(
    gazetteer: Gazetteer, text: str, code: str, said: str
) -> None:
    found = place(gazetteer, text)
    assert found.commune is not None
    assert found.commune.code == code
    assert said in text[found.span[0] : found.span[1]] or text[found.span[0] : found.span[1]] in said


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("manger gare de lyon", {"69123", "75112"}),
        ("toilettes pres de chatelet", {"75101", "18059"}),
        ("manger dans le 13eme", {"75113", "13213"}),
        ("douche 3e arrondissement", {"75103", "13203", "69383"}),
    ],
)
def test_what_may_be_in_several_towns_is_asked(gazetteer: Gazetteer, text: str, codes: set[str]) -> None:
    found = place(gazetteer, text)
    assert found.commune is None
    assert {each.code for each in found.candidates} == codes


@pytest.mark.parametrize(
    "text",
    [
        "manger gare routière",
        "je suis à la gare et j'ai faim",
        "j'habite au 12eme étage",
        "mon fils est en 6eme",
        "activités pour le 3eme age",
        "mon 2eme enfant",
        "gare aux loyers impayés",
    ],
)
def test_what_only_looks_like_one_is_no_place(gazetteer: Gazetteer, text: str) -> None:
    found = place(gazetteer, text)
    assert (found.commune, found.candidates) == (None, ())
