"""What a reply may record of a subscription."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.records import alerts, mail_requests, stewards, subscriptions
from bot.records.agents import Speaker, set_mail
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


@dataclass(frozen=True, slots=True)
class AskByMail(Effect):
    """Somebody gave an address (`valid_address`): a mail asks there whether it is so."""

    address: str = field(repr=False)
    wish: Wish


@dataclass(frozen=True, slots=True)
class SetAgentMail(Effect):
    """An agent gave an address for reports; None: takes it back."""

    address: str | None = field(repr=False)


@record_effect.register
def _(effect: AskByMail, desk: Desk, person: Person) -> Person:
    mail_requests.ask(desk.connection, desk.vault, effect.address, effect.wish, now=desk.now)
    return person


@record_effect.register
def _(effect: SetAgentMail, desk: Desk, person: Person) -> Person:
    if desk.said:
        set_mail(desk.connection, desk.vault, Speaker.of(desk.said), effect.address)
    return person


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
    alerts.end(desk.connection, person.uid, key=None, now=desk.now)
    stewards.end(desk.connection, person.uid, key=None, now=desk.now)
    subscriptions.unsubscribe(desk.connection, person.uid, now=desk.now)
    return person
