"""Asks those in charge of a place whether its entry is still right: by day, once a week and person at most.

What is noted of their entries and the send are one transaction: whatever is killed, nobody is asked twice, and who was
not asked yet is found again by the next look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.post.mailroom import Mailroom
from bot.records import reports, stewards
from bot.records.people import load, save
from bot.records.steward import A_WEEK, AGAIN, OLD, Plan, Steward, plan
from bot.talk.message import Address, Reply
from bot.talk.standing import next_state
from directory.ledger.facts import Facts, facts_of
from directory.tables import SERVICES

# People asked, or told, in one transaction.
AT_ONCE = 20
# Who was talking lately is left to what they were talking about: a number is an answer to that.
_TALKING = timedelta(hours=1)


class Asks(Protocol):
    """What is said, and when."""

    def ask(self, steward: Steward, facts: Facts, now: datetime, *, more: int) -> Reply:
        """Whether an entry is still right; `more`: how many others are asked about with it."""

    def shown(self, facts: Facts, now: datetime) -> str:
        """What is kept of what they are shown."""

    def ended(self, language: str, name: str) -> Reply:
        """An editor ended it."""

    def quiet_until(self, place: str | None, now: datetime) -> datetime | None:
        """When somebody may be written to at a place (INSEE code), while they sleep there; None: now."""


@dataclass(frozen=True, slots=True)
class Confirming:
    """One round asks, or tells, whoever it is time for."""

    mailroom: Mailroom
    asks: Asks

    async def round(self) -> None:
        """Go on until nobody is left to look at. Raises StoreUnavailable."""
        while await self.mailroom.store.read(partial(stewards.waits, now=self.mailroom.clock())):
            await self.mailroom.store.write(self._helping)

    def _helping(self, connection: Connection) -> None:
        now, vault = self.mailroom.clock(), self.mailroom.vault
        for steward in stewards.ended(connection, vault, now=now, most=AT_ONCE):
            self._tell_end(connection, steward, now)
        found = stewards.due(connection, vault, now=now, most=AT_ONCE)
        for _, own in groupby(found, key=lambda each: each.uid):
            self._person(connection, list(own), now)

    def _tell_end(self, connection: Connection, steward: Steward, now: datetime) -> None:
        """An editor ended it: by day they are told, and nothing of it is kept."""
        asked = select(SERVICES.c.nom, SERVICES.c.place).where(SERVICES.c.id == steward.service)
        row = connection.execute(asked).first()
        if until := self.asks.quiet_until(row.place if row else None, now):
            stewards.put_off(connection, steward.key, until=until)
        elif stewards.told_of_end(connection, steward.key) and steward.address:
            said = self.asks.ended(steward.language, row.nom if row else "…")
            self.mailroom.tell(connection, steward.address, said)

    def _person(self, connection: Connection, own: Sequence[Steward], now: datetime) -> None:
        """Decide of each entry of somebody; those to be asked about go in one message, the oldest whole."""
        looked = [each for each in own if each.due_at is None or each.due_at <= now]
        facts = facts_of(connection, [each.service for each in looked])
        told = reports.said_by_stewards(connection, list(facts))
        planned = [(each, _planned(each, facts.get(each.service), told, now)) for each in looked]
        at = self._when(own, [facts[each.service] for each, what in planned if what.tells], now)
        asked = []
        for each, what in planned:
            when = replace(what, tells=False, asks=each.asks, due_at=at) if what.tells and at > now else what
            if stewards.advance(connection, each, when, now=now) and when.tells:
                asked.append(each)
        if asked:
            self._ask(connection, sorted(asked, key=lambda each: facts[each.service].row.updated), facts, now)

    def _when(self, own: Sequence[Steward], facts: Sequence[Facts], now: datetime) -> datetime:
        """When somebody may be written to: by day, and a week after the last time."""
        last = max((each.told_at for each in own if each.told_at), default=None)
        quiet = [self.asks.quiet_until(each.row.place, now) for each in facts]
        return max([now, *([last + A_WEEK] if last else []), *(until for until in quiet if until)])

    def _ask(self, connection: Connection, asked: Sequence[Steward], facts: dict[str, Facts], now: datetime) -> None:
        first = asked[0]
        shown = facts[first.service]
        stewards.told(connection, first.uid, key=first.key, shown=self.asks.shown(shown, now), now=now)
        if first.address:
            said = self.asks.ask(first, shown, now, more=len(asked) - 1)
            self.mailroom.tell(connection, first.address, said, bulk=True)
            self._offer(connection, first.address, said, now)

    def _offer(self, connection: Connection, address: Address, said: Reply, now: datetime) -> None:
        """Where there are no buttons a number answers: it is that of a choice of this message.

        A question that waits for its answer goes on waiting.
        """
        person = load(connection, self.mailroom.vault, address, now)
        spoke = person.kept.stated_at
        if person.state.step is None and (spoke is None or now - spoke >= _TALKING):
            after = replace(person, state=next_state(person.state, said))
            save(connection, self.mailroom.vault, after, now)


def _planned(steward: Steward, facts: Facts | None, told: frozenset[str], now: datetime) -> Plan:
    """What is noted of an entry; one that is shown no more is left alone, and so is one whose editors have to act."""
    if facts is None or steward.service in told:
        return Plan(tells=False, asks=steward.asks, due_at=now + (OLD if facts is None else AGAIN))
    return plan(steward, facts.row.updated, now)
