"""The agenda of a territory outside the conversation: as a page, and as a feed that a calendar program follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.handlers.agenda import event_card, zones_of
from bot.records.permissions import FRANCE
from bot.talk.message import Block, Reply, Text
from bot.talk.saying import source_line
from bot.talk.wording import Voice, Wording
from knowledge.base import Knowledge
from knowledge.calendar import Wanted, events, is_over
from knowledge.ics import calendar_feed
from knowledge.keeper import Keeper
from knowledge.model import Event


@dataclass(frozen=True, slots=True)
class Agendas:
    """What pages ask; `clock` gives the time, aware, `address` where the pages are."""

    keeper: Keeper
    wording: Wording
    clock: Callable[[], datetime]
    address: str

    def listed(self, language: str) -> list[tuple[str, str]]:
        """The territories that have events, with their names; the whole country first, then by name."""
        knowledge, voice = self.keeper.current, self.wording.voice(language)
        found = {event.territory for event in knowledge.library.events.values() if event.territory}
        named = [(territory, knowledge.territories.name(territory)) for territory in found]
        return [(FRANCE, voice("agenda-all")), *sorted(named, key=lambda each: each[1])]

    def name(self, territory: str, language: str) -> str | None:
        """The name of a territory, None when there is none of that identifier."""
        if territory == FRANCE:
            return self.wording.voice(language)("agenda-all")
        known = self.keeper.current.territories.known
        return known[territory].name if territory in known else None

    def page(self, territory: str, language: str) -> Reply:
        """What is to come, then what is over, with the documents that say so."""
        knowledge, voice = self.keeper.current, self.wording.voice(language)
        found, today = _of(knowledge, territory), self.clock().date()
        over = [event for event in found if is_over(event, today)]
        coming = [event for event in found if event not in over]
        blocks: list[Block] = []
        if not coming:
            blocks.append(Text(voice("agenda-none-coming")))
        blocks += [event_card(voice, event) for event in coming]
        if over:
            blocks.append(Text(voice("agenda-over")))
            blocks += [event_card(voice, event, brief=True) for event in reversed(over)]
        return Reply((*blocks, *_sources(knowledge, voice, found)), language=voice.language)

    def feed(self, territory: str) -> bytes:
        """All its events (iCalendar); the hours are those of the place."""
        knowledge = self.keeper.current
        voice = self.wording.voice("fr")
        title = voice("agenda-title", filters=self.name(territory, "fr") or territory)
        page = f"{self.address}/agenda/{territory}"
        zones = zones_of(knowledge)
        return calendar_feed(
            _of(knowledge, territory), zones, territory=territory, name=title, page=page, now=self.clock()
        )


def _of(knowledge: Knowledge, territory: str) -> list[Event]:
    return events(knowledge, Wanted() if territory == FRANCE else Wanted((territory,)))


def _sources(knowledge: Knowledge, voice: Voice, found: list[Event]) -> tuple[Text, ...]:
    documents = dict.fromkeys(event.document for event in found)
    lines = [source_line(knowledge.library.documents[name], voice) for name in documents]
    return (Text("\n".join(lines)),) if lines else ()
