"""A result on a map: `/carte` and what identifies the service, or its rank in the last list."""

from __future__ import annotations

from bot.handlers.find_help import sought_before
from bot.talk.cards import shown_on_map
from bot.talk.message import Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn

router = Router()


@router.command("carte", "plan")
async def on_map(turn: Turn) -> Reply:
    """One service: where it is, how to reach it, and its place on the map."""
    wanted = _wanted(turn)
    row = (await turn.finder.details((wanted,))).get(wanted) if wanted else None
    shown = shown_on_map(turn.voice, row) if row else None
    if shown is None:
        said = "map-gone" if wanted and not row else "map-none"
        return Reply((Text(turn.voice(said)),), then=turn.person.state.step)
    card, venue = shown
    return Reply((card,), venue=venue, then=turn.person.state.step)


def _wanted(turn: Turn) -> str:
    """The identifier of the service; empty when the list has no such rank."""
    if not turn.argument.isdecimal() or len(turn.argument) > 2:
        return turn.argument
    listed = sought_before(turn).listed
    rank = int(turn.argument)
    return listed[rank - 1] if 1 <= rank <= len(listed) else ""
