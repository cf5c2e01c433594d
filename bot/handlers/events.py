"""Agents keep the calendar of their territory: `/evenement` announces an event, and calls one off."""

from __future__ import annotations

from dataclasses import replace

from bot.calendars.found import EntryError
from bot.calendars.repeated import read_lines
from bot.handlers.agenda import event_card
from bot.handlers.event_changes import axes_of, people_told, tell
from bot.handlers.event_form import begin
from bot.handlers.event_preview import COMMAND, NO, PUBLISH, YES, preview, refused, today_of
from bot.records.diary import announced, matters, number_of
from bot.records.effects import Act, Announce, CallOff, Revise
from bot.records.permissions import FRANCE
from bot.talk.event_line import LineError
from bot.talk.message import Block, Card, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from knowledge.calendar import is_over
from knowledge.model import Event

router = Router()

_CALL_OFF = "evenement.annuler"
_NEW = ("nouveau", "nouvel", "nouvelle", "annoncer")
_MOST = 10


@router.command(COMMAND, "evenements", personal=True)
async def keep(turn: Turn) -> Reply:
    """`/evenement titre | date | lieu | inscription`; `changer 3 titre | …`; `annuler 3`; alone, what is announced.

    `/evenement nouveau` asks question by question.
    """
    said = turn.argument.strip()
    first, _, rest = said.partition(" ")
    number, _, line = rest.strip().partition(" ")
    if first.lower() in ("annuler", "annule") and "|" not in said:
        return await _ask_to_call_off(turn, number)
    if first.lower() in ("changer", "modifier") and number.isdecimal():
        return await _ask_to_change(turn, number, line)
    if said.lower() in _NEW:
        return begin(turn)
    return await preview(turn, said) if said else await _listed(turn)


@router.step(PUBLISH, of=COMMAND)
async def published(turn: Turn) -> Reply:
    """The answer to "je publie ?"."""
    voice, known = turn.voice, turn.known
    if turn.argument.lower() not in (YES, voice("event-publish").lower()):
        return Reply((Text(voice("event-not-published")),))
    territory = known["territory"]
    try:
        lines = read_lines(known["line"], today=today_of(turn, territory))
    except (LineError, EntryError) as wrong:  # midnight passed meanwhile
        return Reply((refused(turn, wrong), Text(voice("event-not-published"))))
    first, *others = (replace(each, territory=territory) for each in lines)
    done = Text(voice("event-published", url=f"{turn.base_url}/agenda/{territory}"))
    if "number" not in known:
        act = Act(COMMAND, f"new {len(lines)}" if others else "new", turn.around(territory))
        return Reply((done,), effects=(act, *map(Announce, (first, *others))))
    number, revision = int(known["number"]), int(known["revision"])
    event = _numbered(await _own(turn), number)
    if event is None or event.cancelled or event.revision != revision:
        return Reply((Text(voice("event-changed-meanwhile")),))
    places = dict.fromkeys((event.territory or FRANCE, territory))
    acts = [Act(COMMAND, f"changer {number}", turn.around(each)) for each in places]
    fixed = event.start is None and first.start is not None
    told = replace(tell(turn, event, first.axes, fixed=fixed), matters=matters(event, first))
    return Reply((done,), effects=(*acts, Revise(number, first, revision), told))


@router.step(_CALL_OFF, of=COMMAND)
async def called_off(turn: Turn) -> Reply:
    """The answer to "j'annule ?"."""
    voice, number = turn.voice, int(turn.known["number"])
    event = _numbered(await _own(turn), number)
    sure = turn.argument.lower() in (YES, voice("event-call-off").lower())
    if not sure or event is None or event.cancelled:
        return Reply((Text(voice("event-not-called-off")),))
    act = Act(COMMAND, f"annuler {number}", turn.around(event.territory or FRANCE))
    told = tell(turn, event, axes_of(event))
    return Reply((Text(voice("event-called-off", title=event.title)),), effects=(act, CallOff(number), told))


async def _ask_to_change(turn: Turn, number: str, line: str) -> Reply:
    event = _numbered(await _own(turn), int(number))
    if event is None or event.cancelled:
        return Reply((Text(turn.voice("event-no-such-number")),))
    return await preview(turn, line, event)


async def _ask_to_call_off(turn: Turn, said: str) -> Reply:
    voice = turn.voice
    number = int(said) if said.isdecimal() else 0
    event = _numbered(await _own(turn), number)
    if event is None:
        return Reply((Text(voice("event-no-such-number")),))
    if event.cancelled:
        return Reply((Text(voice("event-not-called-off")),))
    choices = (Choice(voice("event-call-off"), YES), Choice(voice("event-keep"), NO))
    told = await people_told(turn, tell(turn, event, axes_of(event)))
    asked: tuple[Block, ...] = (Text(voice("event-call-off-sure")), event_card(voice, event), *told)
    return Reply(asked, choices, then=Step(_CALL_OFF, {"number": str(number)}))


async def _listed(turn: Turn) -> Reply:
    """What agents announced where this one may, and how to go on."""
    voice, today = turn.voice, today_of(turn, None)
    own = [event for event in await _own(turn) if not is_over(event, today)][:_MOST]
    cards: list[Card] = []
    for event in own:
        card = event_card(voice, event)
        cards.append(Card(voice("event-numbered", number=str(number_of(event)), title=card.title), card.lines))
    head = Text(voice("event-listed" if own else "event-none"))
    choices = (Choice(voice("event-form-new"), f"/{COMMAND} nouveau"),)
    return Reply((head, *cards, Text(voice("event-how"))), choices)


async def _own(turn: Turn) -> list[Event]:
    """The events announced that this agent may change."""
    return [event for event in await turn.read(announced) if turn.may(COMMAND, event.territory or FRANCE)]


def _numbered(events: list[Event], number: int) -> Event | None:
    return next((event for event in events if number_of(event) == number), None)
