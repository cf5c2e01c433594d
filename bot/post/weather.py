"""Whether a platform answers at all: after a failure everybody waits, longer each time, and one tries first."""

from __future__ import annotations

from dataclasses import dataclass

# Seconds. A platform that was away for ten minutes was tried some twenty times, and is found back within a minute.
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 50.0
LONGEST_TRY = 20.0


@dataclass(slots=True)
class Weather:
    """Pure: moments, in seconds of a clock that never goes back, are arguments."""

    failures: int = 0
    _until: float = 0
    _known: float = 0

    @property
    def fair(self) -> bool:
        """Whether the last try succeeded."""
        return self.failures == 0

    def when(self) -> float:
        """The earliest moment for the next try; it may lie in the past."""
        return self._until

    def begin(self, now: float) -> None:
        """A try begins: while the platform is away, nobody else tries until its end is known."""
        if self.failures:
            self._until = max(self._until, now + LONGEST_TRY)

    def succeeded(self) -> None:
        """The platform answered, whatever it said."""
        self.failures, self._until = 0, 0

    def failed(self, now: float, *, begun: float) -> None:
        """A try that had begun at `begun` failed; those that were under way together count once."""
        if self.failures and begun <= self._known:
            return
        self._known = now
        self.failures += 1
        self._until = now + min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(self.failures - 1, 10))
