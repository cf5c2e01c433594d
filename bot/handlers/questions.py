"""Questions about the pact: the answer with its source, or an honest "je ne sais pas" with somebody to ask."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.handlers.agenda import past
from bot.handlers.menu import main_choices
from bot.handlers.pact_places import ASKS_DEPARTEMENT, own_territory, places
from bot.handlers.unknown import unknown
from bot.records.effects import Count
from bot.talk.followed import Followed
from bot.talk.message import Choice, Effect, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.saying import files_of, label, manner_of, said
from bot.talk.turn import Turn
from knowledge.composing import Manner
from knowledge.finding import Finding
from knowledge.model import Record
from knowledge.question import Question
from knowledge.thread import Thread, thread_from

router = Router()

_MOST_RELATED = 2
# Characters for what stands between the parts of an answer.
_MARGIN = 12
_WHOLE_ROOM = 1200
# What each region says in its own way.
_REGIONAL = frozenset(["participation", "axis", "contract", "governance"])
# Characters for what the pact says under a search; words that tell a problem rather than ask for a place.
_ROOM_BESIDE, _TOLD = 500, 5
BOTH_WORLDS = Path(__file__).parent.parent / "talk" / "data" / "both_worlds.toml"


def asked_before(turn: Turn) -> Thread | None:
    """The question that the conversation follows, if any."""
    return thread_from(turn.person.state.thread, turn.knowledge.index)


def find(turn: Turn, text: str) -> Finding:
    """What the documents answer to a text, as this person asks it."""
    before = asked_before(turn)
    return turn.knowledge.ask(
        text, place=places(turn), own=own_territory(turn), before=before.question if before else None
    )


def answer(turn: Turn, finding: Finding) -> Reply:
    """The answer, or why there is none."""
    if not finding.known:
        return unknown(turn, finding)
    return _shown(turn, finding, manner_of(turn.voice, simply="simple" in finding.question.asks))


def beside(turn: Turn) -> Reply | None:
    """What the pact says of a problem that somebody tells, where they are; None when it says nothing of it there."""
    needs = [hit.need for hit in turn.understood.needs.needs if hit.need in both_worlds()]
    where = places(turn)
    if not needs or not where or len(turn.understood.words) < _TOLD:
        return None
    finding = turn.knowledge.on(both_worlds()[needs[0]], where)
    shown = (turn.person.state.thread or {}).get("shown", ())
    if not finding.known or finding.records[0].id in shown:
        return None
    first = replace(finding, records=finding.records[:1])
    told = said(
        turn.knowledge, first, turn.voice, manner=manner_of(turn.voice, simply=turn.voice.simple), room=_ROOM_BESIDE
    )
    facts = {
        "sources": files_of(turn.knowledge, first.records),
        "records": tuple(record.id for record in first.records),
    }
    return Reply(told.blocks, (Choice(label(first.records[0]), f"/fiche {first.records[0].id}"),), facts=facts)


@cache
def both_worlds() -> Mapping[str, str]:
    """Need → what to look for in the documents, from `bot/talk/data/both_worlds.toml`."""
    return tomllib.loads(BOTH_WORLDS.read_text(encoding="utf-8"))


def _shown(turn: Turn, finding: Finding, manner: Manner, *, start: int = 0) -> Reply:
    voice, knowledge = turn.voice, turn.knowledge
    over = past(turn, finding.records[0].id)
    before = [] if start else _before(turn, finding)
    offered = _choices(turn, finding, manner, more=True)
    ask = [Text(voice("pact-ask-departement"))] if not start and _depends_on_the_place(turn, finding) else []
    around = sum(len(block.text) + 2 for block in (*before, *ask, *([over] if over else [])))
    room = turn.room - around - sum(len(choice.label) + 4 for choice in offered) - _MARGIN
    told = said(knowledge, finding, voice, manner=manner, start=start, room=room)
    blocks = [*before, *told.blocks[:-1], *([over] if over else []), told.blocks[-1], *ask]
    ids = tuple(record.id for record in finding.records)
    thread = Thread(finding.question, ids, told.rest)
    known = (turn.person.state.thread or {}).get(ASKS_DEPARTEMENT) or bool(ask)
    effects: tuple[Effect, ...] = (Followed({**thread.to_json(), **({ASKS_DEPARTEMENT: True} if known else {})}),)
    facts = {"abstained": False, "sources": files_of(knowledge, finding.records), "records": ids}
    return Reply(
        tuple(blocks),
        offered if told.rest else _choices(turn, finding, manner, more=False),
        then=Step(ASKS_DEPARTEMENT) if ask else None,
        effects=effects,
        facts=facts,
    )


def _depends_on_the_place(turn: Turn, finding: Finding) -> bool:
    """One region's version was given for want of knowing where the person is; this is asked once."""
    if own_territory(turn) or finding.question.territories or turn.room < _WHOLE_ROOM:
        return False
    asked = (turn.person.state.thread or {}).get(ASKS_DEPARTEMENT)
    first = finding.records[0]
    return not asked and bool(first.territories) and first.kind in _REGIONAL


