"""How the database is read by those who may change nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from sqlalchemy.engine import Connection

T = TypeVar("T")


class Read(Protocol):
    """Runs a function of a connection, off the event loop; it must change nothing."""

    def __call__(self, work: Callable[[Connection], T], /) -> Awaitable[T]:
        """Give what `work` gives. Raises StoreUnavailable."""
