"""Compare the values of one record between territories: the highest, the lowest, one against another, a plain sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.model import Record, Value, figures
from knowledge.question import Question
from knowledge.territories import Territories

_FEWEST = 3
_SUMMED = frozenset(["count", "amount"])


@dataclass(frozen=True, slots=True)
class Compared:
    """`how`: what was compared; `values`: in order, the answer first; `total`: for a sum."""

    how: Literal["most", "least", "between", "sum"]
    values: tuple[Value, ...]
    total: float = 0.0


def number(value: Value) -> float | None:
    """The figure of a value, None when it has none."""
    found = figures(value.said)
    return float(found[0]) if found else None


def compare(record: Record, question: Question, territories: Territories) -> Compared | None:
    """What a question compares in a record; None when it compares nothing, or the record has nothing to compare."""
    groups: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in record.values:
        if value.territories and number(value) is not None and value.kind in ("rate", "count", "amount"):
            groups[value.kind, value.of].append(value)
    values = max(groups.values(), key=len, default=[])
    if "compare" in question.asks and len(question.territories) > 1:
        named = [
            value
            for each in question.territories
            for value in values
            if territories.nearest(each, value.territories) == "same"
        ]
        if len(named) > 1:
            return Compared("between", tuple(sorted(named, key=_descending)))
    placed = _of_one_size(values, question, territories)
    if len(placed) < _FEWEST:
        return None
    ways: tuple[Literal["least", "most"], ...] = ("least", "most")
    for how in ways:
        if how in question.asks:
            return Compared(how, tuple(sorted(placed, key=_descending, reverse=how == "least")))
    if "total" in question.asks and placed[0].kind in _SUMMED:
        return Compared("sum", tuple(placed), sum(number(value) or 0.0 for value in placed))
    return None


def _descending(value: Value) -> float:
    return -(number(value) or 0.0)


def _of_one_size(values: Sequence[Value], question: Question, territories: Territories) -> list[Value]:
    """The values inside what is asked, without those of a territory that holds the others."""
    kept = [
        value
        for value in values
        if len(value.territories) == 1
        and all(territories.nearest(each, value.territories) in ("same", "inside") for each in question.territories)
    ]
    held = {value.territories[0] for value in kept}
    # A region with its départements would be counted twice; a département beside its métropole has its own figure.
    return [
        value for value in kept if sum(value.territories[0] in territories.around(other) for other in held) < _FEWEST
    ]
