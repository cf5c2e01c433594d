"""A finding as paragraphs: the text of each record, the values of the places that were asked, in an order to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.model import Record, Value
from knowledge.territories import Territories

Manner = Literal["standard", "simple", "english"]


@dataclass(frozen=True, slots=True)
class Line:
    """A value beside the names of its territories; `of`: what it measures, when a record measures several things."""

    territories: tuple[str, ...]
    said: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one record says. `text` in French, `other` in the words of the manner, when not the standard ones."""

    record: Record
    text: str
    lines: tuple[Line, ...] = ()
    other: str = ""
    first: bool = False
    """The values are what was asked: they come before the text."""


def paragraph(record: Record, asked: Sequence[str], territories: Territories, manner: Manner = "standard") -> Paragraph:
    """What a record says to a question about `asked` territories (none: all of them)."""
    values = shown_values(record, asked, territories)
    several = len({value.of for value in values}) > 1
    lines = tuple(
        Line(tuple(territories.name(each) for each in value.territories), value.said, value.of if several else "")
        for value in values
    )
    text = record.text or record.title
    first = bool(asked) and len(lines) < len([value for value in record.values if value.territories])
    return Paragraph(record, text, lines, {"simple": record.simple, "english": record.english}.get(manner, ""), first)


def shown_values(record: Record, asked: Sequence[str], territories: Territories) -> tuple[Value, ...]:
    """The values to print under the text: those of the places asked, unless the text already gives them."""
    placed = [value for value in record.values if value.territories]
    near = [
        value
        for value in placed
        if any(territories.nearest(each, value.territories) in ("same", "inside") for each in asked)
    ]
    return tuple(value for value in near or placed if value.said not in record.text)
