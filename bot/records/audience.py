"""Whom something concerns, among those who subscribed; their number, never their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, or_, select, true
from sqlalchemy.engine import Connection

from bot.records.permissions import FRANCE
from bot.records.statements import SUBSCRIPTION

_C = SUBSCRIPTION.c


@dataclass(frozen=True, slots=True)
class Audience:
    """Subscribers of any of `territories` (départements; `france`: all) and axes, since before `as_of`.

    `axes`: figures, "" for all; `languages`: none for all; `moment`: those who chose it; `event`: those who keep that
    one too; `until`: by platform, the last place that a stopped campaign wrote to.
    """

    territories: tuple[str, ...]
    axes: str = ""
    languages: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    event: str = ""
    as_of: datetime | None = None
    until: dict[str, int] = field(default_factory=dict)

    def condition(self) -> ColumnElement[bool]:
        """What a row must be."""
        wanted = and_(_any_of(_C.territories, self.territories), self._axes())
        if self.event:
            wanted = or_(wanted, _holds(_C.kept, self.event))
        parts: list[ColumnElement[bool]] = [wanted]
        if self.moments:
            parts.append(or_(*(_holds(_C.moments, moment) for moment in self.moments)))
        if self.languages:
            parts.append(_C.language.in_(self.languages))
        if self.as_of:
            parts.append(_C.since <= self.as_of)
        if self.until:
            parts.append(or_(*(and_(_C.platform == name, _C.place <= last) for name, last in self.until.items())))
        return and_(*parts)

    def _axes(self) -> ColumnElement[bool]:
        if not self.axes:
            return true()
        return or_(_C.axes == "", *(_C.axes.like(f"%{axis}%") for axis in self.axes))


def count(connection: Connection, audience: Audience) -> int:
    """How many people."""
    return int(
        connection.execute(select(func.count()).select_from(SUBSCRIPTION).where(audience.condition())).scalar_one()
    )


def languages(connection: Connection, audience: Audience) -> dict[str, int]:
    """How many people by language."""
    rows = connection.execute(select(_C.language, func.count()).where(audience.condition()).group_by(_C.language))
    return {row[0]: row[1] for row in rows}


def platforms(connection: Connection, audience: Audience) -> set[str]:
    """Where they are written to."""
    return set(connection.execute(select(_C.platform).where(audience.condition()).distinct()).scalars())


def following(
    connection: Connection, audience: Audience, *, platform: str, after: int, most: int
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The next subscriptions of a platform, by place."""
    asked = select(_C.uid, _C.contact, _C.language, _C.place)
    asked = asked.where(_C.platform == platform, _C.place > after, audience.condition())
    # Held until the end on PostgreSQL: whoever stops meanwhile is waited for, and drops what is written here.
    yield from connection.execute(asked.order_by(_C.place).limit(most).with_for_update(read=True))


def _any_of(column: ColumnElement[str], territories: tuple[str, ...]) -> ColumnElement[bool]:
    if FRANCE in territories:
        return column != ""
    return or_(*(_holds(column, each) for each in territories)) if territories else ~true()


def _holds(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Whether a column of words holds a whole one (`bot.records.subscriptions.spaced`)."""
    return column.contains(f" {word} ", autoescape=True)
