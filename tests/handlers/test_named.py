"""Words that a need explains are not taken for the misspelling of a name that says none."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.handlers.named import misread
from bot.talk.names import Names


@pytest.mark.parametrize(
    ("words", "unexplained", "wrong"),
    [
        # The sample has an "atelier"; "ameli", the health insurance, is a need's word three letters away.
        (("ameli", "gare"), ("gare",), True),
        (("ameli", "gare"), ("ameli", "gare"), False),
        (("atelier", "langues"), ("atelier",), False),
        # "Courses" is near "cours", which says a need too.
        (("manger", "case"), ("case",), False),
    ],
)
async def test_the_word_of_a_need_is_no_misspelt_name(
    house: House,
    words: tuple[str, ...],
    unexplained: tuple[str, ...],
    wrong: bool,  # noqa: FBT001 - a column
) -> None:
    assert misread(Names(words, unexplained), house.finder, house.dialogue.understanding.of) is wrong
