"""What subscribers are sent: a reminder, an event that changed, the words of an agent; each says how to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.handlers.agenda import local_day
from bot.handlers.broadcast_words import change_of, event_message, message
from bot.records.campaign import WRITTEN_BY_AGENTS, Campaign, Kind, change_key, reminder_key
from bot.records.campaigns import find
from bot.records.diary import announced
from bot.records.reading import Read
from bot.records.subscriptions import Moment
from bot.talk.message import Reply, Text
from bot.talk.wording import OFFERED, Voice, Wording
from knowledge.calendar import is_over
from knowledge.dates import when
from knowledge.keeper import Keeper
from knowledge.model import Event


@dataclass(frozen=True, slots=True)
class News:
    """`read` runs a function on the database; `clock` gives the time, aware."""

    keeper: Keeper
    wording: Wording
    read: Read
    clock: Callable[[], datetime]

    async def events(self) -> Iterable[Event]:
        """The whole calendar, that of the agents as it is now. Raises StoreUnavailable."""
        return [*self.keeper.current.library.events.values(), *await self.read(announced)]

    async def compose(self, campaign: Campaign) -> dict[str, Reply] | None:
        """The message in each language; None when there is nothing to say any more. Raises StoreUnavailable."""
        event = await self._event(campaign)
        voices = [self.wording.voice(language) for language in OFFERED]
        if campaign.kind in WRITTEN_BY_AGENTS:
            corrects = await self._corrected(campaign)
            return {voice.language: self._written(voice, campaign, event, corrects) for voice in voices}
        head = self._head(campaign, event) if event else None
        if event is None or head is None:
            return None
        return {voice.language: event_message(voice, self.keeper.current, event, head(voice)) for voice in voices}

    def _written(self, voice: Voice, campaign: Campaign, event: Event | None, corrects: datetime | None) -> Reply:
        known = self.keeper.current
        return message(voice, known, campaign.territory, campaign.texts, event=event, corrects=corrects)

    async def _corrected(self, campaign: Campaign) -> datetime | None:
        """When the message left that this one corrects."""
        number = campaign.of
        before = await self.read(lambda connection: find(connection, number)) if number else None
        return before.begun_at if before else None

    async def _event(self, campaign: Campaign) -> Event | None:
        every = await self.events() if campaign.event else ()
        return next((each for each in every if each.id == campaign.event), None)

    def ask(self, language: str) -> Reply:
        """Whether to go on, a year later."""
        voice = self.wording.voice(language)
        return Reply((Text(voice("news-again")),), language=voice.language)

    def _head(self, campaign: Campaign, event: Event) -> Callable[[Voice], str] | None:
        """How a message about an event begins; none once it is over, called off before it was recalled, or changed."""
        if is_over(event, local_day(self.keeper.current, self.clock(), event.territory)):
            return None
        if campaign.kind is Kind.REMINDER:
            stands = not event.cancelled and _still(campaign, event)
            return (lambda voice: voice("news-reminder", date=when(event, voice.locale))) if stands else None
        # Changed once more: another message tells.
        stands = campaign.key == change_key(event.id, event.revision)
        return (lambda voice: change_of(voice, event)) if stands else None


def _still(campaign: Campaign, event: Event) -> bool:
    """Whether an event is still when it was recalled for."""
    return any(reminder_key(event, moment) == campaign.key for moment in Moment)
