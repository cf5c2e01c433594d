"""Searches without an answer: counted by month, commune and need, never by person; under five nothing is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import case, func, select
from sqlalchemy.engine import Connection

from bot.records.counts import FEWEST
from bot.records.effects import Desk, record_effect
from bot.records.people import Person
from bot.records.statements import UNANSWERED, insert_into
from bot.talk.message import Effect


class Kind(StrEnum):
    """Why there is no answer."""

    NOTHING = "nothing"
    """No service for it, as far as one looks."""
    CLOSED = "closed"
    """Some, and none open at the moment asked."""


@dataclass(frozen=True, slots=True)
class Lacking(Effect):
    """A search found no answer. `commune`: INSEE code; `needs`: identifiers of ours."""

    commune: str
    needs: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Missing:
    """How many searches found nothing, and nothing open; 0: none, or fewer than five."""

    commune: str
    need: str
    nothing: int
    closed: int


@record_effect.register
def _(effect: Lacking, desk: Desk, person: Person) -> Person:
    insert = insert_into(UNANSWERED, desk.connection.dialect.name)
    key = ["month", "commune", "need", "kind"]
    one_more = insert.on_conflict_do_update(index_elements=key, set_={"count": UNANSWERED.c.count + 1})
    row = {"month": desk.now.date().replace(day=1), "commune": effect.commune, "kind": effect.kind.value, "count": 1}
    for need in effect.needs:
        desk.connection.execute(one_more, row | {"need": need})
    return person


def missing(connection: Connection, *, since: date) -> list[Missing]:
    """What had no answer since a month; the most often first."""
    column = UNANSWERED.c
    sums = {
        kind: func.sum(case((column.kind == kind.value, column.count), else_=0)).label(f"of_{kind}") for kind in Kind
    }
    asked = (
        select(column.commune, column.need, *sums.values())
        .where(column.month >= since)
        .group_by(column.commune, column.need)
        .having((sums[Kind.NOTHING] >= FEWEST) | (sums[Kind.CLOSED] >= FEWEST))
    )
    found = [
        Missing(row.commune, row.need, _shown(row.of_nothing), _shown(row.of_closed))
        for row in connection.execute(asked)
    ]
    return sorted(found, key=lambda each: (-each.nothing, -each.closed, each.commune, each.need))


def _shown(count: int) -> int:
    return int(count) if count >= FEWEST else 0
