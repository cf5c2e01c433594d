"""What agents say of imports and of the columns of a table, in their own words."""

from __future__ import annotations

import pytest

from bot.talk.commands import meant
from bot.talk.import_wishes import column_wish, import_wish
from directory.importers.association.matching import field_of
from directory.words import words
from tests.house import shipped


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("mes imports", "imports"),
        ("voir les imports", "imports"),
        ("annuler l’import 12", "imports annuler 12"),
        ("Annule l'import n° 12", "imports annuler 12"),
        ("annuler mon dernier import", "imports annuler"),
        ("accord I-52817", "imports accord I-52817"),
        ("d’accord pour I-52817", "imports accord I-52817"),
        ("non I-52817", "imports non I-52817"),
        ("I-52817", ""),
        ("import", ""),
        ("annuler", ""),
        ("annuler les imports 1 2", ""),
        ("je cherche des produits d’import", ""),
        ("annuler mon rendez-vous", ""),
    ],
)
def test_what_is_meant(said: str, command: str) -> None:
    assert import_wish(" ".join(words(said))) == command


@pytest.mark.parametrize(
    ("said", "column", "field"),
    [
        ("3 = téléphone", 3, "telephone"),
        ("3=telephone", 3, "telephone"),
        ("3 téléphonne", 3, "telephone"),
        ("la colonne 3 est le téléphone", 3, "telephone"),
        ("c'est le téléphone dans la 3", 3, "telephone"),
        ("2 = code postal", 2, "code_postal"),
        ("10 : site web", 10, "site_web"),
        ("4 = rien", 4, ""),
        ("4 =", 4, ""),
        ("ne pas lire la colonne 4", 4, ""),
    ],
)
def test_a_column_is_said_in_words(said: str, column: int, field: str) -> None:
    wish = column_wish(said)
    assert wish is not None
    assert (wish.column, field_of(wish.field) if wish.field else "") == (column, field)


@pytest.mark.parametrize("said", ["", "oui", "téléphone", "3", "44000 et 44100 sont à nous"])
def test_what_speaks_of_no_column(said: str) -> None:
    wish = column_wish(said)
    assert wish is None or field_of(wish.field) is None


def test_no_question_of_the_documents_nor_word_of_a_need_is_taken_for_an_import() -> None:
    asked = [said for record in shipped().knowledge.library.records.values() for said in record.questions]
    labels = [need.labels["fr"] for need in shipped().needs.all]
    assert [said for said in (*asked, *labels) if meant(" ".join(words(said))).startswith("imports")] == []
