"""The calendar of the solidarities: what is planned, where, and the file for one's own calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from babel.dates import get_month_names

from bot.calendars.territories import clocks
from bot.handlers.menu import main_choices
from bot.handlers.pact_places import places
from bot.handlers.unknown import whom_to_ask
from bot.records.diary import announced
from bot.records.reading import Read
from bot.records.store import StoreUnavailable
from bot.talk.followed import Followed
from bot.talk.message import Attachment, Card, Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.saying import capital, source_line
from bot.talk.turn import Turn
from bot.talk.wording import Voice
from knowledge.base import Knowledge
from knowledge.calendar import Wanted, asks_for_events, events, is_over, wanted
from knowledge.dates import day, hour, when
from knowledge.finding import Finding
from knowledge.ics import Zones, calendar_file
from knowledge.model import ANNOUNCED, Event
from knowledge.question import Question
from knowledge.thread import Thread

router = Router()

_MOST = 6
_FEW = 4


async def asked_events(turn: Turn, question: Question) -> Reply | None:
    """The list of events that a question wants; None when it wants something else."""
    return await listed(turn, question) if asks_for_events(question) else None


async def listed(turn: Turn, question: Question) -> Reply:
    """The events of a question, those to come first; the most recent ones when all are over."""
    asked = wanted(question)
    found = events(turn.knowledge, asked, await announced_events(turn.read))
    if not found:
        none = turn.voice("agenda-none", filters=_filters(turn, asked))
        told = Text(whom_to_ask(turn, Finding(question)))
        return Reply((Text(none), told), main_choices(turn.voice), facts={"abstained": True, "reason": "territory"})
    today = local_day(turn.knowledge, turn.now)
    coming = [event for event in found if not is_over(event, today)]
    chosen = (coming or found)[:_MOST]
    blocks: list[Text | Card] = [Text(turn.voice("agenda-title", filters=_filters(turn, asked)))]
    if not coming:
        blocks.append(Text(turn.voice("agenda-all-past")))
    blocks += [
        event_card(turn.voice, event, over=bool(coming) and is_over(event, today), brief=len(chosen) > _FEW)
        for event in chosen
    ]
    if more := len(coming or found) - len(chosen):
        blocks.append(Text(turn.voice("agenda-more", count=more)))
    blocks += sources(turn.knowledge, turn.voice, chosen)
    ids = tuple(event.id for event in chosen)
    thread = Thread(question, ids)
    documents = dict.fromkeys(event.document for event in chosen if event.document != ANNOUNCED)
    files = tuple(turn.knowledge.library.documents[name].file for name in documents)
    remind = (Choice(turn.voice("subscribe-choice-start"), "/rappel"),) if coming else ()
    choices = (
        Choice(turn.voice("agenda-choice-file"), "/ics"),
        *remind,
        Choice(turn.voice("pact-choice-ask"), "/aide"),
    )
    facts = {"abstained": False, "sources": files, "records": ids}
    return Reply(tuple(blocks), choices, effects=(Followed(thread.to_json()),), facts=facts)


def past(turn: Turn, record_id: str) -> Text | None:
    """ "C'est passé", under the answer about an event that is over."""
    event = turn.knowledge.library.events.get(record_id)
    return Text(turn.voice("agenda-past")) if event and is_over(event, local_day(turn.knowledge, turn.now)) else None


def event_card(voice: Voice, event: Event, *, over: bool = False, brief: bool = False) -> Card:
    """One event: when, what, where; unless `brief`, who organises it and how to register."""
    where = voice("agenda-online") if event.online else event.place
    at = voice("agenda-hour", hour=hour(event.hour, voice.locale)) if event.hour else ""
    axes = voice("agenda-axes", axes=", ".join(map(str, event.axes))) if event.announced and event.axes else ""
    said = [part for part in (at, where, axes) if part]
    if not brief:
        said += [voice("agenda-organiser", who=event.organiser)] if event.organiser else []
        said += [voice("agenda-registration", how=event.registration)] if event.registration else []
    lines = [voice.listed(said)] if said else []
    lines += [voice("agenda-cancelled")] if event.cancelled else [voice("agenda-past")] if over else []
    return Card(capital(voice("agenda-line", date=when(event, voice.locale), title=event.title)), tuple(lines))


async def announced_events(read: Read) -> list[Event]:
    """What agents announced; nothing while the database is away: the documents still answer."""
    try:
        return await read(announced)
    except StoreUnavailable:
        return []


async def whole_calendar(knowledge: Knowledge, read: Read) -> dict[str, Event]:
    """What the documents and the agents announce, by identifier."""
    return {**knowledge.library.events, **{each.id: each for each in await announced_events(read)}}


def sources(knowledge: Knowledge, voice: Voice, found: Sequence[Event]) -> list[Text]:
    """Who says so: a line for each document, one for the agents."""
    names = dict.fromkeys(event.document for event in found)
    lines = [source_line(knowledge.library.documents[name], voice) for name in names if name != ANNOUNCED]
    days = [event.announced for event in found if event.announced]
    if days:
        lines.append(voice("agenda-announced", date=day(max(days), voice.locale)))
    return [Text("\n".join(lines))] if lines else []


def local_day(knowledge: Knowledge, now: datetime, territory: str | None = None) -> date:
    """What day it is in a territory; in Paris, when none is meant."""
    return now.astimezone(zones_of(knowledge)(territory)).date()


def zones_of(knowledge: Knowledge) -> Zones:
    """The clock of each territory; a region has that of its only département, as overseas, or that of Paris."""
    return clocks(knowledge.territories)


def _filters(turn: Turn, asked: Wanted) -> str:
    voice = turn.voice
    names = get_month_names("wide", locale=voice.locale)
    said = [turn.knowledge.territories.name(each) for each in asked.territories]
    said += [names[month] for month in asked.months] if len(asked.months) < 3 else []
    said += [str(year) for year in asked.years]
    said += [voice("agenda-axes", axes=", ".join(map(str, asked.axes)))] if asked.axes else []
    return voice.listed(said) if said else voice("agenda-all")


@router.command("agenda", "calendrier")
async def agenda(turn: Turn) -> Reply:
    """`/agenda`, `/agenda octobre nantes`."""
    return await listed(turn, turn.knowledge.reader.read(turn.argument, place=places(turn)))


@router.command("ics")
async def file(turn: Turn) -> Reply:
    """The events just shown, as a file."""
    shown = (turn.person.state.thread or {}).get("shown", ())
    known = await whole_calendar(turn.knowledge, turn.read)
    chosen = [event for name in shown if (event := known.get(str(name)))]
    content = calendar_file(chosen, zones_of(turn.knowledge), now=turn.now)
    if not content:
        return Reply((Text(turn.voice("agenda-no-file")),), main_choices(turn.voice))
    attachment = Attachment("calendrier-solidarites.ics", "text/calendar", content)
    said = [Text(turn.voice("agenda-file"))]
    territories = {event.territory for event in chosen}
    if len(territories) == 1 and (territory := territories.pop()):
        said.append(Text(turn.voice("agenda-feed", url=f"{turn.base_url}/agenda/{territory}.ics")))
    return Reply(tuple(said), main_choices(turn.voice), attachments=(attachment,))
