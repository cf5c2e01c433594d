"""A data·inclusion service is filed under the needs it answers."""

from __future__ import annotations

import pytest

from directory.needs import Needs

ADMIN = "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives"
FOOD = "equipement-et-alimentation--alimentation"


@pytest.fixture(scope="module")
def needs() -> Needs:
    return Needs.load()


@pytest.mark.parametrize(
    ("nom", "thematiques", "expected"),
    [
        ("Douches", [], {"shower"}),
        ("Laverie solidaire", None, {"laundry"}),
        ("Bagagerie", [], {"luggage_storage"}),
        ("Colis alimentaire", [FOOD], {"food_parcel"}),
        ("Repas chauds", [FOOD], {"meal"}),
        ("Épicerie sociale et solidaire", [FOOD], {"solidarity_grocery"}),
        ("Domiciliation (élection de domicile)", [ADMIN], {"domiciliation"}),
        ("Accueil", [FOOD], {"alimentation"}),
        ("Accueil", [ADMIN], {"admin_help"}),
        ("Accueil", [], set()),
    ],
)
def test_the_name_makes_the_thematique_precise(
    nom: str, thematiques: list[str] | None, expected: set[str], needs: Needs
) -> None:
    assert set(needs.of_service(nom=nom, thematiques=thematiques)) == expected


def test_the_description_makes_a_broad_thematique_precise(needs: Needs) -> None:
    found = needs.of_service(nom="Permanence du mardi", description="Un repas chaud pour tous.", thematiques=[FOOD])
    assert found == ("meal",)


def test_markup_is_not_read(needs: Needs) -> None:
    assert needs.of_service(nom="Accueil", description='<a href="douche">ici</a>') == ()


def test_a_network_only_hints(needs: Needs) -> None:
    assert needs.of_service(nom="Permanence", reseaux=["mission-locale"]) == ("mission_locale",)
    assert needs.of_service(nom="Douches", reseaux=["mission-locale"]) == ("shower",)
