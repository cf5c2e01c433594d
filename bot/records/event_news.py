"""An event that changed is told to those who were reminded of it, and to those who keep it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from bot.records import campaigns
from bot.records.audience import Audience, count
from bot.records.broadcast_rules import GRACE, decided_by
from bot.records.campaign import Kind, Plan, change_key
from bot.records.effects import Desk, record_effect
from bot.records.people import Person
from bot.talk.message import Effect


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


def to_be_told(connection: Connection, change: TellChange) -> Audience:
    """Who learns that an event changed: those who keep it, and all it concerns once reminders of it have left."""
    before = campaigns.about(connection, change.event, Kind.REMINDER, Kind.CHANGE)
    told = change.everybody or any(each.legs for each in before)
    return Audience(change.territories if told else (), change.axes, event=change.event)


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
        campaigns.write(connection, decided_by(desk, plan, people), now=now)
