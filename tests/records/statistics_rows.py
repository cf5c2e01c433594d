"""Small works for a store: rows of statistics, which name nobody."""

from __future__ import annotations

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from bot.records.statements import STATISTIC

SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def count(connection: Connection, name: str = "a", by: int = 1) -> None:
    row = {"day": func.current_date(), "name": name, "count": by}
    connection.execute(insert(STATISTIC).values(row))


def names(connection: Connection) -> set[str]:
    return set(connection.scalars(select(STATISTIC.c.name)))


def both(connection: Connection, number: int) -> None:
    """Write two rows that go together."""
    count(connection, f"left:{number}")
    count(connection, f"right:{number}")
