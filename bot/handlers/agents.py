"""Agents: a code gives a right, `/agent` tells what one may do."""

from __future__ import annotations

from bot.handlers.menu import main_choices
from bot.records.effects import TakeInvitation
from bot.records.permissions import FRANCE, may
from bot.talk.message import Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn

router = Router()

_COMMAND = "habilitation"
_CODE = "habilitation.code"
COMMANDS = ("evenement", "diffusion", "valider", "contact")
"""Those told to whom they are open."""


@router.command(_COMMAND, personal=True)
async def enrol(turn: Turn) -> Reply:
    """`/habilitation CODE`, or the code asked for."""
    if not turn.argument:
        return Reply((Text(turn.voice("agents-code")),), then=Step(_CODE))
    return await given(turn)


@router.step(_CODE, of=_COMMAND)
async def given(turn: Turn) -> Reply:
    """A code: the right it gives is taken with this very answer."""
    voice = turn.voice
    if not turn.message.author or turn.invited is None:
        return Reply((Text(voice("agents-not-here")),), main_choices(voice))
    effects = (TakeInvitation(turn.argument),)
    invited = await turn.invited(turn.argument)
    if invited is None:
        return Reply((Text(voice("agents-code-wrong")),), main_choices(voice), effects=effects)
    role, place = voice(f"role-{invited.role}"), _place(turn, invited.territory)
    said = (Text(voice("agents-enrolled", role=role, place=place)), Text(voice("agents-how")))
    return Reply(said, effects=effects)


@router.command("agent", personal=True)
async def own_rights(turn: Turn) -> Reply:
    """What who asks may do, and where."""
    voice = turn.voice
    lines = [
        voice("agents-right", role=voice(f"role-{right.role}"), place=_place(turn, right.territory))
        for right in turn.rights
    ]
    does = [voice(f"agents-does-{command}") for command in COMMANDS if may(command, turn.rights)]
    said = "\n".join(does) if does else voice("agents-no-command")
    return Reply((Text(voice("agents-rights")), Text("\n".join(lines)), Text(said)))


def _place(turn: Turn, territory: str) -> str:
    return turn.voice("agents-france") if territory == FRANCE else turn.knowledge.territories.name(territory)
