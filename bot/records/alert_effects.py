"""What a reply may record of the searches of which somebody wants to know what is new."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records import alerts
from bot.records.alert import Asked
from bot.records.effects import Desk, record_effect
from bot.records.people import Person
from bot.talk.message import Effect


@dataclass(frozen=True, slots=True)
class KeepAlert(Effect):
    """The person agreed to be told of what is new, where they speak from."""

    what: Asked


@dataclass(frozen=True, slots=True)
class EndAlert(Effect):
    """The person wants to know of one search no more; None: of none."""

    key: str | None


@dataclass(frozen=True, slots=True)
class RenewAlerts(Effect):
    """The person agreed again to all of them."""


@record_effect.register
def _(effect: KeepAlert, desk: Desk, person: Person) -> Person:
    if desk.said:
        alerts.keep(desk.connection, desk.vault, desk.said.address, effect.what, now=desk.now)
    return person


@record_effect.register
def _(effect: EndAlert, desk: Desk, person: Person) -> Person:
    alerts.end(desk.connection, person.uid, key=effect.key, now=desk.now)
    return person


@record_effect.register
def _(_effect: RenewAlerts, desk: Desk, person: Person) -> Person:
    alerts.renew(desk.connection, person.uid, now=desk.now)
    return person
