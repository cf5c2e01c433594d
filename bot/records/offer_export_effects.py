"""What a reply may record of a full export: asked for, agreed to, refused. `Act` goes before each."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records import offer_exports
from bot.records.agents import NotPermittedError, rights_of_author
from bot.records.broadcast_rules import author_of
from bot.records.effects import Desk, record_effect
from bot.records.offer_export import Export, Status, Wish
from bot.records.people import Person
from bot.records.permissions import may
from bot.talk.message import Effect

ASKS, AGREES = "offres", "accord"
"""The commands by which one agent asks and another agrees, each with its right."""


@dataclass(frozen=True, slots=True)
class AskExport(Effect):
    """An agent asks for everything that some offers hold."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class AgreeExport(Effect):
    """A second person says yes to what they read: `digest`. Recording it raises NotPermittedError.

    `within`: the territory and all that lies inside it; `around`: it and all that hold it.
    """

    number: str
    digest: str
    within: tuple[str, ...]
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefuseExport(Effect):
    """A second person says no. Recording it raises NotPermittedError when it does not wait any more."""

    number: str


@record_effect.register
def _(effect: AskExport, desk: Desk, person: Person) -> Person:
    if desk.said:
        to = desk.said.address
        offer_exports.ask(desk.connection, desk.vault, effect.wish, author=author_of(desk), address=to, now=desk.now)
    return person


@record_effect.register
def _(effect: AgreeExport, desk: Desk, person: Person) -> Person:
    export = _waiting(effect.number, desk)
    rights = rights_of_author(desk.connection, export.author, now=desk.now)
    selection, until = export.wish.selection, export.asked_at
    held = offer_exports.held(desk.connection, desk.vault, selection, within=effect.within, until=until)
    if not may(ASKS, rights, effect.around) or offer_exports.digest(held) != effect.digest:
        raise NotPermittedError("who asked may not any more, or it holds something else")
    offer_exports.settle(desk.connection, effect.number, Status.AGREED, approver=author_of(desk))
    return person


@record_effect.register
def _(effect: RefuseExport, desk: Desk, person: Person) -> Person:
    _waiting(effect.number, desk)
    offer_exports.settle(desk.connection, effect.number, Status.REFUSED, approver=author_of(desk))
    return person


def _waiting(number: str, desk: Desk) -> Export:
    """One that another asked for, and that waits. Raises NotPermittedError."""
    found = offer_exports.waiting(desk.connection, desk.vault, now=desk.now)
    export = next((each for each in found if each.wish.number == number), None)
    if export is None or export.author == author_of(desk):
        raise NotPermittedError("another must decide, and once")
    return export
