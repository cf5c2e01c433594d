"""To be told of what is new is asked for as people write; what only sounds alike is left alone."""

from __future__ import annotations

import pytest

from bot.talk.alert_wishes import alert_wish
from directory.words import words

ASKED = [
    "préviens-moi quand une douche ouvre à Nantes",
    "previen moi si ya du nouveau",
    "prévenez moi dès qu'il y a une épicerie solidaire",
    "je veux être prévenue si un nouveau lieu ouvre, prévenez-moi",
    "tu peux m'avertir quand il y a des repas",
    "je veux une alerte",
    "mets une alerte pour les repas",
    "notify me when a shelter opens",
    "avísame cuando haya comida",
]
OTHER = [
    "",
    "alerte",
    "préviens la police",
    "préviens moi des rendez vous du calendrier",
    "préviens-moi des événements quand il y en a",
    "dis moi quand c'est ouvert",
    "alerte enlèvement",
    "je ne veux plus d'alerte",
    "arrête mes alertes",
    "qui peut me prévenir des expulsions locatives",
    "mon mari me menace",
    "une douche à Nantes",
]


@pytest.mark.parametrize("said", ASKED)
def test_asked(said: str) -> None:
    assert alert_wish(" ".join(words(said))) == "alerte"


@pytest.mark.parametrize("said", OTHER)
def test_something_else(said: str) -> None:
    assert alert_wish(" ".join(words(said))) == ""
