"""Agents: a code gives a right, `/agent` tells what one may do."""

from __future__ import annotations

from bot.handlers.audiences import place_name
from bot.handlers.menu import main_choices
from bot.mailboxes import valid_address
from bot.records.effects import TakeInvitation
from bot.records.permissions import may
from bot.records.subscription_effects import SetAgentMail
from bot.talk.message import Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn

router = Router()

_COMMAND = "habilitation"
_CODE = "habilitation.code"
COMMANDS = (
    *("offres", "accord", "evenement", "import", "service", "diffusion", "valider", "contact", "manques", "revoir"),
)
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
    role, place = voice(f"role-{invited.role}"), place_name(voice, turn.knowledge.territories, invited.territory)
    said = (Text(voice("agents-enrolled", role=role, place=place)), Text(voice("agents-how")))
    return Reply(said, effects=effects)


@router.command("agent", personal=True)
async def own_rights(turn: Turn) -> Reply:
    """What who asks may do, and where; `/agent courriel x@y.fr`: where they read reports too."""
    voice = turn.voice
    what, _, said = turn.argument.strip().partition(" ")
    if what.lower() == "courriel":
        return _mail(turn, said.strip())
    lines = [
        voice(
            "agents-right",
            role=voice(f"role-{right.role}"),
            place=place_name(voice, turn.knowledge.territories, right.territory),
        )
        for right in turn.rights
    ]
    does = [voice(f"agents-does-{command}") for command in COMMANDS if may(command, turn.rights)]
    said = "\n".join(does) if does else voice("agents-no-command")
    return Reply((Text(voice("agents-rights")), Text("\n".join(lines)), Text(said)))


def _mail(turn: Turn, said: str) -> Reply:
    if said.lower() in ("non", "aucun"):
        return Reply((Text(turn.voice("agents-mail-none")),), effects=(SetAgentMail(None),))
    address = valid_address(said)
    if address is None:
        return Reply((Text(turn.voice("agents-mail-wrong")),))
    return Reply((Text(turn.voice("agents-mail-set")),), effects=(SetAgentMail(address),))
