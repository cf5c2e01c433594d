"""Welcome, menu, thanks, stop: the ways in and out of a conversation."""

from __future__ import annotations

from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.sought import Remember
from bot.talk.turn import Turn
from bot.talk.wording import Voice

router = Router()


def main_choices(voice: Voice) -> tuple[Choice, ...]:
    """The needs that most people come with, then the rest."""
    return (
        Choice(voice("menu-food"), "/besoin alimentation"),
        Choice(voice("menu-sleep"), "/besoin logement_hebergement"),
        Choice(voice("menu-wash"), "/besoin hygiene"),
        Choice(voice("menu-health"), "/besoin sante"),
        Choice(voice("menu-rights"), "/besoin acces_droits"),
        Choice(voice("menu-more"), "/autre"),
    )


@router.command("aide", "help")
async def explain(turn: Turn) -> Reply:
    """What the robot can do, always in full."""
    said = ("welcome", "welcome-how", "welcome-danger", "welcome-privacy")
    return Reply(tuple(Text(turn.voice(name)) for name in said), main_choices(turn.voice))


@router.command("autre")
async def more_needs(turn: Turn) -> Reply:
    """The second page of the menu."""
    voice = turn.voice
    choices = (
        Choice(voice("menu-money"), "/besoin argent_dettes"),
        Choice(voice("menu-work"), "/besoin emploi"),
        Choice(voice("menu-french"), "/besoin formation_francais"),
        Choice(voice("menu-family"), "/besoin famille"),
        Choice(voice("menu-things"), "/besoin equipement"),
        Choice(voice("menu-back"), "/menu"),
    )
    return Reply((Text(voice("menu-more-question")),), choices)


@router.command("merci")
async def thanks(turn: Turn) -> Reply:
    """An answer to thanks; what was sought stays."""
    return Reply((Text(turn.voice("you-are-welcome")),), then=turn.person.state.step)


@router.command("annuler", leaves=True)
async def leave(turn: Turn) -> Reply:
    """Leave whatever was going on."""
    return Reply((Text(turn.voice("stopped")),), effects=(Remember(None),))


@router.not_a_command
async def unknown(turn: Turn) -> Reply:
    """A command that does not exist: what was awaited is still awaited."""
    said = turn.voice("unknown-command", command=turn.argument[:30])
    return Reply((Text(said),), main_choices(turn.voice), then=turn.person.state.step)
