"""Keep a search under a secret link, and open it again: a web page cannot be written to later."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.menu import main_choices
from bot.records.effects import KeepSearch
from bot.records.privacy import new_token
from bot.records.promises import RETENTION
from bot.talk.message import Reply, Text
from bot.talk.router import Router
from bot.talk.sought import Sought
from bot.talk.turn import Turn

router = Router()


@router.command("garder", personal=True)
async def keep(turn: Turn) -> Reply:
    """Give a secret link to the last search; what was awaited is still awaited."""
    voice, sought = turn.voice, replace(Sought.from_json(turn.person.state.search), offset=0)
    if not (sought.something and sought.somewhere):
        return Reply((Text(voice("kept-nothing")),), main_choices(voice))
    token = new_token()
    days = RETENTION["saved_search"].kept.days
    said = (
        Text(voice("kept", url=f"{turn.base_url}/suivi/{token}")),
        Text(voice("kept-how", days=days)),
    )
    effect = KeepSearch(token=token, search={**sought.to_json(), "language": voice.language})
    return Reply(said, main_choices(voice), then=turn.person.state.step, effects=(effect,))
