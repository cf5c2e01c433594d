"""Answers to "in which commune?"."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.communes.commune import Place
from directory.communes.gazetteer import Gazetteer
from directory.words import LONGEST_TEXT, fold, tokens

FOUND = [
    ("nante", "44109"),
    ("Nantes", "44109"),
    ("NANTES", "44109"),
    ("nantes 44", "44109"),
    ("44000 nantes", "44109"),
    ("44000 nante", "44109"),
    ("44109", "44109"),
    ("com nantes", "44109"),
    ("je suis a nante en ce moment", "44109"),
    ("monpelier", "34172"),
    ("perpinian", "66136"),
    ("boulogne s/ mer", "62160"),
    ("boulogne/mer", "62160"),
    ("st etienne", "42218"),
    ("St. Etienne", "42218"),
    ("saint étiene", "42218"),
    ("sainté etienne", "42218"),
    ("saint denis (974)", "97411"),
    ("st denis 93", "93066"),
    ("paris", "75056"),
    ("paris 11", "75111"),
    ("Paris XI", "75111"),
    ("paris 1er", "75101"),
    ("75011", "75111"),
    ("75000", "75056"),
    ("lyon 7e", "69387"),
    ("lyon 7ème", "69387"),
    ("marseille 3eme arrondissement", "13203"),
    ("11e arrondissement de paris", "75111"),
    ("59046 LILLE CEDEX", "59350"),
    ("Lille Cedex 9", "59350"),
    ("Château-Gontier", "53062"),
    ("hesdin", "62447"),
    ("chalon", "71076"),
    ("le mans", "72181"),
    ("mans", "72181"),
    ("au mans", "72181"),
    ("la fleche", "72154"),
    ("sables d olonne", "85194"),
    ("les sables dolonne", "85194"),
    ("l'haÿ les roses", "94038"),
    ("lhay les roses", "94038"),
    ("ivry", "94041"),
    ("evry", "91228"),
    ("cherbourg", "50129"),
    ("starsbourg", "67482"),
    ("villeurbane", "69266"),
    ("mulouse", "68224"),
    ("toulouze", "31555"),
    ("bordeau", "33063"),
    ("clermon feran", "63113"),
    ("plougstel daoulas", "29189"),
    ("sablee sur sarthe", "72264"),
    ("aubervillier", "93001"),
    ("à côté de Dijon", "21231"),
    ("pres de cholet", "49099"),
    ("fort de france", "97209"),
    ("pointe a pitre", "97120"),
    ("papeete", "98735"),
    ("sens", "89387"),
    ("rue", "80688"),
    ("Y", "80829"),
    ("Eu", "76255"),
    ("bdx", "33063"),
    ("Діжон", "21231"),
    ("ліон", "69123"),
    ("Безансон", "25056"),
    ("باريس", "75056"),
    ("مرسيليا", "13055"),
    ("ليل", "59350"),
    ("نانت", "44109"),
]


@pytest.mark.parametrize(("text", "code"), FOUND)
def test_a_place_is_understood_however_written(gazetteer: Gazetteer, text: str, code: str) -> None:
    found = gazetteer.named(text)
    assert found.commune is not None
    assert found.commune.code == code


@pytest.mark.parametrize("text", ["nante", "monpelier", "villeurbane", "clermon feran"])
def test_a_misspelt_name_is_to_be_confirmed(gazetteer: Gazetteer, text: str) -> None:
    assert not gazetteer.named(text).certain


@pytest.mark.parametrize("text", ["Nantes", "nantes 44", "paris 11", "st etienne", "44000"])
def test_a_name_well_written_needs_no_confirmation(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.named(text).certain


@pytest.mark.parametrize(
    "text", ["je suis à la rue", "je sais pas", "oui", "non", "", "   ", "😀", "<b>", "bruxelles", "0", "?"]
)
def test_what_is_no_place_gives_none(gazetteer: Gazetteer, text: str) -> None:
    found = gazetteer.named(text)
    assert not found
    assert found.commune is None


def test_unknown_names_come_with_the_nearest(gazetteer: Gazetteer) -> None:
    misses = gazetteer.named("bruxelles").misses
    assert 1 <= len(misses) <= 3


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("valence", {"26362", "82186", "16392"}),
        ("allonnes", {"72003", "49002", "28004"}),
        ("saint denis", {"97411", "93066"}),
        ("lons", {"39300", "64348"}),
        ("aix", {"13001", "73008"}),
        ("boulogne", {"92012", "62160"}),
        ("80200", {"80620", "80240"}),
    ],
)
def test_a_shared_name_is_asked(gazetteer: Gazetteer, text: str, codes: set[str]) -> None:
    found = gazetteer.named(text)
    assert found.commune is None
    assert found.ambiguous
    assert codes <= {commune.code for commune in found.candidates}
    sizes = [commune.population for commune in found.candidates]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(("text", "code"), [("saint nazaire", "44184"), ("senlis", "60612"), ("castres", "81065")])
def test_a_town_twenty_times_larger_is_meant(gazetteer: Gazetteer, text: str, code: str) -> None:
    found = gazetteer.named(text)
    assert found.commune is not None
    assert found.commune.code == code


def test_the_departement_of_the_person_decides(gazetteer: Gazetteer) -> None:
    found = gazetteer.named("valence", departement="82")
    assert found.commune is not None
    assert found.commune.code == "82186"
    said = gazetteer.mentions(tokens("aide à saint-denis"), text="aide à saint-denis", departement="974")
    assert said.commune is not None
    assert said.commune.code == "97411"


@pytest.mark.parametrize(
    ("text", "departement", "region"),
    [
        ("44", "44", "52"),
        ("dans le nord", "59", "32"),
        ("loire atlantique", "44", "52"),
        ("je vis en martinique", "972", "02"),
        ("Bretagne", None, "53"),
        ("la réunion", "974", "04"),
        ("occitanie", None, "76"),
        ("Nouvelle-Aquitaine", None, "75"),
        ("je cherche en nouvelle aquitaine", None, "75"),
    ],
)
def test_a_departement_or_region_is_no_commune(
    gazetteer: Gazetteer, text: str, departement: str | None, region: str
) -> None:
    found = gazetteer.named(text)
    assert (found.commune, found.departement, found.region) == (None, departement, region)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_commune_is_found_by_its_name_and_departement(gazetteer: Gazetteer, data: st.DataObject) -> None:
    commune = gazetteer.commune(data.draw(st.integers(0, len(gazetteer) - 1)))
    assert gazetteer.by_code(commune.code) == commune
    if commune.parent is None:
        found = gazetteer.named(commune.name, departement=commune.departement)
        assert commune in (found.commune, *found.candidates)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_no_text_breaks_the_reading(gazetteer: Gazetteer, text: str) -> None:
    for found in (gazetteer.named(text), gazetteer.mentions(tokens(text), text=text)):
        assert isinstance(found, Place)
        assert 0 <= found.span[0] <= found.span[1] <= max(len(text), 0)


def test_a_very_long_text_is_read(gazetteer: Gazetteer) -> None:
    text = ("je cherche une douche à Nantes, " * 400)[:LONGEST_TEXT]
    found = gazetteer.mentions(tokens(text), text=text)
    assert found.commune is not None
    assert found.commune.code == "44109"


def typo(chance: random.Random, name: str) -> str:
    at = chance.randrange(1, len(name) - 1)
    return chance.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            name[:at] + name[at] + name[at:],
            name[:at] + chance.choice("aeioustnrl") + name[at + 1 :],
        )
    )


@pytest.mark.parametrize(("smallest", "floor"), [(5_000, 0.95), (0, 0.9)])
def test_one_wrong_letter_is_forgiven(gazetteer: Gazetteer, smallest: int, floor: float) -> None:
    chance = random.Random(7)
    pool = [gazetteer.commune(row) for row in range(len(gazetteer))]
    pool = [c for c in pool if c.parent is None and len(c.name) >= 6 and c.population >= smallest]
    sample = chance.sample(pool, 500)
    found = 0
    for commune in sample:
        place = gazetteer.named(typo(chance, fold(commune.name).replace("-", " ")), departement=commune.departement)
        found += commune in (place.commune, *place.candidates)
    assert found / len(sample) >= floor
