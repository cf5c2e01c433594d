"""The figures of last month, for the agents of each territory that has offers: composed, nothing is sent here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.engine import Connection

from bot.handlers.agenda import zones_of
from bot.handlers.audiences import place_name
from bot.handlers.offer_news import OfferNews
from bot.handlers.offer_summary import Summed, summary
from bot.records.offer_book import OfferBook
from bot.records.offer_readers import Reader, readers
from bot.talk.message import Reply
from bot.talk.periods import Period, midnight


@dataclass(frozen=True, slots=True)
class OfferBulletin:
    """`clock`: aware."""

    news: OfferNews
    offers: OfferBook
    clock: Callable[[], datetime]
    name: str = "offers"
    period: Period = Period.MONTH

    async def territories(self) -> Sequence[str]:
        """Those that have offers."""
        return await self.offers.territories()

    async def compose(self, territory: str, start: date) -> Reply | None:
        """The month before the one that begins; None when there is nothing to tell of it."""
        speech = self.news.speech()
        zone, month = zones_of(speech.knowledge)(territory), self.period.before(start)
        since, until = midnight(month, zone), midnight(start, zone)
        found = await self.offers.figures([territory], since=since, until=until, now=self.clock())
        place = place_name(speech.voice, speech.knowledge.territories, territory)
        return None if found.silent else summary(speech, Summed(month, place, found))

    def readers(self, connection: Connection, territory: str) -> list[Reader]:
        """Those who are told of its offers."""
        return readers(connection, self.offers.vault, self.news.around(territory))
