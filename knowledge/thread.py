"""What is kept of the last question of a conversation: terms of our own and identifiers, never a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.asking import Asks
from knowledge.index import Index
from knowledge.question import Question, Term

_MOST = 24


@dataclass(frozen=True, slots=True)
class Thread:
    """`question`: as it was read; `shown`: ids of the records that answered; `offset`: characters already shown."""

    question: Question
    shown: tuple[str, ...] = ()
    offset: int = 0

    def to_json(self) -> dict[str, Any]:
        """What JSON can hold; words that no record has are left out."""
        asked = self.question
        written: dict[str, Any] = {
            "terms": [term.key for term in asked.terms if term.known][:_MOST],
            "kinds": sorted(asked.asks.kinds),
            "counted": list(asked.counted),
            "territories": list(asked.territories),
            "axes": list(asked.axes),
            "years": list(asked.years),
            "shown": list(self.shown),
            "offset": self.offset,
        }
        return {name: value for name, value in written.items() if value}


def thread_from(read: Mapping[str, Any] | None, index: Index) -> Thread | None:
    """Read what `to_json` wrote, as the index knows its terms today; None when there is nothing."""
    if not read:
        return None
    keys = [str(key) for key in read.get("terms", ()) if str(key) in index.rarity]
    return Thread(
        question=Question(
            terms=tuple(Term(key, index.rarity[key]) for key in keys),
            asks=Asks(frozenset(map(str, read.get("kinds", ())))),
            counted=tuple(key for key in map(str, read.get("counted", ())) if key in index.rarity),
            territories=tuple(map(str, read.get("territories", ()))),
            axes=tuple(int(axis) for axis in read.get("axes", ())),
            years=tuple(int(year) for year in read.get("years", ())),
        ),
        shown=tuple(map(str, read.get("shown", ()))),
        offset=int(read.get("offset", 0)),
    )
