"""A word drawn at random that somebody copies to say yes to exactly what they read, within ten minutes, once."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.talk.turn import Turn

WORDS = (
    "ARDOISE",
    "BRUYERE",
    "FALAISE",
    "GRENIER",
    "LANTERNE",
    "MOISSON",
    "PASSERELLE",
    "RUISSEAU",
    "SENTIER",
    "VERGER",
)
VALID = timedelta(minutes=10)


def drawn(turn: Turn, digest: str) -> dict[str, str]:
    """What a step keeps of it: the `word`, what it agrees to (`digest`), and `until` when."""
    return {"word": secrets.choice(WORDS), "digest": digest, "until": (turn.now + VALID).isoformat()}


def copied(turn: Turn, known: Mapping[str, str], digest: str) -> bool:
    """Whether it was copied in time, and what it agrees to is still the same."""
    in_time = turn.now <= datetime.fromisoformat(known["until"])
    return turn.argument.strip().upper() == known["word"] and in_time and digest == known["digest"]
