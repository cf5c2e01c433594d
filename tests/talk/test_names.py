"""Which words of a message may name a place to go."""

from __future__ import annotations

import pytest

from bot.talk.names import Names
from bot.talk.understanding import Understanding
from tests.house import shipped


def names(text: str) -> Names:
    return Understanding(shipped().gazetteer, shipped().needs).of(text).names


@pytest.mark.parametrize(
    ("text", "words", "sure"),
    [
        ("restos du coeur nantes", ("restos", "coeur"), True),
        ("le resto du coeur à Nantes samedi matin", ("resto", "coeur"), True),
        ("association trait d'union rennes", ("trait", "union"), False),
        ("je cherche l'épicerie solidaire le panier", ("epicerie", "solidaire", "panier"), False),
        ("emmaüs ouvert maintenant", ("emmaus",), True),
        ("bonjour", (), False),
        ("je suis à la recherche de quelque chose à Dijon", ("recherche",), False),
    ],
)
def test_the_words_that_neither_a_place_nor_a_moment_explains(text: str, words: tuple[str, ...], sure: bool) -> None:  # noqa: FBT001 - parametrised
    read = names(text)
    assert (read.words, read.sure) == (words, sure)


@pytest.mark.parametrize("text", ["douche nantes", "une laverie à Dijon demain", "colis alimentaire avec mon chien"])
def test_what_a_need_explains_is_no_name(text: str) -> None:
    assert not names(text).likely


def test_a_long_sentence_names_nothing() -> None:
    told = "hier matin voisin cousin travail bureau train rouge carré lampe"
    assert names(told) == Names()
