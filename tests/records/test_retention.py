"""A row leaves at the end of its time, not before."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import JSON, func, insert, select
from sqlmodel import SQLModel

from bot.records.counts import FEWEST
from bot.records.promises import RETENTION
from bot.records.retention import SMALL_COUNTS_KEPT, purge
from bot.records.statements import CONVERSATION, INBOX, OUTBOX, STATISTIC

SETTLED = 2
FILL = {bytes: b"x" * 32, str: "x", bool: True, int: 1}


def _row(table, at):
    kinds = {column.name: column.type.python_type for column in table.columns}
    row = {name: FILL.get(kind, at) for name, kind in kinds.items()}
    row |= {column.name: {"x": 1} for column in table.columns if isinstance(column.type, JSON)}
    return row | ({"status": SETTLED} if "status" in row else {})


@pytest.mark.parametrize("name", sorted(RETENTION))
@pytest.mark.parametrize(("late", "left"), [(timedelta(seconds=-1), 1), (timedelta(seconds=1), 0)])
def test_a_row_leaves_at_its_limit(database, vault, now, name, late, left):
    table = SQLModel.metadata.tables[name]
    with database.engine.begin() as connection:
        connection.execute(insert(table).values(_row(table, now)))
        gone = purge(connection, vault, now=now + RETENTION[name].kept + late)
        assert gone[name] == 1 - left
        assert connection.scalar(select(func.count()).select_from(table)) == left


def test_a_long_purge_is_done_in_several_times(database, vault, now):
    rows = [{"uid": bytes([number]) * 32, "state": b"x", "updated_at": now} for number in range(7)]
    later = now + timedelta(days=2)
    with database.engine.begin() as connection:
        connection.execute(insert(CONVERSATION), rows)
        assert [purge(connection, vault, now=later, most=3)["conversation"] for _ in range(4)] == [3, 3, 1, 0]


def test_small_counts_leave_after_a_year_and_larger_ones_stay(database, vault, now):
    rows = [{"day": now.date(), "name": f"n{count}", "count": count} for count in range(1, FEWEST + 2)]
    with database.engine.begin() as connection:
        connection.execute(insert(STATISTIC), rows)
        assert purge(connection, vault, now=now + SMALL_COUNTS_KEPT - timedelta(days=1))["statistic"] == 0
        assert purge(connection, vault, now=now + SMALL_COUNTS_KEPT)["statistic"] == FEWEST - 1
        assert connection.scalar(select(func.min(STATISTIC.c.count))) == FEWEST


def test_purging_an_empty_database_is_nothing(database, vault, now):
    with database.engine.begin() as connection:
        assert set(purge(connection, vault, now=now).values()) == {0}


@pytest.mark.parametrize("table", [INBOX, OUTBOX])
@pytest.mark.parametrize("status", [0, 1])
def test_what_is_on_its_way_stays_however_old(database, vault, now, table, status):
    with database.engine.begin() as connection:
        connection.execute(insert(table).values(_row(table, now) | {"status": status}))
        assert purge(connection, vault, now=now + timedelta(days=400))[table.name] == 0
