"""Whether a search found no answer, to be counted: where and what for, never who."""

from __future__ import annotations

from bot.handlers.look import Seen
from bot.records.unanswered import Kind, Lacking
from bot.talk.sought import Sought
from bot.talk.turn import Turn


def lacking(turn: Turn, seen: Seen) -> tuple[Lacking, ...]:
    """What to count of a search: nothing when it had an answer, by telephone or through a professional as well.

    What is only of its theme, farther than the widest radius or meant for other people is no answer. The same search
    again is not counted, so that nobody is five; an invented or empty directory tells nothing of a territory.
    """
    asked, exact = seen.asked, seen.exact
    if turn.finder.fictional or not len(turn.finder) or not asked.commune or asked.offset:
        return ()
    if exact.hits or exact.remote or exact.professionals:
        return ()
    kind = Kind.CLOSED if exact.later else Kind.NOTHING
    return () if _again(turn, asked, kind) else (Lacking(asked.commune, asked.needs, kind),)


def _again(turn: Turn, asked: Sought, kind: Kind) -> bool:
    """Whether the conversation has just asked it."""
    before = Sought.from_json(turn.person.state.search)
    same = (before.needs, before.commune) == (asked.needs, asked.commune)
    return same and (kind is Kind.NOTHING or before.moment == asked.moment)