def _before(turn: Turn, finding: Finding) -> list[Text]:
    """What is to be known of the answer before it is read."""
    asked, territories = finding.question.territories, turn.knowledge.territories
    if finding.wide and asked:
        return [Text(turn.voice("pact-wide", place=territories.name(asked[0])))]
    own = own_territory(turn)
    if (
        own
        and not asked
        and any(
            record.territories and territories.nearest(own, record.territories) != "apart" for record in finding.records
        )
    ):
        return [Text(turn.voice("pact-for", place=territories.name(own)))]
    return []


def _choices(turn: Turn, finding: Finding, manner: Manner, *, more: bool) -> tuple[Choice, ...]:
    voice, first = turn.voice, finding.records[0]
    offered = [Choice(voice("pact-choice-more"), "/plus")] if more else []
    if manner == "standard" and first.simple:
        offered.append(Choice(voice("pact-choice-simple"), "/simple"))
    if manner == "simple" and voice.simple:
        offered.append(Choice(voice("pact-choice-full"), "/complet"))
    related = [Choice(label(record), f"/fiche {record.id}") for record in _related(turn, finding)]
    if first.kind == "participation":
        # In the place of a record: one more would shorten the answer.
        related = [Choice(voice("offers-participate"), "/participer"), *related[:-1]]
    offered += related
    offered.append(Choice(voice("pact-choice-useful"), f"/utile {first.id}"))
    offered.append(Choice(voice("pact-choice-useless"), f"/inutile {first.id}"))
    return tuple(offered)


def _related(turn: Turn, finding: Finding) -> list[Record]:
    shown = {record.id for record in finding.records}
    named = [name for record in finding.records for name in record.see if name not in shown]
    found = (turn.knowledge.record(name) for name in dict.fromkeys(named))
    return [record for record in found if record][:_MOST_RELATED]


def _again(turn: Turn) -> tuple[Thread, Finding] | None:
    """The last answer, as records that still exist."""
    thread = asked_before(turn)
    records = tuple(record for name in (thread.shown if thread else ()) if (record := turn.knowledge.record(name)))
    return (thread, Finding(thread.question, records)) if thread and records else None


@router.command("fiche")
async def one(turn: Turn) -> Reply:
    """One record, by its id: from a button."""
    record = turn.knowledge.record(turn.argument.strip())
    if not record:
        return Reply((Text(turn.voice("stale")),), main_choices(turn.voice), then=turn.person.state.step)
    return _shown(turn, Finding(Question(), (record,)), manner_of(turn.voice))


@router.command("complet")
async def in_full(turn: Turn) -> Reply:
    """The standard text of the last answer."""
    again = _again(turn)
    if not again:
        return Reply((Text(turn.voice("pact-nothing-before")),), main_choices(turn.voice))
    return _shown(turn, again[1], "standard")


def in_simple_words(turn: Turn) -> Reply | None:
    """The simple text of the last answer; None when nothing was answered."""
    again = _again(turn)
    if not again:
        return None
    simple = replace(turn, voice=turn.voice.wording.voice("fr-x-simple")) if turn.voice.locale == "fr" else turn
    return _shown(simple, again[1], manner_of(simple.voice, simply=True))


def next_page(turn: Turn) -> Reply | None:
    """The rest of a long answer; None when the conversation follows no answer."""
    again = _again(turn)
    if not again:
        return None
    thread, finding = again
    if not thread.offset:
        return Reply((Text(turn.voice("pact-no-more")),), main_choices(turn.voice))
    return _shown(turn, finding, manner_of(turn.voice, simply="simple" in thread.question.asks), start=thread.offset)


@router.command("utile")
async def useful(turn: Turn) -> Reply:
    """Thumbs up: counted by record, never by person."""
    return _thanked(turn, "useful")


@router.command("inutile")
async def useless(turn: Turn) -> Reply:
    """Thumbs down: counted by record, never by person."""
    return _thanked(turn, "useless")


def _thanked(turn: Turn, name: str) -> Reply:
    record = turn.knowledge.record(turn.argument.strip())
    if not record:
        return Reply((Text(turn.voice("stale")),), main_choices(turn.voice), then=turn.person.state.step)
    effects = (Count(f"{name}:{record.id}"),)
    return Reply((Text(turn.voice(f"pact-{name}")),), (Choice(turn.voice("menu-back"), "/menu"),), effects=effects)
