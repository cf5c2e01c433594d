"""What operators may count: how many and how long, never who or what."""

from __future__ import annotations

from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of the web chat, in one registry."""

    registry: CollectorRegistry
    messages: Counter
    requests: Histogram

    def request(self, route: str, status: int, seconds: float) -> None:
        """Count one request. `route` is a pattern of ours, never the address that was asked."""
        self.requests.labels(route, str(status)).observe(seconds)

    def message(self, outcome: str) -> None:
        """Count one message by what became of it: answered, danger, forged, hurried, long, wrong."""
        self.messages.labels(outcome).inc()


def measures(registry: CollectorRegistry) -> Measures:
    """Declare the figures of the web chat in a registry. Raises ValueError when they are there already."""
    return Measures(
        registry,
        Counter("solipacte_web_messages", "Messages received by the web chat.", ["outcome"], registry=registry),
        Histogram("solipacte_web_request_seconds", "Time to answer.", ["route", "status"], registry=registry),
    )
