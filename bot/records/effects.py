"""What a reply may ask to be recorded, and how each kind is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import singledispatch
from typing import Any

from sqlalchemy.engine import Connection

from bot.records import statements
from bot.records.agents import Speaker, act, give_up
from bot.records.diary import Announcement, announce, cancel, revise
from bot.records.invitations import take
from bot.records.offers import withdraw_all
from bot.records.people import Person, save, save_preference
from bot.records.privacy import Vault
from bot.records.rights import forget
from bot.records.searches import keep_search
from bot.talk.message import Effect, Message

# Words of ours joined by colons: what a person wrote cannot pass.
_STATISTIC_NAME = re.compile(r"[a-z][a-z-]*(:[A-Za-z0-9-]{1,40}){0,3}")


class MovedError(Exception):
    """What was read to decide changed before it was written: nothing is, and the message is to be answered again."""


@dataclass(frozen=True, slots=True)
class SetLanguage(Effect):
    """The person chose a language (BCP 47), and simple words or not."""

    language: str
    simple: bool = False


@dataclass(frozen=True, slots=True)
class SetDepartement(Effect):
    """The person chose their département (`dep-44`); None: no more."""

    departement: str | None


@dataclass(frozen=True, slots=True)
class KeepSearch(Effect):
    """A search to be found again by a secret link (`privacy.new_token`); only its HMAC is kept."""

    token: str = field(repr=False)
    search: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Forget(Effect):
    """Erase everything that is kept of the person, in every table."""


@dataclass(frozen=True, slots=True)
class Count(Effect):
    """One more of `name` (`danger:suicide`, `useful:pdl-rural`) this day; nothing tells who.

    Raises ValueError for a name that could hold what a person wrote.
    """

    name: str

    def __post_init__(self) -> None:
        if not _STATISTIC_NAME.fullmatch(self.name):
            raise ValueError(f"not the name of a statistic: {self.name!r}")


@dataclass(frozen=True, slots=True)
class TakeInvitation(Effect):
    """The person wrote a code: when it is good they have its right, else it counts as wrong."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Act(Effect):
    """An agent uses a right: it is checked once more, and written down. Goes before the effects that it allows.

    `around`: the territory concerned, then all that hold it. Recording it raises NotPermittedError.
    """

    command: str
    target: str
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Announce(Effect):
    """An event of the calendar, to be published."""

    what: Announcement


@dataclass(frozen=True, slots=True)
class Revise(Effect):
    """An event of the calendar, changed since a revision that was read; recording it raises ChangedError."""

    number: int
    what: Announcement
    revision: int


@dataclass(frozen=True, slots=True)
class CallOff(Effect):
    """An event that will not take place, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Desk:
    """What recording needs: an open transaction, the vault, the moment (its date counts, in its own zone).

    `said`: the message answered.
    """

    connection: Connection
    vault: Vault
    now: datetime
    said: Message | None = None


def record(
    connection: Connection,
    vault: Vault,
    person: Person,
    effects: Iterable[Effect],
    now: datetime,
    said: Message | None = None,
) -> Person:
    """Save a person, then write the effects of a reply, in order, in the transaction of `connection`.

    `said`: the message answered. Returns the person as they are now: nobody known after `Forget`. Raises TypeError
    for an effect of no known kind, NotPermittedError for one that a right would have allowed.
    """
    desk = Desk(connection, vault, now, said)
    save(connection, vault, person, now)
    for effect in effects:
        person = record_effect(effect, desk, person)
    return person


@singledispatch
def record_effect(effect: Effect, desk: Desk, person: Person) -> Person:  # noqa: ARG001 - its kinds use them
    """Write one effect and give the person as it leaves them; another package registers its own kinds."""
    raise TypeError(f"nobody records {type(effect).__name__}")


@record_effect.register
def _(effect: SetLanguage, desk: Desk, person: Person) -> Person:
    person = replace(person, language=effect.language, simple=effect.simple)
    save_preference(desk.connection, person, desk.now)
    return person


@record_effect.register
def _(effect: SetDepartement, desk: Desk, person: Person) -> Person:
    person = replace(person, departement=effect.departement)
    save_preference(desk.connection, person, desk.now)
    return person


@record_effect.register
def _(effect: KeepSearch, desk: Desk, person: Person) -> Person:
    keep_search(desk.connection, desk.vault, uid=person.uid, token=effect.token, search=effect.search, now=desk.now)
    return person


@record_effect.register
def _(_effect: Forget, desk: Desk, person: Person) -> Person:
    give_up(desk.connection, desk.vault, uid=person.uid, now=desk.now)
    withdraw_all(desk.connection, desk.vault, person.uid, now=desk.now)
    forget(desk.connection, uid=person.uid, now=desk.now)
    return Person(person.uid)


@record_effect.register
def _(effect: TakeInvitation, desk: Desk, person: Person) -> Person:
    if desk.said:
        take(desk.connection, desk.vault, effect.code, Speaker.of(desk.said), desk.said.address, now=desk.now)
    return person


@record_effect.register
def _(effect: Act, desk: Desk, person: Person) -> Person:
    speaker = Speaker.of(desk.said) if desk.said else Speaker("", "")
    act(desk.connection, desk.vault, speaker, effect.command, target=effect.target, around=effect.around, now=desk.now)
    return person


@record_effect.register
def _(effect: Count, desk: Desk, person: Person) -> Person:
    statement = statements.count_one(desk.connection.dialect.name)
    desk.connection.execute(statement, {"day": desk.now.date(), "name": effect.name})
    return person


@record_effect.register
def _(effect: Announce, desk: Desk, person: Person) -> Person:
    announce(desk.connection, effect.what, now=desk.now)
    return person


@record_effect.register
def _(effect: Revise, desk: Desk, person: Person) -> Person:
    revise(desk.connection, effect.number, effect.what, revision=effect.revision, now=desk.now)
    return person


@record_effect.register
def _(effect: CallOff, desk: Desk, person: Person) -> Person:
    cancel(desk.connection, effect.number, now=desk.now)
    return person
