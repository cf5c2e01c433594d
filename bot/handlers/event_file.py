"""Events of a file that an agent sends: what it would change is shown, then done on "oui", all of it or nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.calendars.carrying import ImportEvents
from bot.calendars.found import FileRefusedError, Found
from bot.calendars.plan import Plan, plan
from bot.calendars.reading import holds_events, read_events
from bot.calendars.telling import parts
from bot.calendars.territories import desk_of, named
from bot.handlers.audiences import departements
from bot.handlers.event_preview import COMMAND, NO, YES, own_territories
from bot.handlers.sent_files import Sent, Taker, missed
from bot.records.diary import kept
from bot.records.effects import Act
from bot.talk.choosing import asked_again
from bot.talk.fetching import FileError
from bot.talk.message import Card, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn

router = Router()

_WHERE, _APPLY = "evenement.fichier.territoire", "evenement.fichier"
# Of each kind, in a conversation.
_MOST_SHOWN = 5
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it compares with the calendar. `territory`: that of what names none, "" when there is none."""

    sent: Sent
    territory: str
    found: Found
    planned: Plan
    today: date


async def take(turn: Turn, sent: Sent) -> Reply:
    """A file that just came: of the territory written with it, else of the agent's own."""
    own = own_territories(turn)
    said = named(turn.knowledge.territories, sent.caption) if sent.caption else None
    return await _shown(turn, sent, said or (own[0] if len(own) == 1 else ""))


TAKER = Taker(COMMAND, COMMAND, holds_events, take)


@router.step(_WHERE, of=COMMAND)
async def placed(turn: Turn) -> Reply:
    """The answer to "de quel territoire ?"."""
    territory = named(turn.knowledge.territories, turn.argument)
    if territory is None:
        said = (Text(turn.voice("event-form-bad-territory")), Text(turn.voice("event-file-where")))
        return asked_again(turn.person.state, turn.voice, *said)
    try:
        return await _shown(turn, await Sent.before(turn), territory)
    except FileError as error:
        return missed(turn, error)


@router.step(_APPLY, of=COMMAND)
async def applied(turn: Turn) -> Reply:
    """The answer to "j'applique ?": what is written is what was shown, or it is shown again."""
    voice, said = turn.voice, turn.argument.lower()
    if said in (NO, voice("event-file-drop").lower()):
        return Reply((Text(voice("file-dropped")),))
    if said not in (YES, voice("event-file-apply").lower()):
        return asked_again(turn.person.state, voice, Text(voice("event-file-yes-or-no")))
    try:
        read = await _read(turn, await Sent.before(turn), turn.known["territory"])
    except FileError as error:
        return missed(turn, error)
    if read.planned.digest != turn.known["plan"]:
        return _preview(turn, read, Text(voice("event-file-moved")))
    return _done(turn, read)


async def _shown(turn: Turn, sent: Sent, territory: str) -> Reply:
    """What a file would change; before that, where, when nothing says it."""
    voice = turn.voice
    if territory and not turn.may(COMMAND, territory):
        return asked_again(turn.person.state, voice, Text(voice("agents-elsewhere")))
    try:
        read = await _read(turn, sent, territory)
    except FileRefusedError as refused:
        said = voice(refused.key, **{"file": sent.name, **refused.arguments})
        return asked_again(turn.person.state, voice, Text(said))
    if any(each.key == "events-territory-missing" for each in read.found.refused):
        return _asked_where(turn, sent)
    return _preview(turn, read)


async def _read(turn: Turn, sent: Sent, territory: str) -> _Read:
    """Read a file and compare it with the calendar of now. Raises FileRefusedError."""
    territories = turn.knowledge.territories
    desk = desk_of(territories, territory, now=turn.now, allowed=partial(turn.may, COMMAND))
    # Off the loop: a large file takes a while.
    found = await asyncio.to_thread(read_events, sent.content, desk)
    planned = plan(found, await turn.read(kept), today=desk.today)
    return _Read(sent, territory, found, planned, desk.today)


def _asked_where(turn: Turn, sent: Sent) -> Reply:
    own = own_territories(turn)[:MOST_CHOICES]
    choices = tuple(Choice(turn.knowledge.territories.name(each), each) for each in own)
    return Reply((Text(turn.voice("event-file-where")),), choices, then=Step(_WHERE, sent.known))


def _preview(turn: Turn, read: _Read, *before: Text) -> Reply:
    voice, territories, planned = turn.voice, turn.knowledge.territories, read.planned
    place = territories.name(read.territory) if read.territory else voice("event-file-places")
    head = Text(voice("event-file-preview", file=read.sent.name, place=place))
    cards = [Card(part.title, part.lines) for part in parts(planned, voice, territories, most=_MOST_SHOWN)]
    if not planned.changes:
        end = Text(voice("event-file-mend" if planned.refused else "events-nothing-new"))
        return Reply((*before, head, *cards, end))
    sure = Text(voice("event-file-sure-partly" if planned.refused else "event-file-sure"))
    choices = (Choice(voice("event-file-apply"), YES), Choice(voice("event-file-drop"), NO))
    known = {**read.sent.known, "territory": read.territory, "plan": planned.digest}
    return Reply((*before, head, *cards, sure), choices, then=Step(_APPLY, known))


def _done(turn: Turn, read: _Read) -> Reply:
    voice, places = turn.voice, read.planned.places
    acts = [Act(COMMAND, f"import {done}", turn.around(territory)) for territory, done in places.items()]
    whose = partial(departements, turn.knowledge.territories)
    effects = (*acts, ImportEvents(read.planned, read.found, read.today, whose))
    urls = [f"{turn.base_url}/agenda/{territory}" for territory in places][:_MOST_PLACES]
    published = (Text(voice("event-published", url=url)) for url in urls)
    return Reply((Text(voice("events-applied")), *published), effects=effects)
