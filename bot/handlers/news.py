"""What subscribers are sent: a reminder, an event that changed, the words of an agent; each says how to stop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.handlers.agenda import local_day
from bot.handlers.broadcast_words import change_of, event_message, message
from bot.records.campaign import Campaign, Kind, change_key, reminder_key
from bot.records.subscriptions import Moment
from bot.talk.message import Reply, Text
from bot.talk.wording import Voice, Wording
from knowledge.calendar import is_over
from knowledge.dates import when
from knowledge.keeper import Keeper
from knowledge.model import Event


@dataclass(frozen=True, slots=True)
class News:
    """`events`: the whole calendar; `clock`: the time, aware; `corrected`: the campaign that another corrects."""

    keeper: Keeper
    wording: Wording
    events: Callable[[], Awaitable[Iterable[Event]]]
    clock: Callable[[], datetime]
    corrected: Callable[[int], Awaitable[Campaign | None]]

    async def compose(self, campaign: Campaign, language: str) -> Reply | None:
        """The message in a language; None when there is nothing to say any more."""
        voice = self.wording.voice(language)
        if campaign.kind in (Kind.BROADCAST, Kind.CORRECTION):
            return await self._written(voice, campaign)
        event = await self._event(campaign)
        return self._about(voice, campaign, event) if event else None

    async def _written(self, voice: Voice, campaign: Campaign) -> Reply:
        before = await self.corrected(campaign.of) if campaign.of else None
        return message(
            voice,
            self.keeper.current,
            campaign.territory,
            campaign.texts,
            event=await self._event(campaign),
            corrects=before.begun_at if before else None,
        )

    async def _event(self, campaign: Campaign) -> Event | None:
        every = await self.events() if campaign.event else ()
        return next((each for each in every if each.id == campaign.event), None)

    def ask(self, language: str) -> Reply:
        """Whether to go on, a year later."""
        voice = self.wording.voice(language)
        return Reply((Text(voice("news-again")),), language=voice.language)

    def _about(self, voice: Voice, campaign: Campaign, event: Event) -> Reply | None:
        """A reminder, or what changed; nothing once it is over, or called off before anybody was told."""
        knowledge = self.keeper.current
        if is_over(event, local_day(knowledge, self.clock(), event.territory)):
            return None
        if campaign.kind is Kind.REMINDER:
            if event.cancelled or not _still(campaign, event):
                return None
            return event_message(voice, knowledge, event, voice("news-reminder", date=when(event, voice.locale)))
        if campaign.key != change_key(event.id, event.revision):
            return None  # it changed once more: another message tells
        return event_message(voice, knowledge, event, change_of(voice, event))


def _still(campaign: Campaign, event: Event) -> bool:
    """Whether an event is still when it was recalled for."""
    return any(reminder_key(event, moment) == campaign.key for moment in Moment)
