"""An event as everybody will read it, shown to the agent who announces it before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.calendars.found import EntryError
from bot.calendars.repeated import read_lines, repeats
from bot.handlers.agenda import event_card, local_day
from bot.handlers.event_changes import people_told, tell
from bot.handlers.pact_places import territory_named
from bot.records.diary import Announcement, matters, number_of
from bot.records.permissions import FRANCE
from bot.talk.event_line import LineError, cleaned, to_line
from bot.talk.message import Block, Choice, Reply, Step, Text
from bot.talk.turn import Turn
from knowledge.model import Event

COMMAND, PUBLISH = "evenement", "evenement.publier"
YES, NO = "oui", "non"


async def preview(turn: Turn, said: str, changed: Event | None = None) -> Reply:
    """What people will read, before anything is written. `changed`: the event that it replaces."""
    voice = turn.voice
    line, territory = _territory(turn, said, changed)
    if territory is None:
        return Reply((Text(voice("event-which-territory")),))
    if not turn.may(COMMAND, territory):
        return Reply((Text(voice("agents-elsewhere")),))
    try:
        written = read_lines(line, today=today_of(turn, territory))
    except (LineError, EntryError) as wrong:
        how = (Text(voice("event-how")),) if str(wrong) == "event-parts" else ()
        return Reply((refused(turn, wrong), *how))
    if changed and repeats(line):
        return Reply((Text(voice("event-repeat-change")),))
    choices = (Choice(voice("event-publish"), YES), Choice(voice("event-drop"), NO))
    known = {"line": cleaned(line) if repeats(line) else to_line(written[0]), "territory": territory}
    if changed:
        known |= {"number": str(number_of(changed)), "revision": str(changed.revision)}
    blocks = _shown(turn, written, territory)
    if changed and matters(changed, written[0]):
        fixed = changed.start is None and written[0].start is not None
        blocks += await people_told(turn, tell(turn, changed, written[0].axes, fixed=fixed))
    return Reply((*blocks, Text(voice("event-sure"))), choices, then=Step(PUBLISH, known))


def refused(turn: Turn, wrong: ValueError) -> Text:
    """Why a line is no event."""
    return Text(turn.voice(str(wrong), **(wrong.arguments if isinstance(wrong, EntryError) else {})))


def _shown(turn: Turn, written: Sequence[Announcement], territory: str) -> list[Block]:
    """What people will read; of a date that comes again, the first and the last."""
    voice, today, last = turn.voice, today_of(turn, territory), len(written) - 1
    blocks: list[Block] = [Text(voice("event-preview", place=turn.knowledge.territories.name(territory)))]
    if last:
        blocks.append(Text(voice("event-repeat-count", count=len(written))))
    ends = (written[0], written[last]) if last else (written[0],)
    blocks += [event_card(voice, replace(each, territory=territory).event(day=today)) for each in ends]
    if (place := written[0].place) and not _known_place(turn, place):
        blocks.append(Text(voice("event-unknown-place", place=place)))
    return blocks


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
