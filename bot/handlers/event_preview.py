"""An event as everybody will read it, shown to the agent who announces it before anything is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.handlers.agenda import event_card, local_day
from bot.handlers.pact_places import territory_named
from bot.records.diary import number_of
from bot.records.permissions import FRANCE
from bot.talk.event_line import LineError, read_line, to_line
from bot.talk.message import Block, Choice, Reply, Step, Text
from bot.talk.turn import Turn
from knowledge.model import Event

COMMAND, PUBLISH = "evenement", "evenement.publier"
YES, NO = "oui", "non"


def preview(turn: Turn, said: str, changed: Event | None = None) -> Reply:
    """What people will read, before anything is written. `changed`: the event that it replaces."""
    voice = turn.voice
    line, territory = _territory(turn, said, changed)
    if territory is None:
        return Reply((Text(voice("event-which-territory")),))
    if not turn.may(COMMAND, territory):
        return Reply((Text(voice("agents-elsewhere")),))
    try:
        written = read_line(line, today=today_of(turn, territory))
    except LineError as wrong:
        how = (Text(voice("event-how")),) if str(wrong) == "event-parts" else ()
        return Reply((Text(voice(str(wrong))), *how))
    blocks: list[Block] = [
        Text(voice("event-preview", place=turn.knowledge.territories.name(territory))),
        event_card(voice, replace(written, territory=territory).event(day=today_of(turn, territory))),
    ]
    if written.place and not _known_place(turn, written.place):
        blocks.append(Text(voice("event-unknown-place", place=written.place)))
    choices = (Choice(voice("event-publish"), YES), Choice(voice("event-drop"), NO))
    known = {"line": to_line(written), "territory": territory}
    if changed:
        known |= {"number": str(number_of(changed)), "revision": str(changed.revision)}
    then = Step(PUBLISH, known)
    return Reply((*blocks, Text(voice("event-sure"))), choices, then=then)


def today_of(turn: Turn, territory: str | None) -> date:
    """What day it is in a territory; in Paris, when none is meant."""
    return local_day(turn.knowledge, turn.now, territory)


def _territory(turn: Turn, said: str, changed: Event | None) -> tuple[str, str | None]:
    """The line without the territory it names at its end ("… | dep-49"), and that territory.

    Else that of the event which is changed, else the agent's own.
    """
    before, mark, last = said.rpartition("|")
    named = territory_named(turn, last) if mark else None
    if named:
        return before.strip(), named
    if changed:
        return said, changed.territory
    own = own_territories(turn)
    return said, own[0] if len(own) == 1 else None


def own_territories(turn: Turn) -> list[str]:
    """Where an agent has a right to announce events, the whole country apart."""
    own = dict.fromkeys(right.territory for right in turn.rights if turn.may(COMMAND, right.territory))
    return [territory for territory in own if territory != FRANCE]


def _known_place(turn: Turn, place: str) -> bool:
    found = turn.understand(place).place
    return bool(found.commune or found.candidates)
