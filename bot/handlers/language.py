"""The language of a person: asked, or changed by `/langue`."""

from __future__ import annotations

from bot.records.effects import SetLanguage
from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from bot.talk.wording import OFFERED

router = Router()


@router.command("langue", "language")
async def language(turn: Turn) -> Reply:
    """Set the language, or ask which one; each is offered by its own name."""
    wanted = turn.argument.strip().lower()
    if wanted in OFFERED:
        voice = turn.voice.wording.voice(wanted)
        effect = SetLanguage(language=wanted.partition("-x-")[0], simple=voice.simple)
        said = (Text(voice("language-set")), Text(voice("welcome-again")))
        return Reply(said, effects=(effect,), then=turn.person.state.step, language=wanted)
    choices = tuple(Choice(turn.voice(f"name-{code}"), f"/langue {code}") for code in OFFERED)
    asked = "language-unknown" if wanted else "language-question"
    return Reply((Text(turn.voice(asked)),), choices)


async def simple(turn: Turn) -> Reply:
    """A short way to simple French."""
    voice = turn.voice.wording.voice("fr-x-simple")
    said = (Text(voice("language-set")), Text(voice("welcome-again")))
    return Reply(said, effects=(SetLanguage(language="fr", simple=True),), language=voice.language)
