"""What a question says: where, which axis, when, and what kind of answer it wants."""

from __future__ import annotations

import pytest

from directory.words import words
from knowledge.asking import asked
from knowledge.base import Knowledge
from knowledge.calendar import months_of
from knowledge.scope import is_about_the_pact, out_of_scope


@pytest.mark.parametrize(
    ("text", "territories"),
    [
        ("taux de pauvreté dans la Nièvre", ["dep-58"]),
        ("le jura ya cb de gosse", ["dep-39"]),
        ("tau 2 povreté belfort", ["dep-90"]),
        ("combien la Somme met-elle", ["dep-80"]),
        ("quelle somme de 3 M€ pour la culture", []),
        ("dans le Lot", ["dep-46"]),
        ("esport dans le nor", ["dep-59"]),
        ("dans le 62", ["dep-62"]),
        ("le 27 septembre", []),
        ("Pas-de-Calais et Somme", ["dep-62", "dep-80"]),
        ("en bfc", ["reg-27"]),
        ("en bourgogne franche conté", ["reg-27"]),
        ("la MEL", ["epci-200093201"]),
        ("suivre le commissaire doccitanie", ["reg-76"]),
        ("contrat de Nantes Métropole", ["epci-244400404"]),
        ("le nord de la France", ["reg-32"]),
        ("prochaine réunion", []),
        ("les services de La Réunion", ["reg-04"]),
        ("poverty in Paris", ["dep-75"]),
    ],
)
def test_territories(knowledge: Knowledge, text: str, territories: list[str]) -> None:
    assert list(knowledge.reader.read(text).territories) == territories


@pytest.mark.parametrize(
    ("text", "axes"),
    [
        ("de quoi parle l'axe 4", (4,)),
        ("axes 1 et 3", (1, 3)),
        ("le deuxième axe", (2,)),
        ("le 3e axe", (3,)),
        ("what is the third pillar", (3,)),
        ("l'axe cinq", (5,)),
        ("annexe 1, axe 2", (2,)),
        ("dans l'axe de la rue", ()),
    ],
)
def test_axes(knowledge: Knowledge, text: str, axes: tuple[int, ...]) -> None:
    assert knowledge.reader.read(text).axes == axes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("combien de projets ont été retenus", {"count"}),
        ("ça coûte combien", {"amount"}),
        ("quel est le taux de pauvreté", {"rate"}),
        ("à quelle heure", {"hour"}),
        ("tous les combien se réunit-il", {"frequency"}),
        ("quand a eu lieu la conférence", {"date"}),
        ("son adresse mail", {"mail"}),
        ("le numéro de téléphone", {"phone"}),
        ("how often do they meet", {"frequency"}),
    ],
)
def test_what_is_asked(text: str, kinds: set[str]) -> None:
    assert asked(words(text), text).exact == kinds


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("povreté", "pauvrete"),
        ("decrochaje", "decrochage"),
        ("esperimantation", "experimentation"),
        ("daction", "action"),
    ],
)
def test_misspelt_words_are_known(knowledge: Knowledge, said: str, meant: str) -> None:
    from knowledge.words import meaning  # noqa: PLC0415 - only here

    (term, *_) = knowledge.reader.read(said).terms
    assert term.key == meaning(meant)


def test_usual_words_are_no_misspelling(knowledge: Knowledge) -> None:
    assert knowledge.reader.speller.meant("blague") is None


@pytest.mark.parametrize(
    ("text", "months"),
    [("en octobre", (10,)), ("this november", (11,)), ("à l'automne", (9, 10, 11, 12)), ("rien", ())],
)
def test_months(text: str, months: tuple[int, ...]) -> None:
    assert months_of(words(text)) == months


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("quel temps fait-il à Lille", "weather"),
        ("raconte-moi une blague", "fun"),
        ("quel antidépresseur choisir", "medical"),
        ("pour qui voter", "politics"),
        ("est-ce que j'ai droit au RSA", "entitlement"),
        ("que dit la loi sur le préavis", "legal"),
        ("capital of Australia", "world"),
    ],
)
def test_out_of_scope(text: str, name: str) -> None:
    found = out_of_scope(words(text))
    assert found is not None
    assert found.name == name


def test_the_pact_is_in_scope() -> None:
    assert is_about_the_pact(words("qui pilote le pacte des solidarités"))
    assert not is_about_the_pact(words("douche à Nantes"))
    assert out_of_scope(words("combien pour la santé mentale dans la Somme")) is None
