"""The services to look at again, for the editors of each département, each week: composed, nothing is sent here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sqlalchemy.engine import Connection

from bot.handlers.agenda import zones_of
from bot.handlers.audiences import departements
from bot.handlers.offer_news import OfferNews
from bot.handlers.review_sheet import ToReview, told
from bot.handlers.reviews import places_of, to_review
from bot.records.offer_readers import Reader, edited, editors
from bot.records.privacy import Vault
from bot.records.reading import Read
from bot.talk.message import Reply
from bot.talk.periods import Period
from directory.finder import Finder


@dataclass(frozen=True, slots=True)
class ReviewBulletin:
    """`read`: of the whole directory, however long it takes; `clock`: aware."""

    news: OfferNews
    finder: Finder
    read: Read
    vault: Vault
    clock: Callable[[], datetime]
    name: str = "review"
    period: Period = Period.WEEK

    async def territories(self) -> Sequence[str]:
        """The départements of those who edit one, or a region."""
        known = self.news.speech().knowledge.territories
        held = await self.read(edited)
        return list(dict.fromkeys(each for territory in held for each in departements(known, territory)))

    async def compose(self, territory: str, start: date) -> Reply | None:  # noqa: ARG002 - it is told as of today
        """What is to be looked at; None when nothing is."""
        speech = self.news.speech()
        now = self.clock()
        today = now.astimezone(zones_of(speech.knowledge)(territory)).date()
        places = places_of(self.finder.gazetteer, territory)
        found = await self.read(partial(to_review, territory=territory, places=places, today=today, now=now))
        what = ToReview(speech.knowledge.territories.name(territory), today, found)
        return told(speech.voice, self.finder.gazetteer, what) if found else None

    def readers(self, connection: Connection, territory: str) -> list[Reader]:
        """Its editors."""
        return editors(connection, self.vault, self.news.around(territory))
