"""What a conversation last asked about the pact, from one message to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.talk.message import Effect


@dataclass(frozen=True, slots=True)
class Followed(Effect):
    """The conversation now follows this question (`knowledge.thread`, as JSON); None: it forgets it."""

    thread: Mapping[str, Any] | None
