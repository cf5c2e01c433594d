"""Who wants to offer something, or asks after what they offered, in their own words; questions stay questions."""

from __future__ import annotations

import pytest

from bot.talk.commands import nearly_spoken, spoken_commands
from bot.talk.offer_words import OFFER, OWN, offer_wish
from directory.words import words
from tests.house import shipped


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("je voudrais proposer mon aide", OFFER),
        ("on veut offrir du temps et une salle", OFFER),
        ("Je peux donner une idée", OFFER),
        ("où en est ma propositon", OWN),
        ("voir mes offres", OWN),
        ("what about my offer", OWN),
        ("je veux retirer ma proposition", OWN),
        ("comment proposer mon aide au pacte", ""),
        ("à qui envoyer ma proposition pour le pacte local", ""),
        ("mon offre d'emploi", ""),
        ("je veux donner des vêtements", ""),
        ("je veux donner mon sang pour aide", ""),
        ("aide", ""),
    ],
)
def test_what_is_meant(said: str, command: str) -> None:
    assert offer_wish(" ".join(words(said))) == command


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("effacer mes donnée", "supprimer"),
        ("mes propozitions", OWN),
        ("mes abonements", "abonnements"),
        ("francais siple", "langue fr-x-simple"),
        ("une douche", ""),
        ("merci", ""),
    ],
)
def test_a_phrase_is_known_with_one_slip(said: str, command: str) -> None:
    assert nearly_spoken(" ".join(words(said))) == command


def test_no_question_of_the_documents_nor_word_of_a_need_is_taken_for_a_wish() -> None:
    asked = [said for record in shipped().knowledge.library.records.values() for said in record.questions]
    labels = [need.labels["fr"] for need in shipped().needs.all]
    assert len(asked) > 3000
    taken = {}
    for said in (*asked, *labels):
        folded = " ".join(words(said))
        if folded not in spoken_commands() and (found := offer_wish(folded) or nearly_spoken(folded)):
            taken[said] = found
    assert taken == {}
