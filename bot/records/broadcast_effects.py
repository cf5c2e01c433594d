"""What a reply may record of a message to many people: proposed, agreed to, declined, halted, gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from bot.records import campaigns
from bot.records.agents import NotPermittedError
from bot.records.audience import Audience, count
from bot.records.broadcast_rules import MOST_A_DAY, author_of, decided_by, digest, of_today
from bot.records.campaign import Kind, Plan
from bot.records.effects import Desk, record_effect
from bot.records.people import Person
from bot.talk.message import Effect


@dataclass(frozen=True, slots=True)
class Propose(Effect):
    """A message that an agent confirmed; `Act` goes before. `since`: when the day began there.

    Recording it raises NotPermittedError when its territory has had enough of them since.
    """

    plan: Plan
    since: datetime


@dataclass(frozen=True, slots=True)
class Agree(Effect):
    """A second person says yes to what they read: `digest`. Recording it raises NotPermittedError."""

    number: int
    digest: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Decline(Effect):
    """A second person says no."""

    number: int


@dataclass(frozen=True, slots=True)
class Halt(Effect):
    """Nothing more of a campaign leaves; `for_good`: it cannot go on."""

    number: int
    for_good: bool


@dataclass(frozen=True, slots=True)
class GoOn(Effect):
    """A paused campaign goes on."""

    number: int


@record_effect.register
def _(effect: Propose, desk: Desk, person: Person) -> Person:
    plan = effect.plan
    if plan.kind is Kind.BROADCAST and of_today(desk.connection, plan.territories, since=effect.since) >= MOST_A_DAY:
        raise NotPermittedError("enough messages for one day")
    people = _people(desk.connection, plan, desk.now)
    campaigns.write(desk.connection, decided_by(desk, plan, people), now=desk.now)
    return person


@record_effect.register
def _(effect: Agree, desk: Desk, person: Person) -> Person:
    proposed = campaigns.find(desk.connection, effect.number)
    if proposed is None or proposed.author == author_of(desk) or digest(proposed) != effect.digest:
        raise NotPermittedError("another must agree, to what it says now")
    people = count(desk.connection, campaigns.whom(desk.connection, proposed))
    approver = author_of(desk)
    campaigns.approve(desk.connection, effect.number, approver=approver, due_at=effect.due_at, people=people)
    return person


@record_effect.register
def _(effect: Decline, desk: Desk, person: Person) -> Person:
    campaigns.decline(desk.connection, effect.number, approver=author_of(desk), now=desk.now)
    return person


@record_effect.register
def _(effect: Halt, desk: Desk, person: Person) -> Person:
    if effect.for_good:
        campaigns.stop(desk.connection, effect.number, now=desk.now)
    else:
        campaigns.pause(desk.connection, effect.number)
    return person


@record_effect.register
def _(effect: GoOn, desk: Desk, person: Person) -> Person:
    campaigns.resume(desk.connection, effect.number)
    return person


def _people(connection: Connection, plan: Plan, now: datetime) -> int:
    corrected = campaigns.find(connection, plan.of) if plan.of else None
    if corrected:
        return count(connection, campaigns.corrected_people(corrected))
    return count(connection, Audience(plan.territories, plan.axes, plan.languages, as_of=now))
