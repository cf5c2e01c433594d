"""Telephones, text, positions, communes and what words tell: the pure parts of an import."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory import phones
from directory.flags import Flag
from directory.importers import cleaning, deductions
from directory.importers.places import Places, departement, key
from directory.phones import Cost, Phone
from tests.directory.conftest import COMMUNES


@pytest.mark.parametrize(
    ("written", "where", "numbers"),
    [
        ("02 61 91 00 01", None, ["+33261910001"]),
        ("+33 (0)2.61.91.00.01", None, ["+33261910001"]),
        ("0033261910001", None, ["+33261910001"]),
        ("02-61-91-00-01 / 06 39 98 00 01", None, ["+33261910001", "+33639980001"]),
        ("02 61 91 00 01 ou 115", None, ["+33261910001", "115"]),
        ("0262 41 12 34", "974", ["+262262411234"]),
        ("0692 41 12 34", None, ["+262692411234"]),
        ("0590 81 12 34", "971", ["+590590811234"]),
        ("0596 71 12 34", "972", ["+596596711234"]),
        ("02 61 91 00 01", "974", ["+33261910001"]),
        ("06 39 98 00 01", "974", ["+33639980001"]),
        ("0 892 70 12 39", None, ["+33892701239"]),
        ("39 19", None, ["3919"]),
        ("118 218", None, ["118218"]),
        ("voir le site", None, []),
        ("12345", None, []),
        ("02 61 91 00", None, []),
        ("", None, []),
    ],
)
def test_telephones_are_read_as_files_write_them(written: str, where: str | None, numbers: list[str]) -> None:
    assert [phone.number for phone in phones.read(written, where)] == numbers


@pytest.mark.parametrize(
    ("number", "cost", "shown"),
    [
        ("+33261910001", Cost.NORMAL, "02 61 91 00 01"),
        ("+33800840800", Cost.FREE, "0 800 84 08 00"),
        ("+33806000001", Cost.NORMAL, None),
        ("+33810000001", Cost.PREMIUM, None),
        ("+33892701239", Cost.PREMIUM, None),
        ("118218", Cost.PREMIUM, "118218"),
        ("3919", Cost.FREE, "39 19"),
        ("3646", Cost.UNKNOWN, "36 46"),
        ("115", Cost.FREE, "115"),
        ("+262262411234", Cost.NORMAL, "0262 41 12 34"),
    ],
)
def test_the_price_of_a_call_is_known_from_its_number(number: str, cost: Cost, shown: str | None) -> None:
    phone = Phone(number)
    assert phone.cost is cost
    assert shown in (None, phone.shown)


@given(st.text(max_size=60))
def test_any_text_gives_telephones_that_can_be_kept(text: str) -> None:
    found = phones.read(text)
    assert phones.kept(phones.stored(found)) == found
    assert all(phone.shown for phone in found)


@given(st.text(max_size=200))
def test_cleaned_text_hides_nothing_and_is_clean_already(text: str) -> None:
    cleaned = cleaning.text(text)
    assert not {"\x00", "\u202e", "\u2066", "\u200b", "\ufeff"} & set(cleaned)
    cleaned.encode("utf-8")
    assert "\n" not in cleaning.line(text)


@pytest.mark.parametrize(
    ("position", "mended"),
    [
        ((47.2, -1.5), (47.2, -1.5)),
        ((-1.5, 47.2), (47.2, -1.5)),
        ((-20.9, 55.4), (-20.9, 55.4)),
        ((55.4, -20.9), (-20.9, 55.4)),
        ((0.0, 0.0), None),
        ((40.7, -74.0), None),
        ((47.2, None), None),
        ((float("nan"), 2.0), None),
    ],
)
def test_positions_are_put_in_order_or_dropped(
    position: tuple[float, float | None], mended: tuple[float, float] | None
) -> None:
    assert cleaning.position(*position) == mended


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (("44109", None, None, None, None), "44109"),
        ((None, "44000", "NANTES", None, None), "44109"),
        ((None, "44042", "NANTES CEDEX 1", None, None), "44109"),
        ((None, "44000", None, None, None), "44109"),
        ((None, "93200", "ST DENIS", None, None), "93066"),
        ((None, "97400", "St-Denis", None, None), "97411"),
        (("44999", "44000", "Nantes", None, None), "44109"),
        (("69123", "69007", "Lyon", None, None), "69387"),
        ((None, "69007", "LYON", None, None), "69387"),
        ((None, "69007", "Lyon 7e arrondissement", None, None), "69387"),
        ((None, "69421", "LYON CEDEX 03", None, None), "69123"),
        ((None, None, None, 50.106, 1.835), "80001"),
        ((None, None, None, 46.0, 2.0), None),
        ((None, None, "Nantes", None, None), None),
        ((None, None, None, None, None), None),
    ],
)
def test_an_address_finds_its_commune(
    address: tuple[str | None, str | None, str | None, float | None, float | None], code: str | None
) -> None:
    found = Places(COMMUNES).resolve(*address)
    assert (found.code if found else None) == code


def test_names_of_communes_are_one_however_written() -> None:
    assert key("ST-DENIS CEDEX 2") == key("Saint-Denis") == key("saint denis (93)")
    assert key("Le Mans") == key("LE MANS CEDEX") == "mans"
    assert departement("97411") == "974"


def flags(*, structure: str = "Association L'Escale", reseaux: tuple[str, ...] = (), **fields: object) -> Flag:
    values = {"nom": "Accueil", "description": "Un lieu ouvert.", **fields}
    return deductions.flags(values, structure=structure, reseaux=reseaux)


@pytest.mark.parametrize(
    ("description", "flag", "said"),
    [
        ("Les animaux sont acceptés.", Flag.ANIMALS, True),
        ("Chiens tenus en laisse admis.", Flag.ANIMALS, True),
        ("Venez avec votre chien.", Flag.ANIMALS, True),
        ("Nous acceptons les animaux.", Flag.ANIMALS, True),
        ("Animaux interdits.", Flag.ANIMALS, False),
        ("Les animaux ne sont pas acceptés.", Flag.ANIMALS, False),
        ("Les chiens ne sont pas admis.", Flag.ANIMALS, False),
        ("Animaux non admis", Flag.ANIMALS, False),
        ("Sans animaux.", Flag.ANIMALS, False),
        ("Chiens guides acceptés uniquement.", Flag.ANIMALS, False),
        ("Aide pour soigner les animaux.", Flag.ANIMALS, False),
        ("Accessible aux personnes à mobilité réduite.", Flag.WHEELCHAIR, True),
        ("Locaux accessibles PMR", Flag.WHEELCHAIR, True),
        ("Accès fauteuil", Flag.WHEELCHAIR, True),
        ("Non accessible aux personnes à mobilité réduite.", Flag.WHEELCHAIR, False),
        ("Local inaccessible en fauteuil.", Flag.WHEELCHAIR, False),
        ("N'est pas accessible en fauteuil.", Flag.WHEELCHAIR, False),
        ("Pour les personnes à mobilité réduite.", Flag.WHEELCHAIR, False),
        ("Interprète sur demande.", Flag.INTERPRETERS, True),
        ("Sans interprète.", Flag.INTERPRETERS, False),
        ("Uniquement sur rendez-vous.", Flag.APPOINTMENT, True),
        ("Avec ou sans rendez-vous.", Flag.APPOINTMENT, False),
        ("Sans rendez-vous.", Flag.APPOINTMENT, False),
        ("Entièrement gratuit.", Flag.FREE, True),
        ("Première séance gratuite, puis payant.", Flag.FREE, False),
    ],
)
def test_words_tell_what_codes_do_not(description: str, flag: Flag, said: bool) -> None:  # noqa: FBT001  the expected answer
    assert bool(flags(description=description) & flag) is said


@pytest.mark.parametrize(
    ("fields", "hidden"),
    [
        ({"nom": "Hébergement pour femmes victimes de violences"}, True),
        ({"nom": "Foyer", "description": "Pour les victimes de violences conjugales."}, True),
        ({"description": "Places en CHRS, violences intrafamiliales."}, True),
        ({"description": "L'adresse est tenue secrète."}, True),
        ({"description": "Adresse confidentielle."}, True),
        (
            {
                "thematiques": [
                    "famille--surmonter-conflits-separation-violence",
                    "logement-hebergement--rechercher-une-solution-dhebergement-temporaire",
                ]
            },
            True,
        ),
        (
            {"nom": "Accueil de jour des femmes victimes de violences", "description": "Écoute et conseil juridique."},
            False,
        ),
        ({"thematiques": ["famille--surmonter-conflits-separation-violence"]}, False),
        ({"nom": "Hébergement d'urgence"}, False),
        ({"description": "Entretien confidentiel."}, False),
    ],
)
def test_where_victims_live_is_discreet(fields: dict[str, object], hidden: bool) -> None:  # noqa: FBT001  the expected answer
    assert bool(flags(**fields) & Flag.DISCREET) is hidden  # type: ignore[arg-type]  # fields of a record


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, Flag.ON_SITE | Flag.EVERYONE | Flag.EVERYWHERE),
        ({"modes_accueil": ["a-distance"]}, Flag.REMOTE | Flag.EVERYONE | Flag.EVERYWHERE),
        ({"publics": ["femmes"], "zone_eligibilite": ["44"]}, Flag.ON_SITE),
        ({"publics": ["tous-publics"], "zone_eligibilite": ["99100"]}, Flag.ON_SITE | Flag.EVERYONE | Flag.EVERYWHERE),
        (
            {
                "publics": ["femmes"],
                "zone_eligibilite": ["44"],
                "mobilisable_par": ["professionnels"],
                "frais": "gratuit",
            },
            Flag.ON_SITE | Flag.PROFESSIONALS_ONLY | Flag.FREE,
        ),
        (
            {"publics": ["femmes"], "zone_eligibilite": ["44"], "mobilisable_par": ["professionnels", "usagers"]},
            Flag.ON_SITE,
        ),
    ],
)
def test_codes_become_flags(fields: dict[str, object], expected: Flag) -> None:
    assert flags(**fields) == expected  # type: ignore[arg-type]  # fields of a record
