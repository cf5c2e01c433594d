"""What a reply may record of an offer: kept while it is written, sent, moved, answered, completed, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.records import offer_drafts, offers
from bot.records.agents import NotPermittedError, Speaker
from bot.records.effects import Desk, record_effect
from bot.records.offer import Offer, Proposal, State
from bot.records.offer_lines import Entry, Kind, write
from bot.records.people import Person
from bot.talk.message import Effect


@dataclass(frozen=True, slots=True)
class KeepDraft(Effect):
    """What was answered so far is kept for seven days."""

    answers: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DropDraft(Effect):
    """What was being written is forgotten."""


@dataclass(frozen=True, slots=True)
class SendOffer(Effect):
    """The person agreed: the offer is kept under a number, in place of its draft, and the agents are told."""

    number: str
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class ReplyToOffer(Effect):
    """The author of an offer writes to the agents."""

    number: str
    said: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WithdrawOffer(Effect):
    """The author takes an offer back: it is erased, and the agents are told."""

    number: str


@dataclass(frozen=True, slots=True)
class MoveOffer(Effect):
    """An agent moves an offer into another state; `Act` goes before. `said`: a word for the author, or ""."""

    number: str
    state: State
    said: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WriteOfOffer(Effect):
    """An agent writes of an offer: an answer to its author, or a note for agents; `Act` goes before."""

    number: str
    kind: Kind
    said: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AssignOffer(Effect):
    """An agent, by the pseudonym of the audit, deals with an offer; None: nobody. `Act` goes before."""

    number: str
    agent: bytes | None


@record_effect.register
def _(effect: KeepDraft, desk: Desk, person: Person) -> Person:
    offer_drafts.keep_draft(desk.connection, desk.vault, person.uid, effect.answers, now=desk.now)
    return person


@record_effect.register
def _(_effect: DropDraft, desk: Desk, person: Person) -> Person:
    offer_drafts.drop_draft(desk.connection, person.uid)
    return person


@record_effect.register
def _(effect: SendOffer, desk: Desk, person: Person) -> Person:
    if desk.said:
        offers.send(desk.connection, desk.vault, effect.number, effect.proposal, desk.said.address, now=desk.now)
    return person


@record_effect.register
def _(effect: ReplyToOffer, desk: Desk, person: Person) -> Person:
    if own := _own(effect.number, desk, person):
        _write(desk, own, Kind.REPLY, effect.said)
        offers.touch(desk.connection, own.number, {}, now=desk.now)
    return person


@record_effect.register
def _(effect: WithdrawOffer, desk: Desk, person: Person) -> Person:
    if own := _own(effect.number, desk, person):
        offers.withdraw(desk.connection, desk.vault, own, now=desk.now)
    return person


@record_effect.register
def _(effect: MoveOffer, desk: Desk, person: Person) -> Person:
    offer = _there(effect.number, desk)
    _write(desk, offer, Kind.MOVED, effect.said, state=effect.state.value, actor=_agent(desk))
    offers.touch(desk.connection, offer.number, {"state": effect.state.value}, now=desk.now)
    return person


@record_effect.register
def _(effect: WriteOfOffer, desk: Desk, person: Person) -> Person:
    offer = _there(effect.number, desk)
    _write(desk, offer, effect.kind, effect.said, actor=_agent(desk))
    offers.touch(desk.connection, offer.number, {}, now=desk.now)
    return person


@record_effect.register
def _(effect: AssignOffer, desk: Desk, person: Person) -> Person:
    offer = _there(effect.number, desk)
    offers.touch(desk.connection, offer.number, {"assignee": effect.agent}, now=desk.now)
    return person


def _own(number: str, desk: Desk, person: Person) -> Offer | None:
    """An offer of who speaks; nobody else's."""
    offer = offers.find(desk.connection, desk.vault, number)
    return offer if offer and offer.uid == person.uid else None


def _there(number: str, desk: Desk) -> Offer:
    """An offer as of now. Raises NotPermittedError when its author took it back meanwhile."""
    offer = offers.find(desk.connection, desk.vault, number)
    if offer is None:
        raise NotPermittedError("the offer was withdrawn")
    return offer


def _agent(desk: Desk) -> bytes | None:
    speaker = Speaker.of(desk.said) if desk.said else Speaker("", "")
    return desk.vault.author(speaker.platform, speaker.name) if speaker.known else None


def _write(desk: Desk, offer: Offer, kind: Kind, said: str, *, state: str = "", actor: bytes | None = None) -> None:
    territory = offer.proposal.territory
    entry = Entry(
        offer=offer.number, territory=territory, kind=kind, uid=offer.uid, state=state, said=said, actor=actor
    )
    write(desk.connection, desk.vault, entry, now=desk.now)
