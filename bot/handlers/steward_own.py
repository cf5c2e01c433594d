"""Which of their entries somebody means: by a button, by words after what they were just shown, or the only one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.handlers.steward_words import ANSWER, COMMAND, question
from bot.records import stewards
from bot.records.steward import Steward
from bot.talk.message import Choice, Reply, Text
from bot.talk.turn import Turn
from directory.ledger.facts import Facts, facts_of


@dataclass(frozen=True, slots=True)
class Meant:
    """One of the entries of somebody. `facts`: None when it is shown no more; `stamp`: what they saw of it, or ""."""

    steward: Steward
    facts: Facts | None
    stamp: str


async def mine(turn: Turn) -> list[Steward]:
    """The entries of who speaks, the oldest first."""
    vault = turn.vault
    return await turn.read(lambda c: stewards.of_person(c, vault, turn.person.uid)) if vault else []


async def meant(turn: Turn, own: Sequence[Steward], said: str) -> Meant | None:
    """The entry that a key and a stamp name; without them, the one shown last, or the only one."""
    key, _, stamp = said.strip().partition(" ")
    step = turn.person.state.step
    if not key and step and step.name == ANSWER:
        key, stamp = step.known["key"], step.known["stamp"]
    if not key:
        shown = [each for each in own if each.shown] or (list(own) if len(own) == 1 else [])
        key, stamp = (shown[0].key, shown[0].shown or "") if len(shown) == 1 else ("", "")
    found = next((each for each in own if each.key == key), None)
    if found is None:
        return None
    facts = await facts_by_id(turn, [found])
    return Meant(found, facts.get(found.service), stamp)


async def facts_by_id(turn: Turn, own: Sequence[Steward]) -> dict[str, Facts]:
    """The facts of their entries, by the id of the service; those that are shown no more are missing."""
    return await turn.read(partial(facts_of, ids=[each.service for each in own]))


async def and_the_next(turn: Turn, own: Sequence[Steward], answered: str, reply: Reply) -> Reply:
    """A reply to an answer, then the next entry of which one is awaited. `answered`: the key of this one."""
    others = [each for each in own if each.asks and each.key != answered]
    facts = await facts_by_id(turn, others)
    left = [each for each in others if each.service in facts]
    if left:
        before = (*reply.blocks, Text(turn.voice("steward-next")))
        following = facts[left[0].service]
        asked = question(turn.voice, left[0].key, following, turn.now, *before, more=len(left) - 1)
        return replace(asked, effects=reply.effects)
    to_list = (Choice(turn.voice("steward-list"), f"/{COMMAND}"),) if len(own) > 1 else ()
    return replace(reply, choices=(*reply.choices, *to_list, Choice(turn.voice("other-need"), "/menu")))
