"""What people of a département search without an answer: a table, a map, and a file for the territorial diagnosis."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from functools import partial

from bot.charts.dots import Dot, dots
from bot.handlers.diagnosis import diagnosis, first_needs, located, since, surveyed
from bot.handlers.own_departement import Asked, asked_of
from bot.records import unanswered
from bot.records.unanswered import Missing
from bot.talk.message import Attachment, Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn

router = Router()

COMMAND = "manques"
FILE = "manques.png"
_SHOWN = 10


@router.command(COMMAND, personal=True)
async def shortages(turn: Turn) -> Reply:
    """`/manques`, `/manques 44`, `/manques 44 douche`: the largest first, nothing under five."""
    voice, asked = turn.voice, asked_of(turn)
    if not asked.territory:
        return Reply((Text(voice("shortages-where")),))
    if not turn.may(COMMAND, asked.territory):
        return Reply((Text(voice("agents-elsewhere")),))
    need = _need(turn, asked.rest)
    if asked.rest and not need:
        return Reply((Text(voice("shortages-which-need")),))
    found = _inside(turn, asked, need, await turn.read(partial(unanswered.missing, since=since(turn.now.date()))))
    files = await asyncio.to_thread(_files, turn, asked, need, found)
    blocks = (Text(_head(turn, asked, need, found)), *_table(turn, found), Text(voice("shortages-how")))
    return Reply((*blocks, Text(voice("shortages-file"))), _choices(turn, asked, need, found), attachments=files)


def _need(turn: Turn, said: str) -> str:
    """The need or theme of some words, or of its identifier; "" for none."""
    if said in {need.id for need in turn.finder.needs.all}:
        return said
    return next((hit.need for hit in turn.understand(said).needs.needs), "")


def _inside(turn: Turn, asked: Asked, need: str, found: Sequence[Missing]) -> list[Missing]:
    here = {commune.code for commune in turn.finder.gazetteer.inside(asked.code)}
    below = {need, *turn.finder.needs.children(need)}
    return [each for each in found if each.commune in here and (not need or each.need in below)]


def _head(turn: Turn, asked: Asked, need: str, found: Sequence[Missing]) -> str:
    place = turn.knowledge.territories.name(asked.territory)
    what = turn.finder.needs.label(need, "fr") if need else turn.voice("shortages-all-needs")
    return turn.voice("shortages-head" if found else "shortages-none", place=place, need=what)


def _table(turn: Turn, found: Sequence[Missing]) -> tuple[Text, ...]:
    lines = [_line(turn, each) for each in found[:_SHOWN]]
    return (Text("\n".join(lines)),) if lines else ()


def _line(turn: Turn, each: Missing) -> str:
    voice, commune = turn.voice, turn.finder.gazetteer.by_code(each.commune)
    counts = {"nothing": each.nothing, "closed": each.closed}
    said = [voice(f"shortages-{kind}", count=count) for kind, count in counts.items() if count]
    where = commune.name if commune else each.commune
    return voice(
        "shortages-line", need=turn.finder.needs.label(each.need, "fr"), place=where, counts=voice.listed(said)
    )


def _files(turn: Turn, asked: Asked, need: str, found: Sequence[Missing]) -> tuple[Attachment, ...]:
    needs = turn.finder.needs
    chosen = first_needs(needs, need, (each.need for each in found))
    covered = surveyed(turn.finder, asked.code, chosen, now=turn.now)
    table = diagnosis(turn.voice, needs, covered, found, "xlsx")
    return (_map(turn, asked, need, found), table) if found else (table,)


def _map(turn: Turn, asked: Asked, need: str, found: Sequence[Missing]) -> Attachment:
    counts: Counter[str] = Counter()
    for each in found:
        counts[each.commune] += each.nothing + each.closed
    places = [
        Dot(commune.name, latitude, longitude, counts[commune.code])
        for commune, latitude, longitude in located(turn.finder.gazetteer.inside(asked.code))
    ]
    return Attachment(FILE, "image/png", dots(_head(turn, asked, need, found), turn.voice("shortages-legend"), places))


def _choices(turn: Turn, asked: Asked, need: str, found: Sequence[Missing]) -> tuple[Choice, ...]:
    """The needs that are most often searched in vain, each on its own."""
    if need:
        return (Choice(turn.voice("shortages-every-need"), f"/{COMMAND} {asked.territory}"),)
    most = Counter[str]()
    for each in found:
        most[each.need] += each.nothing + each.closed
    label = turn.finder.needs.label
    return tuple(Choice(label(name, "fr"), f"/{COMMAND} {asked.territory} {name}") for name, _ in most.most_common(4))
