"""Offers as handlers read them: off the event loop, opened, never changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.records import agents, offer_drafts, offer_exports, offer_figures, offer_lines, offers
from bot.records.offer import Offer
from bot.records.offer_export import Export, Selection
from bot.records.offer_export_effects import AGREES
from bot.records.offer_figures import OfferFigures
from bot.records.offer_lines import Line
from bot.records.offer_readers import Reader, readers
from bot.records.privacy import Vault
from bot.records.reading import Read
from bot.talk.message import Address

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OfferBook:
    """`read` runs a function on the database. Everything here raises StoreUnavailable."""

    read: Read
    vault: Vault

    async def find(self, number: str) -> Offer | None:
        """The offer of a number."""
        return await self.read(partial(offers.find, vault=self.vault, number=number))

    async def of_author(self, uid: bytes) -> list[Offer]:
        """What somebody offered, the newest first."""
        return await self.read(partial(offers.of_author, vault=self.vault, uid=uid))

    async def inside(self, territories: Collection[str]) -> list[Offer]:
        """The offers of some territories, those that wait for the longest first."""
        return await self.read(partial(offers.inside, vault=self.vault, territories=territories))

    async def lines(self, number: str) -> list[Line]:
        """The steps of an offer."""
        return await self.read(partial(offer_lines.lines_of, vault=self.vault, offer=number))

    async def draft(self, uid: bytes, *, now: datetime) -> dict[str, str] | None:
        """What somebody was writing."""
        return await self.read(partial(offer_drafts.draft_of, vault=self.vault, uid=uid, now=now))

    async def new_number(self, territory: str) -> str:
        """A number that no offer has."""
        taken = await self.read(partial(offers.numbers, territory=territory))
        return offers.new_number(territory, taken)

    async def territories(self) -> list[str]:
        """Those that have offers."""
        return await self.read(offers.territories)

    async def readers(self, around: Collection[str]) -> list[Reader]:
        """The agents who read the offers of a territory, given with all that hold it."""
        return await self.read(partial(readers, vault=self.vault, around=around))

    async def counts(self, within: Collection[str]) -> Counter[str]:
        """How many offers of some territories each profile has, and each state; `""`: all of them."""
        return await self.read(partial(offers.counts, within=within))

    async def figures(
        self, within: Collection[str], *, since: datetime, until: datetime, now: datetime
    ) -> OfferFigures:
        """The offers of some territories that came since an instant, before another, in figures."""
        return await self.read(partial(offer_figures.figures, within=within, since=since, until=until, now=now))

    async def exports(self, *, now: datetime) -> list[Export]:
        """The full exports that wait for a second person."""
        return await self.read(partial(offer_exports.waiting, vault=self.vault, now=now))

    async def held(self, selection: Selection, *, within: Collection[str], until: datetime) -> list[Offer]:
        """What a full export holds that was asked for at an instant."""
        work = partial(offer_exports.held, vault=self.vault, selection=selection, within=within, until=until)
        return await self.read(work)

    async def approvers(self, around: tuple[str, ...], *, but: bytes) -> list[Address]:
        """Those who may agree to a full export of a territory, given with all that hold it; `but`: not that one."""
        return await self.read(partial(agents.whom_to_ask, vault=self.vault, command=AGREES, around=around, but=but))

    async def labels(self) -> dict[bytes, str]:
        """Who agents are, by the pseudonym of the audit."""
        return await self.read(partial(agents.labels, vault=self.vault))
