"""How much a bot may send."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field

from tests.telegram_server.errors import too_many

EVERYBODY, CROWD = 30, 20


@dataclass
class Flood:
    """Thirty sends a second to everybody, one a second to a person, twenty a minute to a group (the Bots FAQ).

    `on`: False lets everything through; `tolerance`: the share of a second by which a person may be written to early.
    """

    on: bool = True
    tolerance: float = 0.05
    everybody: deque[float] = field(default_factory=deque)
    chats: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    hooked: float = float("-inf")

    def count(self, chat: int, now: float) -> None:
        """Count a send. Raises ApiError when there are too many; what is refused is not counted."""
        if not self.on:
            return
        _drop(self.everybody, now - 1)
        sent = self.chats[chat]
        _drop(sent, now - 60)
        if len(self.everybody) >= EVERYBODY:
            raise too_many(1)
        if chat > 0 and sent and now - sent[-1] < 1 - self.tolerance:
            raise too_many(1)
        if chat < 0 and len(sent) >= CROWD:
            raise too_many(int(sent[0] + 60 - now) + 1)
        self.everybody.append(now)
        sent.append(now)

    def hook(self, now: float) -> None:
        """Count a `setWebhook`: one a second. Raises ApiError."""
        if self.on and now < self.hooked + 1:
            raise too_many(1)
        self.hooked = now


def _drop(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()
