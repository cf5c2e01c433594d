"""Something a person sent, as a door hands it to the mailroom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.talk.message import Address, Message


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message, and the name under which the platform would deliver it again (`update_id`, `event_id`)."""

    event: str = field(repr=False)
    message: Message = field(repr=False)


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a door has read: written in the same transaction as what it read."""

    name: str
    value: str = field(repr=False)


class Post(Protocol):
    """The mailroom, as a door sees it."""

    async def receive(self, arrivals: Sequence[Arrival], *, cursor: Cursor | None = None) -> None:
        """Store what came, durably and once each, whatever the number of deliveries; it is answered afterwards.

        When this returns, the platform may be told that all is received. Raises StoreUnavailable: nothing was
        stored, so the platform must deliver again (a person in danger was answered all the same).
        """

    async def cursor(self, name: str) -> str | None:
        """How far a door had read; None: never."""

    async def gone(self, address: Address) -> None:
        """A person blocked us or left: whatever waits for them is dropped, at once."""
