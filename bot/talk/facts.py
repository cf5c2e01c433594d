"""What was understood of a message, for `solipacte ask --jsonl`."""

from __future__ import annotations

from bot.talk.alarm import Alarm
from bot.talk.understanding import Understood
from bot.talk.wording import Voice


def facts(understood: Understood, alarm: Alarm, voice: Voice) -> dict[str, object]:
    """`language`, `themes`, `commune`, `ambiguous`, `candidates`, `emergency` (a number, or None)."""
    place = understood.place
    return {
        "language": understood.language or voice.locale,
        "themes": understood.needs.themes,
        "commune": place.commune.code if place.commune and not place.ambiguous else None,
        "ambiguous": place.ambiguous,
        "candidates": tuple(commune.code for commune in place.candidates) if place.ambiguous else (),
        "emergency": alarm.number,
    }
