"""The beginning of a conversation: who the robot is, what a link or a poster asked for, who comes back."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.handlers.find_help import where
from bot.handlers.menu import main_choices
from bot.handlers.results import show
from bot.talk.message import Reply, Text
from bot.talk.router import Router
from bot.talk.sought import Sought
from bot.talk.turn import Turn

router = Router()

# `44109-alimentation`, `44109`, `alimentation`: Telegram allows A-Z, a-z, 0-9, _ and - in a link, 64 characters.
_LINK = re.compile(r"(?P<commune>\d[\dAB]\d{3})(?:-(?P<need>[a-z0-9_]+))?|(?P<alone>[a-z][a-z0-9_]*)")
LONGEST_LINK = 64


@router.command("start", "menu")
async def start(turn: Turn) -> Reply:
    """Who the robot is and what it can do; shorter for somebody who comes back; at once what a link asks for."""
    if sought := _linked(turn):
        found = await (show(turn, sought) if sought.something and sought.somewhere else where(turn, sought, said=False))
        hello = () if _known(turn) else (Text(turn.voice("link-hello")),)
        return replace(found, blocks=(*hello, *found.blocks))
    if _known(turn):
        return Reply((Text(turn.voice("welcome-again")),), main_choices(turn.voice))
    said = ("welcome", "welcome-how", "welcome-danger", "welcome-privacy")
    return Reply(tuple(Text(turn.voice(name)) for name in said), main_choices(turn.voice))


def link(commune: str, need: str) -> str:
    """What a link carries, to be read by `/start`. Raises ValueError when it is too long."""
    payload = f"{commune}-{need}"
    if len(payload) > LONGEST_LINK or not _LINK.fullmatch(payload):
        raise ValueError(f"not a link: {payload}")
    return payload


def _linked(turn: Turn) -> Sought | None:
    """The search of a link, None when it is forged or says nothing."""
    match = _LINK.fullmatch(turn.argument)
    if not match or len(turn.argument) > LONGEST_LINK:
        return None
    need, code = match["need"] or match["alone"], match["commune"]
    if need and need not in {known.id for known in turn.finder.needs.all}:
        return None
    if code and not turn.finder.gazetteer.by_code(code):
        return None
    return Sought(needs=(need,) if need else (), commune=code)


def _known(turn: Turn) -> bool:
    """Whether somebody comes back: a search goes on, or preferences are kept."""
    person = turn.person
    return bool(person.state.search or person.state.step or person.kept.preference)
