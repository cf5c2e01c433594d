"""What a reply may record of a message to many people: proposed, agreed to, stopped; an event that changed, told."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from bot.records import campaigns
from bot.records.addresses import seal_address
from bot.records.agents import NotPermittedError, Speaker
from bot.records.audience import Audience, count
from bot.records.audit import NOBODY
from bot.records.campaign import Kind, Plan, State, change_key
from bot.records.effects import Desk, record_effect
from bot.records.people import Person
from bot.records.permissions import FRANCE
from bot.records.statements import CAMPAIGN
from bot.talk.message import Effect

# Beyond, a second person must agree; as for several départements, and for the night.
MOST_ALONE = 500
# Time to undo.
GRACE = timedelta(seconds=60)
MOST_A_DAY = 2


@dataclass(frozen=True, slots=True)
class Propose(Effect):
    """A message that an agent confirmed; `Act` goes before."""

    plan: Plan


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


@dataclass(frozen=True, slots=True)
class TellChange(Effect):
    """An event changed: those who were told of it, and those who keep it, learn it; `everybody`: all it concerns.

    `matters`: somebody would go wrong; else it only takes the place of a change that is about to be told.
    """

    event: str
    revision: int
    territories: tuple[str, ...]
    axes: str
    territory: str
    everybody: bool = False
    matters: bool = True


def needs_two(*, people: int, territories: tuple[str, ...], night: bool) -> bool:
    """Whether a second person must agree."""
    return people > MOST_ALONE or len(territories) > 1 or FRANCE in territories or night


def digest(plan: Plan) -> str:
    """What a confirmation is bound to: the words, whom they go to, and when."""
    told = {
        "kind": plan.kind.value,
        "texts": dict(sorted(plan.texts.items())),
        "event": plan.event,
        "of": plan.of,
        "territories": plan.territories,
        "axes": plan.axes,
        "languages": plan.languages,
        "night": plan.night,
    }
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def of_today(connection: Connection, territories: tuple[str, ...], *, since: datetime) -> int:
    """How many messages were confirmed for any of these départements since an instant, those refused left out."""
    written = campaigns.written_by_agents(connection, most=200)
    wanted = {*territories}
    return sum(
        each.kind is Kind.BROADCAST
        and each.created_at >= since
        and each.status not in (State.DECLINED, State.STOPPED)
        and (bool(wanted & {*each.territories}) or FRANCE in (*wanted, *each.territories))
        for each in written
    )


def to_be_told(connection: Connection, change: TellChange) -> Audience:
    """Who learns that an event changed: those who keep it, and all it concerns once reminders of it have left."""
    before = campaigns.about(connection, change.event, Kind.REMINDER, Kind.CHANGE)
    told = change.everybody or any(each.legs for each in before)
    return Audience(change.territories if told else (), change.axes, event=change.event)


@record_effect.register
def _(effect: Propose, desk: Desk, person: Person) -> Person:
    people = _people(desk.connection, effect.plan, desk.now)
    campaigns.write(desk.connection, _by(desk, effect.plan, people), now=desk.now)
    return person


@record_effect.register
def _(effect: Agree, desk: Desk, person: Person) -> Person:
    proposed = campaigns.find(desk.connection, effect.number)
    if proposed is None or proposed.author == _author(desk) or digest(proposed) != effect.digest:
        raise NotPermittedError("another must agree, to what it says now")
    people = count(desk.connection, campaigns.whom(desk.connection, proposed))
    approver = _author(desk)
    campaigns.approve(desk.connection, effect.number, approver=approver, due_at=effect.due_at, people=people)
    return person


@record_effect.register
def _(effect: Decline, desk: Desk, person: Person) -> Person:
    campaigns.decline(desk.connection, effect.number, approver=_author(desk), now=desk.now)
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


@record_effect.register
def _(effect: TellChange, desk: Desk, person: Person) -> Person:
    tell_change(desk, effect)
    return person


def tell_change(desk: Desk, change: TellChange) -> None:
    """Write what is to be told of a change, in the place of what was about to be; who imports a file uses it too."""
    connection, now = desk.connection, desk.now
    audience = to_be_told(connection, change)
    before = campaigns.about(connection, change.event, Kind.REMINDER, Kind.CHANGE)
    pending = [each.kind is Kind.CHANGE and campaigns.stop(connection, each.id, now=now) for each in before]
    if not change.matters and not any(pending):
        return
    for each in before:
        campaigns.stop(connection, each.id, now=now)
    if people := count(connection, audience):
        plan = Plan(
            key=change_key(change.event, change.revision),
            kind=Kind.CHANGE,
            territories=audience.territories,
            axes=audience.axes,
            event=change.event,
            territory=change.territory,
            due_at=now + GRACE,
        )
        campaigns.write(connection, _by(desk, plan, people), now=now)


def _by(desk: Desk, plan: Plan, people: int) -> Plan:
    """A plan as who speaks decides it: alone where they may, else proposed to a second person."""
    alone = not needs_two(people=people, territories=plan.territories, night=plan.night)
    status = State.READY if alone else State.PROPOSED
    if desk.said is None:  # whoever holds the machine
        return replace(plan, status=status, people=people, author=NOBODY)
    return replace(
        plan,
        status=status,
        people=people,
        author=_author(desk),
        contact=seal_address(desk.vault, desk.said.address, table=CAMPAIGN.name, row=plan.key.encode()),
    )


def _author(desk: Desk) -> bytes:
    speaker = Speaker.of(desk.said) if desk.said else Speaker("", "")
    return desk.vault.author(speaker.platform, speaker.name)


def _people(connection: Connection, plan: Plan, now: datetime) -> int:
    corrected = campaigns.find(connection, plan.of) if plan.of else None
    if corrected:
        return count(connection, campaigns.corrected_people(corrected))
    return count(connection, Audience(plan.territories, plan.axes, plan.languages, as_of=now))
