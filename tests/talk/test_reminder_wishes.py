"""Reminders are asked for, and refused, as people write; what only sounds alike is left alone."""

from __future__ import annotations

import pytest

from bot.talk.reminder_wishes import reminder_wish
from directory.words import words

ASKED = [
    "recevoir des rapels",
    "je veu etre rapelé des rdv",
    "je veux m'abonner aux rappels pour la nievre",
    "jvoudrai des notifs",
    "abonne moi",
    "je veux m'abonner",
    "comment s'abonner ?",
    "previens moi des rendez vous a nantes",
    "rappelez-moi les événements svp",
    "send me reminders",
    "remind me of events",
    "хочу нагадування",
]
ENDED = [
    "desabonne moi",
    "désabonez moi",
    "comment je marrete les rappels",
    "je ne veux plus de rappels",
    "plus de notifications svp",
    "arretez vos rapels",
    "stop aux notifs",
    "unsubscribe me please",
    "no more reminders",
]
OTHER = [
    "",
    "une douche à Nantes",
    "rappelle moi les quatre axes",
    "tu peux me rappeler ce qu'est le FSL",
    "rappel des axes du pacte",
    "je ne peux pas payer mon abonnement edf",
    "je veux arrêter mon abonnement edf",
    "abonnement de bus pas cher",
    "je veux m'abonner à edf",
    "je veux passer un appel",
    "numéro d'appel gratuit",
    "comment prévenir la pauvreté",
    "je veux vous prévenir d'un danger",
    "je veux lancer une alerte, un enfant en danger",
    "je voudrais un rendez-vous chez le dentiste",
    "je ne veux plus de rendez-vous",
    "je voudrais un rappel de vaccin",
    "il n'y a plus de pain",
    "prendre rdv à la caf",
    "je veux recevoir de l'aide",
    " ".join(["rappel", "veux"] * 7),
]


def read(text: str) -> str:
    return reminder_wish(" ".join(words(text)))


@pytest.mark.parametrize("text", ASKED)
def test_reminders_are_asked_for(text: str) -> None:
    assert read(text) == "abonner"


@pytest.mark.parametrize("text", ENDED)
def test_reminders_are_ended(text: str) -> None:
    assert read(text) == "stop"


@pytest.mark.parametrize("text", OTHER)
def test_what_sounds_alike_is_something_else(text: str) -> None:
    assert read(text) == ""
