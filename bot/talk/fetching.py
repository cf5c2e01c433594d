"""The files that people sent, fetched from their platform: when a handler asks, within bounds, and kept nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.talk.message import FileRef

MOST_BYTES = 5_000_000
# Seconds that a conversation waits for a file.
PATIENCE = 30.0

Why = Literal["away", "gone", "large", "refused", "altered"]
"""`away`: perhaps later; `altered`: its content is not what its sender sealed, or what was shown before."""

Fetch = Callable[[str, int], Awaitable[bytes]]
"""The content of a handle, of so many bytes at most. Raises FileError."""


class FileError(Exception):
    """A file that cannot be had; `why` names the sentence that tells it (`file-<why>`). Quotes nothing of it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


FetchFrom = Callable[[str, FileRef], Awaitable[bytes]]
"""The content of a file that was sent on a platform. Raises FileError."""


async def nothing_fetched_from(_platform: str, _file: FileRef, /) -> bytes:
    """Where nothing can be fetched from. Raises FileError."""
    raise FileError("away")


async def nothing_fetched(_file: FileRef, /) -> bytes:
    """Where nothing can be fetched from. Raises FileError."""
    raise FileError("away")


@dataclass(frozen=True, slots=True)
class Fetching:
    """`platforms`: who fetches, by platform; each messenger that carries files enters itself when it is opened."""

    platforms: dict[str, Fetch] = field(default_factory=dict)
    patience: float = PATIENCE

    async def fetch(self, platform: str, file: FileRef) -> bytes:
        """The content of a file. Raises FileError."""
        if file.size is not None and file.size > MOST_BYTES:
            raise FileError("large")
        if platform not in self.platforms:
            raise FileError("away")
        try:
            async with asyncio.timeout(self.patience):
                return await self.platforms[platform](file.handle, MOST_BYTES)
        except TimeoutError:
            raise FileError("away") from None
