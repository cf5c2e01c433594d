"""What operators may count of the mailroom: how many, by platform; never who or what."""

from __future__ import annotations

from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter


@dataclass(frozen=True, slots=True)
class Figures:
    """The counters, in one registry."""

    inbox: Counter
    outbox: Counter

    def stored(self, platform: str, *, fresh: bool) -> None:
        """A message stored for the first time, or delivered again."""
        self.inbox.labels(platform, "stored" if fresh else "again").inc()

    def answered(self, platform: str) -> None:
        """One message answered."""
        self.inbox.labels(platform, "answered").inc()

    def failed(self) -> None:
        """One message given up."""
        self.inbox.labels("any", "failed").inc()

    def sent(self, platform: str, outcome: str, number: int = 1) -> None:
        """Sends by what became of them: sent, refused, gone, slowed, not_sent, doubt, given_up, moved."""
        if number:
            self.outbox.labels(platform, outcome).inc(number)


def figures(registry: CollectorRegistry) -> Figures:
    """Declare the counters in a registry. Raises ValueError when they are there already."""
    return Figures(
        Counter("solipacte_inbox", "Messages received.", ["platform", "outcome"], registry=registry),
        Counter("solipacte_outbox", "Sends.", ["platform", "outcome"], registry=registry),
    )
