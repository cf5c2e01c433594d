"""What a person takes away holds every column kept of them, and is read back as it was."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from bot.records.columns import PRIVACY, Column
from bot.records.portable import FORMAT, VERSION, NotPortableError, read, written
from bot.records.promises import PASSING, personal_tables
from bot.records.rights import everything
from bot.records.sealed import open_sealed
from tests.records.filling import put, row_of

TABLES = [table for table in personal_tables() if table.name not in PASSING]


@pytest.fixture
def uid(vault, address) -> bytes:
    named: bytes = vault.uid(address)
    return named


@pytest.fixture
def connection(database, vault, uid, now):
    """Somebody who has a row in every personal table."""
    with database.engine.begin() as connection:
        for table in personal_tables():
            put(connection, table, row_of(vault, table, now=now, uid=uid))
        yield connection


def test_every_personal_column_of_every_personal_table_is_in_it(connection, vault, uid, now):
    told = json.loads(written(everything(connection, vault, uid=uid), now=now))
    assert (told["format"], told["version"], told["written_at"]) == (FORMAT, VERSION, now.isoformat())
    assert set(told["tables"]) == {table.name for table in TABLES}
    for table in TABLES:
        (row,) = told["tables"][table.name]
        for name, what in PRIVACY[table.name].items():
            assert what is Column.TECHNICAL or row[name] is not None, f"{table.name}.{name}"


def test_it_is_read_back_as_the_database_holds_it(connection, vault, uid, now):
    rows = read(written(everything(connection, vault, uid=uid), now=now))
    for table in TABLES:
        kept = dict(connection.execute(select(table).where(table.c.uid == uid)).mappings().one())
        for name, what in PRIVACY[table.name].items():
            if what is Column.SEALED:
                kept[name] = json.loads(open_sealed(vault, table, kept, name))
        assert rows[table.name] == [kept], table.name


def test_nobody_is_kept_of_who_never_came(database, vault, now):
    with database.engine.connect() as connection:
        assert read(written(everything(connection, vault, uid=b"x" * 32), now=now)) == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        b'{"format": "solipacte-person", "version": 2, "tables": {}}',
        b'{"format": "solipacte-person", "version": 1, "tables": {"audit": [{}]}}',
        b'{"format": "solipacte-person", "version": 1, "tables": {"preference": [{"uid": "00"}]}}',
        b'{"format": "solipacte-person", "version": 1, "tables": {"erasure": [{"uid": "zz", "erased_at": "x"}]}}',
        b'{"format": "solipacte-person", "version": 1, "tables": {"erasure": 3}}',
    ],
)
def test_another_file_is_refused(content):
    with pytest.raises(NotPortableError):
        read(content)
