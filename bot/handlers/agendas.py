"""The agenda of a territory outside the conversation: as a page, and as a feed that a calendar program follows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from bot.handlers.agenda import announced_events, event_card, local_day, sources, whole_calendar, zones_of
from bot.handlers.agenda_filters import Filters, months_of
from bot.records.permissions import FRANCE
from bot.records.reading import Read
from bot.talk.message import Block, Reply, Text
from bot.talk.wording import Wording
from knowledge.base import Knowledge
from knowledge.calendar import Wanted, events, is_over
from knowledge.ics import calendar_feed
from knowledge.keeper import Keeper
from knowledge.model import Event

_MOST_FEEDS = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A page. `months`: those to choose from, as "2027-03", with their names."""

    reply: Reply
    months: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Agendas:
    """What pages ask.

    `read` runs a function on the database; `clock` gives the time, aware; `address`: where the pages are.
    """

    keeper: Keeper
    read: Read
    wording: Wording
    clock: Callable[[], datetime]
    address: str
    _feeds: dict[str, tuple[object, bytes]] = field(default_factory=dict)
    """The feeds asked for lately, each with what it was made of."""

    async def listed(self, language: str) -> list[tuple[str, str]]:
        """The territories that have events, with their names; the whole country first, then by name."""
        knowledge, voice = self.keeper.current, self.wording.voice(language)
        known = await whole_calendar(knowledge, self.read)
        found = {event.territory for event in known.values() if event.territory}
        named = [(territory, knowledge.territories.name(territory)) for territory in found]
        return [(FRANCE, voice("agenda-all")), *sorted(named, key=lambda each: each[1])]

    def name(self, territory: str, language: str) -> str | None:
        """The name of a territory, None when there is none of that identifier."""
        if territory == FRANCE:
            return self.wording.voice(language)("agenda-all")
        known = self.keeper.current.territories.known
        return known[territory].name if territory in known else None

    async def page(self, territory: str, language: str) -> Reply:
        """What is to come, then what is over, with the documents that say so."""
        return (await self.shown(territory, language, Filters())).reply

    async def shown(self, territory: str, language: str, filters: Filters) -> Shown:
        """The same, of what was chosen."""
        knowledge, voice = self.keeper.current, self.wording.voice(language)
        held, today = await self._of(knowledge, territory), local_day(knowledge, self.clock(), territory)
        found = filters.chosen(knowledge, held)
        over = [event for event in found if is_over(event, today)]
        coming = [event for event in found if event not in over]
        blocks: list[Block] = []
        if not coming:
            blocks.append(Text(voice("agenda-none-matching" if filters else "agenda-none-coming")))
        blocks += [event_card(voice, event) for event in coming]
        if over:
            blocks.append(Text(voice("agenda-over")))
            blocks += [event_card(voice, event, brief=True) for event in reversed(over)]
        reply = Reply((*blocks, *sources(knowledge, voice, found)), language=voice.language)
        return Shown(reply, tuple(months_of(held, filters, voice.locale)))

    async def feed(self, territory: str) -> bytes:
        """All its events (iCalendar); the hours are those of the place."""
        knowledge = self.keeper.current
        voice = self.wording.voice("fr")
        title = voice("agenda-title", filters=self.name(territory, "fr") or territory)
        page, now = f"{self.address}/agenda/{territory}", self.clock()
        found = await self._of(knowledge, territory)
        told = (title, now.astimezone(UTC).date(), found)
        if territory not in self._feeds or self._feeds[territory][0] != told:
            # A second for two thousand events: nobody's conversation waits for it.
            make = partial(
                calendar_feed, found, zones_of(knowledge), territory=territory, name=title, page=page, now=now
            )
            content = await asyncio.to_thread(make)
            self._feeds.pop(territory, None)
            self._feeds[territory] = (told, content)
            for oldest in list(self._feeds)[:-_MOST_FEEDS]:
                del self._feeds[oldest]
            return content
        return self._feeds[territory][1]

    async def _of(self, knowledge: Knowledge, territory: str) -> list[Event]:
        wanted = Wanted() if territory == FRANCE else Wanted((territory,))
        return events(knowledge, wanted, await announced_events(self.read))
