"""Agents keep the calendar of their territory: `/evenement` announces an event, and calls one off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.engine import Connection

from bot.handlers.agenda import event_card, local_day
from bot.handlers.audiences import departements
from bot.handlers.pact_places import territory_named
from bot.records.audience import count
from bot.records.broadcasting import TellChange, needs_two, to_be_told
from bot.records.diary import Announcement, announced, number_of
from bot.records.effects import Act, Announce, CallOff, Revise
from bot.records.permissions import FRANCE
from bot.talk.event_line import LineError, read_line, to_line
from bot.talk.message import Block, Card, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from knowledge.calendar import is_over
from knowledge.model import Event

router = Router()

_COMMAND = "evenement"
_PUBLISH, _CALL_OFF = "evenement.publier", "evenement.annuler"
_YES, _NO = "oui", "non"
_MOST = 10


@router.command(_COMMAND, "evenements", personal=True)
async def keep(turn: Turn) -> Reply:
    """`/evenement titre | date | lieu | inscription`; `changer 3 titre | …`; `annuler 3`; alone, what is announced."""
    said = turn.argument.strip()
    first, _, rest = said.partition(" ")
    number, _, line = rest.strip().partition(" ")
    if first.lower() in ("annuler", "annule") and "|" not in said:
        return await _ask_to_call_off(turn, number)
    if first.lower() in ("changer", "modifier") and number.isdecimal():
        return await _ask_to_change(turn, number, line)
    return await _preview(turn, said) if said else await _listed(turn)


@router.step(_PUBLISH, of=_COMMAND)
async def published(turn: Turn) -> Reply:
    """The answer to "je publie ?"."""
    voice, known = turn.voice, turn.known
    if turn.argument.lower() not in (_YES, voice("event-publish").lower()):
        return Reply((Text(voice("event-not-published")),))
    territory = known["territory"]
    try:
        written = replace(read_line(known["line"], today=_today(turn, territory)), territory=territory)
    except LineError as wrong:  # midnight passed meanwhile
        return Reply((Text(voice(str(wrong))), Text(voice("event-not-published"))))
    done = Text(voice("event-published", url=f"{turn.base_url}/agenda/{territory}"))
    if "number" not in known:
        return Reply((done,), effects=(Act(_COMMAND, "new", turn.around(territory)), Announce(written)))
    number, revision = int(known["number"]), int(known["revision"])
    event = _numbered(await _own(turn), number)
    if event is None or event.cancelled or event.revision != revision:
        return Reply((Text(voice("event-changed-meanwhile")),))
    places = dict.fromkeys((event.territory or FRANCE, territory))
    acts = [Act(_COMMAND, f"changer {number}", turn.around(each)) for each in places]
    fixed = event.start is None and written.start is not None
    told = replace(_tell(turn, event, written.axes, fixed=fixed), matters=_matters(event, written))
    return Reply((done,), effects=(*acts, Revise(number, written, revision), told))


@router.step(_CALL_OFF, of=_COMMAND)
async def called_off(turn: Turn) -> Reply:
    """The answer to "j'annule ?"."""
    voice, number = turn.voice, int(turn.known["number"])
    event = _numbered(await _own(turn), number)
    sure = turn.argument.lower() in (_YES, voice("event-call-off").lower())
    if not sure or event is None or event.cancelled:
        return Reply((Text(voice("event-not-called-off")),))
    act = Act(_COMMAND, f"annuler {number}", turn.around(event.territory or FRANCE))
    told = _tell(turn, event, _axes(event))
    return Reply((Text(voice("event-called-off", title=event.title)),), effects=(act, CallOff(number), told))


async def _preview(turn: Turn, said: str, changed: Event | None = None) -> Reply:
    """What people will read, before anything is written. `changed`: the event that it replaces."""
    voice = turn.voice
    line, territory = _territory(turn, said, changed)
    if territory is None:
        return Reply((Text(voice("event-which-territory")),))
    if not turn.may(_COMMAND, territory):
        return Reply((Text(voice("agents-elsewhere")),))
    try:
        written = read_line(line, today=_today(turn, territory))
    except LineError as wrong:
        how = (Text(voice("event-how")),) if str(wrong) == "event-parts" else ()
        return Reply((Text(voice(str(wrong))), *how))
    blocks: list[Block] = [
        Text(voice("event-preview", place=turn.knowledge.territories.name(territory))),
        event_card(voice, replace(written, territory=territory).event(day=_today(turn, territory))),
    ]
    if written.place and not _known_place(turn, written.place):
        blocks.append(Text(voice("event-unknown-place", place=written.place)))
    choices = (Choice(voice("event-publish"), _YES), Choice(voice("event-drop"), _NO))
    known = {"line": to_line(written), "territory": territory}
    if changed and _matters(changed, written):
        fixed = changed.start is None and written.start is not None
        blocks += await _people_told(turn, _tell(turn, changed, written.axes, fixed=fixed))
    if changed:
        known |= {"number": str(number_of(changed)), "revision": str(changed.revision)}
    then = Step(_PUBLISH, known)
    return Reply((*blocks, Text(voice("event-sure"))), choices, then=then)


async def _ask_to_change(turn: Turn, number: str, line: str) -> Reply:
    event = _numbered(await _own(turn), int(number))
    if event is None or event.cancelled:
        return Reply((Text(turn.voice("event-no-such-number")),))
    return await _preview(turn, line, event)


async def _ask_to_call_off(turn: Turn, said: str) -> Reply:
    voice = turn.voice
    number = int(said) if said.isdecimal() else 0
    event = _numbered(await _own(turn), number)
    if event is None:
        return Reply((Text(voice("event-no-such-number")),))
    if event.cancelled:
        return Reply((Text(voice("event-not-called-off")),))
    choices = (Choice(voice("event-call-off"), _YES), Choice(voice("event-keep"), _NO))
    told = await _people_told(turn, _tell(turn, event, _axes(event)))
    asked: tuple[Block, ...] = (Text(voice("event-call-off-sure")), event_card(voice, event), *told)
    return Reply(asked, choices, then=Step(_CALL_OFF, {"number": str(number)}))


async def _listed(turn: Turn) -> Reply:
    """What agents announced where this one may, and how to go on."""
    voice, today = turn.voice, _today(turn, None)
    own = [event for event in await _own(turn) if not is_over(event, today)][:_MOST]
    cards: list[Card] = []
    for event in own:
        card = event_card(voice, event)
        cards.append(Card(voice("event-numbered", number=str(number_of(event)), title=card.title), card.lines))
    head = Text(voice("event-listed" if own else "event-none"))
    return Reply((head, *cards, Text(voice("event-how"))))


def _matters(before: Event, after: Announcement) -> bool:
    """Whether somebody who had read it would go wrong."""
    when_and_where = (before.start, before.end, before.hour, before.place, before.online)
    return when_and_where != (after.start, after.end, after.hour, after.place, after.online)


def _axes(event: Event) -> str:
    return "".join(map(str, event.axes))


def _tell(turn: Turn, event: Event, axes: str, *, fixed: bool = False) -> TellChange:
    """Who is to be told; `fixed`: a vague date has become a day, which all those concerned were waiting for."""
    territory = event.territory or FRANCE
    whose = departements(turn.knowledge.territories, territory)
    return TellChange(event.id, event.revision + 1, whose, axes, territory, fixed)


async def _people_told(turn: Turn, change: TellChange) -> list[Text]:
    """How many people will learn the change, before it is decided."""

    def whom(connection: Connection) -> tuple[int, tuple[str, ...]]:
        audience = to_be_told(connection, change)
        return count(connection, audience), audience.territories

    people, territories = await turn.read(whom)
    said = [Text(turn.voice("event-people-told", count=people))] if people else []
    if people and needs_two(people=people, territories=territories, night=False):
        said.append(Text(turn.voice("event-needs-two")))
    return said


async def _own(turn: Turn) -> list[Event]:
    """The events announced that this agent may change."""
    return [event for event in await turn.read(announced) if turn.may(_COMMAND, event.territory or FRANCE)]


def _today(turn: Turn, territory: str | None) -> date:
    return local_day(turn.knowledge, turn.now, territory)


def _numbered(events: list[Event], number: int) -> Event | None:
    return next((event for event in events if number_of(event) == number), None)


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
    own = dict.fromkeys(right.territory for right in turn.rights if turn.may(_COMMAND, right.territory))
    own.pop(FRANCE, None)
    return said, next(iter(own)) if len(own) == 1 else None


def _known_place(turn: Turn, place: str) -> bool:
    found = turn.understand(place).place
    return bool(found.commune or found.candidates)
