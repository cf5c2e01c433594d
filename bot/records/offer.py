"""An offer to take part in a pact: who offers what, and where it stands. `bot.records.offers` keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.talk.message import Address


class Profile(StrEnum):
    """Who offers: the four that the document of Pays de la Loire names."""

    AUTHORITY = "authority"
    ASSOCIATION = "association"
    CONCERNED = "concerned"
    COMPANY = "company"


class Means(StrEnum):
    """What is offered."""

    PRIORITIES = "priorities"
    JOIN = "join"
    PLACE = "place"
    TIME = "time"
    MONEY = "money"
    SKILLS = "skills"
    TESTIMONY = "testimony"


class State(StrEnum):
    """Where an offer stands."""

    RECEIVED = "received"
    STUDIED = "studied"
    GROUP = "group"
    LINKED = "linked"
    DECLINED = "declined"
    CLOSED = "closed"


# An offer that nobody has looked at for longer is late.
LATE = timedelta(days=7)
OVER = frozenset({State.DECLINED, State.CLOSED})


@dataclass(frozen=True, slots=True)
class Reach:
    """How an author can be reached beside the conversation; each may be empty."""

    name: str = field(default="", repr=False)
    mail: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    """E.164."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody offers. `subject`: as in the table; `means`: `Means`; `said`: in their own words."""

    profile: Profile
    territory: str
    commune: str = ""
    subject: str = ""
    means: tuple[Means, ...] = ()
    said: str = field(default="", repr=False)
    reach: Reach = Reach()
    language: str = "fr"


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal that was sent, and where it stands."""

    number: str
    proposal: Proposal
    state: State
    assignee: bytes | None
    sent_at: datetime
    moved_at: datetime
    uid: bytes = field(repr=False)
    address: Address | None = field(repr=False)
    """The conversation it came from."""

    @property
    def over(self) -> bool:
        """Nothing more is expected."""
        return self.state in OVER
