"""What a message to many people says, word for word, and whom it goes to; the same when seen and when sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.engine import Connection

from bot.handlers.agenda import event_card, sources, whole_calendar, zones_of
from bot.handlers.audiences import departements, place_name
from bot.records import campaigns
from bot.records.audience import Audience, count
from bot.records.audience import languages as by_language
from bot.records.broadcast_rules import GRACE, digest
from bot.records.campaign import Kind, Plan
from bot.records.permissions import FRANCE
from bot.talk.broadcast_draft import Draft
from bot.talk.due import is_night
from bot.talk.message import Block, Reply, Text
from bot.talk.turn import Turn
from bot.talk.wording import FALLBACKS, Voice
from knowledge.base import Knowledge
from knowledge.dates import day, hour
from knowledge.model import Event


def message(
    voice: Voice,
    knowledge: Knowledge,
    territory: str,
    texts: Mapping[str, str],
    *,
    event: Event | None = None,
    corrects: datetime | None = None,
) -> Reply:
    """What people read: who writes, what, the event that goes with it, how to stop.

    `corrects`: when the wrong one left.
    """
    said = next((texts[each] for each in FALLBACKS[voice.language] if texts.get(each)), "")
    place = voice("agenda-all") if territory in ("", FRANCE) else knowledge.territories.name(territory)
    blocks: list[Block] = [Text(voice("news-agents", place=place))]
    if corrects:
        blocks.append(Text(voice("news-correction", date=day(corrects.date(), voice.locale))))
    blocks.append(Text(said))
    if event:
        blocks.append(event_card(voice, event))
    return Reply((*blocks, Text(voice("news-stop"))), language=voice.language)


def event_message(voice: Voice, knowledge: Knowledge, event: Event, head: str) -> Reply:
    """What people read of an event: why they are written to, the event, who says so, how to stop."""
    card, told = event_card(voice, event), sources(knowledge, voice, [event])
    said: tuple[Block, ...] = (Text(head), card, *told, Text(voice("news-stop")))
    return Reply(said, language=voice.language)


def change_of(voice: Voice, event: Event) -> str:
    """What happened to an event."""
    return voice("news-cancelled" if event.cancelled else "news-changed")


async def preview(turn: Turn, draft: Draft, language: str) -> Reply:
    """The message of a draft, as it will be read in a language."""
    voice = turn.voice.wording.voice(language)
    event = await event_with(turn, draft.event)
    corrected = await turn.read(lambda c: campaigns.find(c, int(draft.of))) if draft.of else None
    corrects = corrected.begun_at if corrected else None
    return message(voice, turn.knowledge, draft.territory, draft.texts, event=event, corrects=corrects)


async def event_with(turn: Turn, name: str) -> Event | None:
    """The event of that identifier, if there is one."""
    return (await whole_calendar(turn.knowledge, turn.read)).get(name) if name else None


def plan_of(turn: Turn, draft: Draft) -> Plan:
    """What is written down of a draft once it is confirmed."""
    zone = zones_of(turn.knowledge)(draft.territory)
    due = datetime.fromisoformat(draft.due).replace(tzinfo=zone) if draft.due else turn.now + GRACE
    return Plan(
        key="",
        kind=Kind.CORRECTION if draft.of else Kind.BROADCAST,
        territories=departements(turn.knowledge.territories, draft.territory),
        axes=draft.axes,
        languages=draft.languages,
        event=draft.event,
        texts=draft.texts,
        of=int(draft.of) if draft.of else None,
        due_at=due,
        night=draft.night,
        territory=draft.territory,
    )


def digest_of(turn: Turn, draft: Draft) -> str:
    """What its confirmation is bound to."""
    return digest(plan_of(turn, draft))


def leaves_at_night(turn: Turn, draft: Draft) -> bool:
    """Whether it would leave while people sleep; it waits for the morning, unless two persons say otherwise."""
    return is_night(plan_of(turn, draft).due_at, zones_of(turn.knowledge)(draft.territory))


def midnight(turn: Turn, draft: Draft) -> datetime:
    """When this day began there."""
    local = turn.now.astimezone(zones_of(turn.knowledge)(draft.territory))
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def audience_of(connection: Connection, turn: Turn, draft: Draft) -> Audience:
    """Whom it goes to."""
    corrected = campaigns.find(connection, int(draft.of)) if draft.of else None
    if corrected:
        return campaigns.corrected_people(corrected)
    plan = plan_of(turn, draft)
    return Audience(plan.territories, plan.axes, plan.languages, as_of=turn.now)


async def people_of(turn: Turn, draft: Draft) -> int:
    """How many people it goes to."""
    return await turn.read(lambda connection: count(connection, audience_of(connection, turn, draft)))


async def summary(turn: Turn, draft: Draft) -> str:
    """Whom it goes to, how many in which language, when, in which versions."""
    voice = turn.voice
    readers = await turn.read(lambda connection: by_language(connection, audience_of(connection, turn, draft)))
    place = place_name(voice, turn.knowledge.territories, draft.territory)
    subjects = voice.listed(voice(f"subscribe-axis-{axis}") for axis in draft.axes) or voice("subscribe-all-axes")
    shares = voice.listed(f"{voice(f'name-{name}')} {number}" for name, number in sorted(readers.items()))
    lines = [
        voice("broadcast-for", count=sum(readers.values()), place=place),
        voice("subscribe-have-axes", axes=subjects),
        voice("broadcast-versions", versions=voice.listed(voice(f"name-{name}") for name in draft.texts)),
        voice("broadcast-leaves", when=_when(turn, draft)),
    ]
    if shares:
        lines.insert(1, voice("broadcast-readers", shares=shares))
    return "\n".join(lines)


def _when(turn: Turn, draft: Draft) -> str:
    voice, due = turn.voice, plan_of(turn, draft).due_at
    said = f"{day(due.date(), voice.locale)}, {hour(due.time(), voice.locale)}" if draft.due else voice("broadcast-now")
    return voice("broadcast-in-the-morning", when=said) if leaves_at_night(turn, draft) and not draft.night else said
