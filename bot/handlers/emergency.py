"""Emergency numbers: all of them on "SOS", one when it is typed alone; and "ce n’est pas ça" after an alarm."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.handlers.menu import main_choices
from bot.talk import crisis
from bot.talk.alarm import offered_line
from bot.talk.message import Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.zones import HOME

router = Router()

# In the order of gravity; the others come with the danger they are for.
SHOWN = ("112", "15", "17", "18", "114", "115", "119", "3919", "3114")


@router.command("urgence", "sos")
async def numbers(turn: Turn) -> Reply:
    """The numbers that answer at any hour, with what each is for."""
    at = turn.now.astimezone(ZoneInfo(HOME))
    lines = [offered_line(turn.voice, crisis.offered(number, at=at)) for number in SHOWN]
    return Reply((Text("\n".join(lines), urgent=True),), main_choices(turn.voice), then=turn.person.state.step)


@router.command("fausse-alerte")
async def false_alarm(turn: Turn) -> Reply:
    """What the robot took for a danger was none."""
    return Reply((Text(turn.voice("crisis-no-answer")),), main_choices(turn.voice), then=turn.person.state.step)


def one_number(turn: Turn, number: str) -> Reply:
    """A number that was typed alone: what it is for, when it answers, what it costs."""
    at = turn.now.astimezone(ZoneInfo(HOME))
    said = Text(offered_line(turn.voice, crisis.offered(number, at=at)), urgent=True)
    return Reply((said,), main_choices(turn.voice), then=turn.person.state.step)
