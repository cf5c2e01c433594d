"""The entries that somebody is in charge of, as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from bot.handlers.menu import main_choices
from bot.handlers.steward_own import facts_by_id
from bot.handlers.steward_words import COMMAND, PAGE, SEE, name_of, question
from bot.records.steward import Steward
from bot.talk.message import Choice, Reply, Text
from bot.talk.times import short_date
from bot.talk.turn import Turn
from directory.ledger.facts import Facts
from directory.ledger.held import names_of

_A_PAGE = 5


async def listed(turn: Turn, kept: Sequence[Steward], page: int, *before: Text) -> Reply:
    """All the entries of somebody, some a page; the only one whole."""
    voice = turn.voice
    if not kept:
        none = "steward-none" if turn.message.author else "steward-not-here"
        return Reply((*before, Text(voice(none))), main_choices(voice))
    facts = await facts_by_id(turn, kept)
    only = facts.get(kept[0].service)
    if len(kept) == 1 and only:
        return question(voice, kept[0].key, only, turn.now, *before, Text(voice("steward-right")))
    missing = await turn.read(partial(names_of, ids=[each.service for each in kept if each.service not in facts]))
    lines = [voice("steward-own"), *(_line(turn, each, facts.get(each.service), missing) for each in kept)]
    first = (page - 1) * _A_PAGE if 0 < page <= (len(kept) + _A_PAGE - 1) // _A_PAGE else 0
    choices = [_choice(each, facts.get(each.service), missing) for each in kept[first : first + _A_PAGE]]
    if len(kept) > _A_PAGE:
        following = 1 if first else 2
        choices.append(Choice(voice("steward-others"), f"/{COMMAND} {PAGE} {following}"))
    return Reply((*before, Text("\n".join(lines))), tuple(choices))


def _line(turn: Turn, steward: Steward, facts: Facts | None, missing: Mapping[str, str]) -> str:
    voice = turn.voice
    if facts is None:
        return voice("steward-line-gone", name=missing.get(steward.service, "…"))
    date = short_date(voice, facts.row.updated)
    sentence = "steward-line-waits" if steward.asks else "steward-line"
    return voice(sentence, name=name_of(facts.row), place=facts.row.commune or "…", date=date)


def _choice(steward: Steward, facts: Facts | None, missing: Mapping[str, str]) -> Choice:
    label = name_of(facts.row) if facts else missing.get(steward.service, "…")
    return Choice(label[:60], f"/{COMMAND} {SEE} {steward.key}")
