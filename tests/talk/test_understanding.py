"""What several readers make of one sentence together."""

from __future__ import annotations

import pytest

from bot.talk.understanding import Understanding, Understood
from knowledge.scope import out_of_scope
from tests.house import shipped


def understood(text: str) -> Understood:
    return Understanding(shipped().gazetteer, shipped().needs).of(text)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("j'ai mal dormi", "sante"),
        ("j'ai très mal dormi dehors", "sante"),
        ("j'ai mal compris le courrier de la caf", "sante"),
        ("j'ai mal rempli mon dossier rsa", "sante"),
        ("on m'a mal renseigné à la mairie", "sante"),
        ("j'ai mal mangé hier", "sante"),
        ("recharger mon tel gare saint charles", "hygiene"),
        ("colis alimentaire quartier la duchère lyon", "hygiene"),
        ("je vis dans ma voiture", "mobilite"),
        ("on vit dans un camion", "mobilite"),
    ],
)
def test_a_word_that_means_something_else_here_adds_no_theme(text: str, without: str) -> None:
    assert without not in understood(text).needs.themes


@pytest.mark.parametrize(
    "text",
    [
        "j'ai mal",
        "j'ai mal au dos",
        "j'ai mal aux dents",
        "j'ai mal partout",
        "mal de gorge",
        "j'ai mal depuis hier",
        "ça me fait mal",
        "j'ai mal ventre",
    ],
)
def test_pain_is_still_a_matter_of_health(text: str) -> None:
    assert "sante" in understood(text).needs.themes


@pytest.mark.parametrize("text", ["j'ai mal dormi", "j'ai mal vécu mon divorce", "j'ai mal lu la lettre"])
def test_what_was_done_badly_asks_no_doctor(text: str) -> None:
    scope = out_of_scope(understood(text).words)
    assert scope is None or scope.name != "medical"


@pytest.mark.parametrize(
    ("text", "theme"),
    [("mwen fen", "alimentation"), ("mwen malad", "sante"), ("kote pou dòmi", "logement_hebergement")],
)
def test_the_first_needs_are_heard_in_creole(text: str, theme: str) -> None:
    assert theme in understood(text).needs.themes


@pytest.mark.parametrize(
    "text", ["j'ai plus de médicament, sans papier", "j'ai pas de papiers et je suis malade", "me soigner sans papiers"]
)
def test_care_without_papers_is_care_without_insurance(text: str) -> None:
    assert "pass" in [hit.need for hit in understood(text).needs.needs]


@pytest.mark.parametrize("text", ["interprete arabe hopital", "un interprète chez le médecin"])
def test_an_interpreter_at_the_hospital_is_a_matter_of_health(text: str) -> None:
    assert "sante" in understood(text).needs.themes


def test_a_word_of_two_languages_does_not_choose_one() -> None:
    assert understood("dormir gare part dieu").language in (None, "fr")
    assert understood("donde puedo dormir").language == "es"
