"""What a reply may record of those in charge of a place: a code, a beginning, an answer, an end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.records import steward_codes, stewards
from bot.records.effects import Desk, record_effect
from bot.records.people import Person
from bot.talk.message import Effect
from directory.ledger import editing
from directory.ledger.editing import Planned
from directory.ledger.history import STEWARD, Signed


class NotInChargeError(LookupError):
    """A code served meanwhile, or somebody is not in charge of the entry any more: nothing is written."""


@dataclass(frozen=True, slots=True)
class OfferPlace(Effect):
    """An editor hands an entry over by a code; `Act` goes before."""

    service: str
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EndStewards(Effect):
    """An editor ends it for whoever is in charge of an entry; `Act` goes before."""

    service: str


@dataclass(frozen=True, slots=True)
class TakePlace(Effect):
    """Somebody who wrote the code of an entry agreed; recording it raises NotInChargeError when it is no good."""

    code: str = field(repr=False)
    checked: date
    language: str


@dataclass(frozen=True, slots=True)
class WrongPlaceCode(Effect):
    """Somebody wrote a code that is no good."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AnswerPlace(Effect):
    """Somebody in charge of an entry answered; `planned`: what it makes of the directory.

    Recording it raises NotInChargeError, or EditRefusedError when the entry moved meanwhile.
    """

    key: str
    planned: Planned | None = None


@dataclass(frozen=True, slots=True)
class EndPlace(Effect):
    """The person is in charge of one entry no more; None: of none."""

    key: str | None


@record_effect.register
def _(effect: OfferPlace, desk: Desk, person: Person) -> Person:
    steward_codes.offer(desk.connection, desk.vault, effect.service, effect.code, now=desk.now)
    return person


@record_effect.register
def _(effect: EndStewards, desk: Desk, person: Person) -> Person:
    steward_codes.withdraw(desk.connection, effect.service)
    stewards.end_of(desk.connection, effect.service, now=desk.now)
    return person


@record_effect.register
def _(effect: TakePlace, desk: Desk, person: Person) -> Person:
    service = steward_codes.take(desk.connection, desk.vault, effect.code, now=desk.now)
    if service is None or desk.said is None:
        raise NotInChargeError
    about, language = (service, effect.checked), effect.language
    if not stewards.begin(desk.connection, desk.vault, desk.said.address, about, language=language, now=desk.now):
        raise NotInChargeError
    return person


@record_effect.register
def _(effect: WrongPlaceCode, desk: Desk, person: Person) -> Person:
    steward_codes.count_wrong(desk.connection, desk.vault, effect.code)
    return person


@record_effect.register
def _(effect: AnswerPlace, desk: Desk, person: Person) -> Person:
    if not stewards.answered(desk.connection, person.uid, effect.key, now=desk.now):
        raise NotInChargeError
    if effect.planned:
        editing.carry_out(desk.connection, effect.planned, Signed(desk.now, STEWARD))
    return person


@record_effect.register
def _(effect: EndPlace, desk: Desk, person: Person) -> Person:
    stewards.end(desk.connection, person.uid, key=effect.key, now=desk.now)
    return person
