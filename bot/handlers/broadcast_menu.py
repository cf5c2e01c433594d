"""The draft of a message to many people, shown with what can be done to it."""

from __future__ import annotations

from bot.handlers.broadcast_words import summary
from bot.talk.broadcast_draft import Draft, DraftError
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.turn import Turn

MENU = "diffusion.menu"


async def menu(turn: Turn, draft: Draft) -> Reply:
    """Whom it goes to, when, and the choices."""
    voice = turn.voice
    names = ("voir", "version", *(() if draft.of else ("sujets", "langues")), "quand", "abandon")
    choices = tuple(Choice(voice(f"broadcast-do-{name}"), name) for name in names)
    return Reply((Text(await summary(turn, draft)),), choices, then=Step(MENU, draft.known()))


async def with_text(turn: Turn, written_in: str, step: str) -> Reply:
    """The draft with what was just written, or the same question again."""
    try:
        draft = Draft.of_step(turn.known).saying(written_in, turn.argument)
    except DraftError as wrong:
        return Reply((Text(turn.voice(str(wrong))),), then=Step(step, dict(turn.known)))
    return await menu(turn, draft)
