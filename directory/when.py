"""The moment that is asked: now, or some hours of the wall clock where the service is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class When:
    """Now, when both ends are None; else from `start` to before `end`, naive wall clock of the place.

    Raises ValueError for one end without the other, for an aware end, or for an empty interval.
    """

    start: datetime | None = None
    end: datetime | None = None

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("a moment has two ends, or none for now")
        if self.start is None or self.end is None:
            return
        if self.start.tzinfo or self.end.tzinfo:
            raise ValueError("a moment is told by the wall clock of the place: no zone")
        if self.end <= self.start:
            raise ValueError("a moment ends after it starts")


NOW = When()
