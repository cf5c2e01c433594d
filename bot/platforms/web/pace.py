"""How fast one person may write. Pure: the moment is an argument."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Pace:
    """At most `limit` messages in any minute for each person; people who fall silent are forgotten."""

    limit: int = 60
    _said: dict[str, deque[datetime]] = field(default_factory=dict)
    _swept: datetime | None = None

    def allows(self, person: str, now: datetime) -> bool:
        """Whether the person may be answered now; the message is counted if so."""
        self._sweep(now)
        said = self._said.setdefault(person, deque())
        while said and now - said[0] >= MINUTE:
            said.popleft()
        if len(said) >= self.limit:
            return False
        said.append(now)
        return True

    def _sweep(self, now: datetime) -> None:
        if self._swept is not None and abs(now - self._swept) < MINUTE:
            return
        self._swept = now
        # A clock that was set back must not silence anybody: what lies in the future is forgotten too.
        self._said = {who: said for who, said in self._said.items() if said and abs(now - said[-1]) < MINUTE}
