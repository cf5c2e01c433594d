"""Go on with whatever was said last: its next page, or the same in simple words."""

from __future__ import annotations

from bot.handlers import find_help, language, questions
from bot.talk.message import Reply
from bot.talk.router import Router
from bot.talk.turn import Turn

router = Router()


@router.command("plus", "suite")
async def more(turn: Turn) -> Reply:
    """The rest of a long answer, else the next results of the last search."""
    return questions.next_page(turn) or await find_help.more(turn)


@router.command("simple")
async def simple(turn: Turn) -> Reply:
    """The last answer in simple words; when there is none, simple French from now on."""
    return questions.in_simple_words(turn) or await language.simple(turn)
