"""What is written together with a reply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from sqlalchemy.engine import Connection

from bot.talk.message import Reply


class Keep(Protocol):
    """What is written in the same transaction as the effects and the new state of a reply."""

    def __call__(self, reply: Reply, *, failed: bool) -> Callable[[Connection], None]:
        """What to write for a reply; `failed`: it is only an apology, written alone."""
