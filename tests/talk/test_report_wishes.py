"""Who says that the directory is wrong, in their own words; what is one's own is a need, a question a question."""

from __future__ import annotations

import pytest

from bot.talk.commands import meant, spoken_commands
from bot.talk.report_wishes import COMMAND, report_wish
from directory.words import words
from tests.house import shipped


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("le numéro marche pas", COMMAND),
        ("c pas la bonne adresse", COMMAND),
        ("l’adresse n’est plus bonne", COMMAND),
        ("horaires pas à jour", COMMAND),
        ("la fiche est fause", ""),  # shorter words are read as they are written
        ("la fiche est fausse", COMMAND),
        ("ce lieu n’existe plus", COMMAND),
        ("the number is wrong", COMMAND),
        ("mon téléphone ne marche plus", ""),
        ("j’ai un mauvais numéro de sécu", ""),
        ("où est la bonne adresse", ""),
        ("je cherche un lieu pas cher", ""),
        ("un numéro gratuit", ""),
        ("adresse", ""),
    ],
)
def test_what_is_meant(said: str, command: str) -> None:
    assert report_wish(" ".join(words(said))) == command


def test_no_question_of_the_documents_nor_word_of_a_need_is_taken_for_a_report() -> None:
    asked = [said for record in shipped().knowledge.library.records.values() for said in record.questions]
    labels = [need.labels["fr"] for need in shipped().needs.all]
    folded = (" ".join(words(said)) for said in (*asked, *labels))
    assert [said for said in folded if said not in spoken_commands() and meant(said) == COMMAND] == []
