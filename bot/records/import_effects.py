"""What a reply may record of files of services: imported, asked for, agreed to, refused, taken back.

`Act` goes before each. What has changed since it was read raises MovedError: the message is answered again.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.records import import_wishes
from bot.records.broadcast_rules import author_of
from bot.records.effects import Desk, MovedError, record_effect
from bot.records.import_wishes import DOES, Asked, Status, Wish
from bot.records.people import Person
from bot.talk.message import Effect
from directory.importers.pipeline import ImportRefusedError
from directory.importers.sent import Compared
from directory.ledger.editing import EditRefusedError
from directory.ledger.history import Signed
from directory.ledger.undoing import undo_run


@dataclass(frozen=True, slots=True)
class ImportServices(Effect):
    """A file whose preview was read, all of it or nothing."""

    compared: Compared = field(repr=False)


@dataclass(frozen=True, slots=True)
class UndoImport(Effect):
    """An import is taken back, whole, by its number."""

    run: int


@dataclass(frozen=True, slots=True)
class AskImport(Effect):
    """An editor asks for an import that needs a second person."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class AgreeImport(Effect):
    """A second person says yes to what they read: `plan`. `places`: each territory, with all that hold it."""

    number: str
    plan: str
    places: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class EndImport(Effect):
    """What waits is not to be: a second person says no, or finds that it cannot be any more."""

    number: str
    status: Status


@record_effect.register
def _(effect: ImportServices, desk: Desk, person: Person) -> Person:
    try:
        effect.compared.apply(desk.connection, Signed(desk.now, author_of(desk)))
    except ImportRefusedError as refused:
        raise MovedError(refused.key) from refused
    return person


@record_effect.register
def _(effect: UndoImport, desk: Desk, person: Person) -> Person:
    try:
        undo_run(desk.connection, effect.run, Signed(desk.now, author_of(desk)))
    except EditRefusedError as refused:
        raise MovedError(refused.key) from refused
    return person


@record_effect.register
def _(effect: AskImport, desk: Desk, person: Person) -> Person:
    if desk.said:
        to = desk.said.address
        import_wishes.ask(desk.connection, desk.vault, effect.wish, author=author_of(desk), address=to, now=desk.now)
    return person


@record_effect.register
def _(effect: AgreeImport, desk: Desk, person: Person) -> Person:
    asked = _waiting(effect.number, desk)
    author_may = import_wishes.may_everywhere(desk.connection, asked.author, DOES, effect.places, desk.now)
    if not author_may or asked.wish.plan != effect.plan:
        raise MovedError("who asked may not any more, or it is something else")
    _settle(effect.number, Status.AGREED, desk)
    return person


@record_effect.register
def _(effect: EndImport, desk: Desk, person: Person) -> Person:
    _waiting(effect.number, desk)
    _settle(effect.number, effect.status, desk)
    return person


def _settle(number: str, status: Status, desk: Desk) -> None:
    import_wishes.settle(desk.connection, number, status, was=Status.ASKED, approver=author_of(desk))


def _waiting(number: str, desk: Desk) -> Asked:
    """One that another asked for, and that waits. Raises MovedError."""
    found = import_wishes.waiting(desk.connection, desk.vault, now=desk.now)
    asked = next((each for each in found if each.wish.number == number), None)
    if asked is None or asked.author == author_of(desk):
        raise MovedError("another must decide, and once")
    return asked
