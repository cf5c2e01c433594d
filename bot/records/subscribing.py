"""What a reply may record of a subscription."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records import subscriptions
from bot.records.effects import Desk, record_effect
from bot.records.people import Person
from bot.records.subscriptions import Wish
from bot.talk.message import Effect


@dataclass(frozen=True, slots=True)
class Subscribe(Effect):
    """The person agreed to be written to, where they speak from."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class ChangeWish(Effect):
    """The person wants something else; an empty wish is an end."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class Unsubscribe(Effect):
    """The person wants nothing any more; nothing that waits for them leaves."""


@record_effect.register
def _(effect: Subscribe, desk: Desk, person: Person) -> Person:
    if desk.said:
        subscriptions.subscribe(desk.connection, desk.vault, desk.said.address, effect.wish, now=desk.now)
    return person


@record_effect.register
def _(effect: ChangeWish, desk: Desk, person: Person) -> Person:
    subscriptions.change(desk.connection, person.uid, effect.wish, now=desk.now)
    return person


@record_effect.register
def _(_effect: Unsubscribe, desk: Desk, person: Person) -> Person:
    subscriptions.unsubscribe(desk.connection, person.uid, now=desk.now)
    return person
