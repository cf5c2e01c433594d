"""Every table and column says what it holds of a person, and when it leaves."""

from __future__ import annotations

import pytest
from sqlmodel import SQLModel

from bot.records.columns import PRIVACY, Column
from bot.records.promises import ABOUT_AGENTS, PUBLIC, RETENTION, personal_tables

TABLES = {name: table for name, table in SQLModel.metadata.tables.items() if name not in PUBLIC}


def test_every_table_is_listed():
    assert set(TABLES) == set(PRIVACY)


@pytest.mark.parametrize("name", sorted(PRIVACY))
def test_every_column_is_listed(name: str):
    assert [column.name for column in TABLES[name].columns] == list(PRIVACY[name])


def test_every_table_that_says_something_of_a_person_has_an_end():
    personal = {name for name, columns in PRIVACY.items() if set(columns.values()) != {Column.TECHNICAL}}
    assert personal == set(RETENTION) == {table.name for table in personal_tables()} | ABOUT_AGENTS
    for name, retention in RETENTION.items():
        assert retention.column in TABLES[name].columns


def test_what_is_sealed_is_bytes_and_what_is_readable_is_short():
    for name, columns in PRIVACY.items():
        for column, what in columns.items():
            kind = TABLES[name].columns[column].type.python_type
            assert (kind is bytes) == (what in (Column.SEALED, Column.PSEUDONYM)), f"{name}.{column}"


def test_no_column_is_named_for_a_message_a_name_or_a_position():
    names = {column for columns in PRIVACY.values() for column in columns}
    assert not names & {"message", "text", "body", "username", "first_name", "latitude", "longitude", "room", "ip"}
    assert "name" not in {column for table, columns in PRIVACY.items() if table != "statistic" for column in columns}
