"""What the mailroom asks of a messenger, and how a messenger tells what became of a send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.post.pace import Limits
from bot.talk.message import Message, Reply

Parcel = Mapping[str, Any]
"""One send, in the platform's own terms, as JSON can write it."""


class SendError(Exception):
    """A send that did not go as it should; the kinds below say what is to be done. Never quotes what was sent."""


class RefusedError(SendError):
    """The platform will never take this parcel: it is marked failed."""


class GoneError(SendError):
    """The person blocked us, left, or is no more: nothing is sent to them again."""


class NotSentError(SendError):
    """Surely not delivered (no connection): it is sent again once the platform answers."""


class LaterError(NotSentError):
    """Surely not delivered, and perhaps for this room alone: tried again later and later, then given up.

    `away`: perhaps for everybody, so that the others wait too, as when the platform does not answer.
    """

    def __init__(self, said: str, *, away: bool = False) -> None:
        super().__init__(said)
        self.away = away


class TooFastError(SendError):
    """The platform asks for silence, `seconds` long, towards everybody."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"silence for {seconds:g} s")
        self.seconds = seconds


class DoubtError(SendError):
    """Perhaps delivered, perhaps not: the answer was lost."""


class MovedError(SendError):
    """The room has another name from now on: `room`."""

    def __init__(self, room: str) -> None:
        super().__init__("the room moved")
        self.room = room


class ClosedError(SendError):
    """The platform refuses us altogether (token or device revoked): the operator must act; the message says how."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a messenger wants to be sent to.

    `together`: sends in flight at once, so also the most that one crash may leave in doubt.
    `repeatable`: a send repeated under the same key arrives once.
    """

    limits: Limits
    together: int
    repeatable: bool


class Carrier(Protocol):
    """A messenger, as the sender sees it. Rooms are those of `Address.room`."""

    @property
    def name(self) -> str:
        """The platform of its addresses: "telegram", "matrix", "mail"."""

    @property
    def manner(self) -> Manner:
        """Its pace and its promises."""

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:
        """The sends that make up a reply, in order; `to`: the message answered, None for news. Pure."""

    async def send(self, room: str, parcel: Parcel, key: str) -> None:
        """Deliver one parcel; `key` is the same when it is sent again. Raises a SendError, and nothing else."""
