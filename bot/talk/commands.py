"""Commands that people say without a slash: "menu", "la suite", "english"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.talk.alert_wishes import alert_wish
from bot.talk.import_wishes import import_wish
from bot.talk.offer_words import offer_wish
from bot.talk.reminder_wishes import reminder_wish
from bot.talk.report_wishes import report_wish
from directory.words import words

# A phrase of so many letters is known with one slip: "effacer mes donnée", "mes propozitions".
_FORGIVEN = 9
_DIGITS = re.compile(r"\d+")
_DATA = Path(__file__).parent / "data" / "spoken_commands.toml"


@cache
def spoken_commands() -> dict[str, str]:
    """Folded words → the command they stand for, from `data/spoken_commands.toml`.

    Raises ValueError when the same words stand for two commands.
    """
    read: dict[str, list[str]] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for command, listed in read.items():
        for said in listed:
            folded = " ".join(words(said))
            if found.setdefault(folded, command) != command:
                raise ValueError(f"{said!r} stands for {found[folded]!r} and {command!r}")
    return found


def meant(said: str) -> str:
    """The command that a folded sentence means, "" when it means none."""
    wishes = (import_wish, alert_wish, reminder_wish, offer_wish, report_wish, nearly_spoken)
    return next((command for wish in wishes if (command := wish(said))), "")


@cache
def _long_ones() -> tuple[str, ...]:
    return tuple(said for said in spoken_commands() if len(said) >= _FORGIVEN)


def nearly_spoken(said: str) -> str:
    """The command that folded words stand for but for one slip; "" when there is none.

    >>> nearly_spoken("effacer mes donnee"), nearly_spoken("mes propozitions"), nearly_spoken("signaler 9")
    ('supprimer', 'mesoffres', '')
    """
    if len(said) < _FORGIVEN - 1:
        return ""
    found = extractOne(said, _long_ones(), scorer=OSA.distance, score_cutoff=1)
    # Another number is no slip.
    same_number = found is not None and _DIGITS.findall(found[0]) == _DIGITS.findall(said)
    return spoken_commands()[found[0]] if found and same_number else ""
