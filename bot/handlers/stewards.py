"""The entries that somebody is in charge of: `/meslieux` lists them, and takes the answers, weeks later too."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.handlers.free_text import understand
from bot.handlers.steward_change import asks_days, asks_what
from bot.handlers.steward_list import listed
from bot.handlers.steward_own import Meant, and_the_next, meant, mine
from bot.handlers.steward_words import (
    ANSWER,
    CHANGED,
    COMMAND,
    END,
    PAGE,
    SAME,
    SEE,
    SHUT,
    Shown,
    local_day,
    name_of,
    question,
)
from bot.handlers.subscribe import NO, agrees
from bot.records.steward import Steward
from bot.records.steward_effects import AnswerPlace, EndPlace
from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.times import short_date
from bot.talk.turn import Turn
from directory.ledger import editing
from directory.ledger.held import names_of
from directory.rows import ServiceRow
from knowledge.dates import day

router = Router()

# An older message is no word of today.
_LONG_AGO = timedelta(days=60)


@router.command(COMMAND, "mes-lieux", personal=True)
async def own(turn: Turn) -> Reply:
    """`/meslieux`; `juste`, `change`, `ferme`, `fin`, `voir` and the key of an entry; `page 2`."""
    what, _, said = turn.argument.strip().partition(" ")
    does: Mapping[str, Callable[[Turn, Meant, Sequence[Steward]], Awaitable[Reply]]] = {
        SAME: _same,
        CHANGED: _changed,
        SHUT: _shut,
        END: _end,
        SEE: _see,
    }
    kept = await mine(turn)
    if not kept and what in does and not turn.message.text.startswith("/") and not turn.message.pressed:
        # "Rien n'a changé", said by somebody who is in charge of nothing.
        return await understand(replace(turn, argument=turn.message.text))
    if what not in does:
        return await listed(turn, kept, int(said) if what == PAGE and said.isdecimal() else 1)
    key, _, more = said.partition(" ")
    found = await meant(turn, kept, said)
    if found is None:
        before = (Text(turn.voice("steward-not-yours")),) if key else ()
        return await listed(turn, kept, 1, *before)
    reason = more if what == CHANGED else ""
    return await asks_what(turn, found, reason) if reason else await does[what](turn, found, kept)


@router.step(ANSWER, of=COMMAND)
async def answered(turn: Turn) -> Reply:
    """A yes or a no to "is it right?"; anything else is another message."""
    kept = await mine(turn)
    found = await meant(turn, kept, "")
    if found and agrees(turn):
        return await _same(turn, found, kept)
    if found and turn.argument.strip().lower() in (NO, turn.voice("subscribe-no").lower()):
        return await asks_what(turn, found)
    return await understand(turn)


def told(turn: Turn, rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """What is kept of those who are in charge of a place, in words."""
    for row in rows:
        since = day(datetime.fromisoformat(row["since"]).date(), turn.voice.locale)
        yield turn.voice("data-steward", date=since)


async def _same(turn: Turn, found: Meant, kept: Sequence[Steward]) -> Reply:
    """Nothing has changed, if what they saw is what is shown now."""
    voice, facts, key = turn.voice, found.facts, found.steward.key
    if facts is None:
        return await _shown_no_more(turn, found)
    today, seen = local_day(facts.row.place, turn.now), Shown.of(found.stamp)
    if facts.row.updated >= today and (seen is None or seen.facts == facts.stamp):
        told = Text(voice("steward-checked-already", name=name_of(facts.row)))
        return await and_the_next(turn, kept, key, Reply((told,), effects=(AnswerPlace(key),)))
    if seen is None:
        return question(voice, key, facts, turn.now, Text(voice("steward-right")))
    if seen.facts != facts.stamp:
        return question(voice, key, facts, turn.now, Text(voice("steward-changed-since")))
    if today - seen.on > _LONG_AGO:
        return question(voice, key, facts, turn.now, Text(voice("steward-long-ago")))
    return await _confirmed(turn, found, kept, (facts.row, seen))


async def _confirmed(turn: Turn, found: Meant, kept: Sequence[Steward], read: tuple[ServiceRow, Shown]) -> Reply:
    """It is written with this very answer: checked today. `read`: what is shown now, and what they saw."""
    voice, key, (row, seen) = turn.voice, found.steward.key, read
    today = local_day(row.place, turn.now)
    said = [Text(voice("steward-confirmed", name=name_of(row), date=short_date(voice, today)))]
    if row.updated > seen.checked:
        said.append(Text(voice("steward-checked-since", date=short_date(voice, row.updated))))
    planned = await turn.read(partial(editing.confirm, service_id=found.steward.service, today=today))
    return await and_the_next(turn, kept, key, Reply(tuple(said), effects=(AnswerPlace(key, planned),)))


async def _changed(turn: Turn, found: Meant, kept: Sequence[Steward]) -> Reply:  # noqa: ARG001 - the shape of the others
    return await asks_what(turn, found)


async def _shut(turn: Turn, found: Meant, kept: Sequence[Steward]) -> Reply:  # noqa: ARG001 - idem
    return await asks_days(turn, found)


async def _see(turn: Turn, found: Meant, kept: Sequence[Steward]) -> Reply:  # noqa: ARG001 - idem
    if found.facts is None:
        return await _shown_no_more(turn, found)
    return question(turn.voice, found.steward.key, found.facts, turn.now, Text(turn.voice("steward-right")))


async def _end(turn: Turn, found: Meant, kept: Sequence[Steward]) -> Reply:
    """In one tap: a code from an editor would begin it again."""
    service = found.steward.service
    names = await turn.read(partial(names_of, ids=(service,)))
    name = name_of(found.facts.row) if found.facts else names.get(service, "…")
    to_list = (Choice(turn.voice("steward-list"), f"/{COMMAND}"),) if len(kept) > 1 else ()
    choices = (*to_list, Choice(turn.voice("other-need"), "/menu"))
    effects = (EndPlace(found.steward.key),)
    return Reply((Text(turn.voice("steward-ended", name=name)),), choices, effects=effects)


async def _shown_no_more(turn: Turn, found: Meant) -> Reply:
    """The entry was withdrawn, which they may say is wrong; or it is gone."""
    voice, key = turn.voice, found.steward.key
    end = Choice(voice("steward-end"), f"/{COMMAND} {END} {key}")
    name = (await turn.read(partial(names_of, ids=(found.steward.service,)))).get(found.steward.service)
    if name is None:
        return Reply((Text(voice("steward-gone")),), (end,))
    wrong = Choice(voice("steward-wrong"), f"/{COMMAND} {CHANGED} {key} other")
    return Reply((Text(voice("steward-withdrawn", name=name)),), (wrong, end))
