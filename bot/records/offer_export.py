"""Everything that some offers hold, asked for by one agent and agreed to by another. `offer_exports` keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from bot.records.offer import Offer
from bot.talk.message import Address


class Reason(StrEnum):
    """What it is for: chosen, never written, so that the audit holds a fact."""

    MEETING = "meeting"
    REPLY = "reply"
    HANDOVER = "handover"
    RIGHTS = "rights"
    """Somebody asks what is kept of them."""


class Status(IntEnum):
    """Where it stands."""

    ASKED = 0
    AGREED = 1
    DELIVERED = 2
    REFUSED = 3
    EXPIRED = 4
    VOID = 5
    """One of the two had lost their right when it was to be delivered."""


OPEN = frozenset({Status.ASKED, Status.AGREED})


@dataclass(frozen=True, slots=True)
class Selection:
    """Which offers of a territory; "": whichever. `axis`: "3"; `profile`, `state`: as in the table of offers."""

    axis: str = ""
    profile: str = ""
    state: str = ""

    def takes(self, offer: Offer) -> bool:
        """Whether an offer is one of them."""
        return (
            (not self.axis or offer.proposal.subject == f"axis:{self.axis}")
            and (not self.profile or offer.proposal.profile == self.profile)
            and (not self.state or offer.state == self.state)
        )


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for, and why. `number`: what the two agents call it, "E-52817"."""

    number: str
    territory: str
    selection: Selection
    reason: Reason


@dataclass(frozen=True, slots=True)
class Export:
    """A wish, and where it stands. `author`, `approver`: the pseudonyms of the audit."""

    wish: Wish
    status: Status
    author: bytes
    approver: bytes | None
    address: Address | None = field(repr=False)
    """Where it is delivered: the conversation it was asked in."""
    asked_at: datetime
