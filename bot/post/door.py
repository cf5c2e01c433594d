"""What the house asks of a door that listens to a messenger."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Health(Enum):
    """How a door fares, in the words of `/readyz`."""

    STARTING = "starting"
    OPEN = "ok"
    UNREACHABLE = "unreachable"
    CLOSED = "closed"
    ELSEWHERE = "held by another worker"


class Door(Protocol):
    """Listens to one messenger and hands over what comes."""

    @property
    def name(self) -> str:
        """The platform."""

    @property
    def health(self) -> Health:
        """How it fares."""

    @property
    def opened(self) -> bool:
        """Whether the platform ever answered since the start."""

    async def listen(self) -> None:
        """Listen until cancelled, through every failure of the network (with back-off).

        Raises ClosedError when only the operator can help; its message is one sentence that says what to do.
        """

    async def close(self) -> None:
        """Let go of connections and files, after the last send."""
