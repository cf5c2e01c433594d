"""Statistics that point at nobody: a count under five is never shown."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from bot.records.statements import STATISTIC

FEWEST = 5


def counts(connection: Connection, *, first_day: date, last_day: date) -> dict[str, int]:
    """Sum each statistic over some days, both included; the most frequent first, nothing under five."""
    total = func.sum(STATISTIC.c.count)
    asked = (
        select(STATISTIC.c.name, total)
        .where(STATISTIC.c.day.between(first_day, last_day))
        .group_by(STATISTIC.c.name)
        .having(total >= FEWEST)
        .order_by(total.desc(), STATISTIC.c.name)
    )
    return {name: int(number) for name, number in connection.execute(asked)}
