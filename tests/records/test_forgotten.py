"""Who asks to be forgotten leaves no trace in any file: every table is walked, also those to come."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.post import inbox
from bot.records.columns import PRIVACY, Column
from bot.records.promises import RETENTION, personal_tables
from bot.records.retention import purge
from bot.records.rights import forget
from bot.records.statements import ERASURE, INBOX
from bot.records.store import Store
from bot.talk.message import Address
from tests.databases import Database
from tests.records.filling import planted, put, row_of
from tests.records.statistics_rows import POSTGRESQL, SQLITE

# The HMAC of a message's name on its platform: it stays two days, so that the same one again is known.
KNOWN_AGAIN = {("inbox", "event")}
SOON = 5


@dataclass
class Somebody:
    """Somebody who has a row in every personal table, and what must not be found of them afterwards."""

    uid: bytes
    words: list[bytes]
    values: list[bytes]

    @property
    def traces(self) -> list[bytes]:
        return self.words + self.values


def settle_in(connection: Connection, vault, uid: bytes, now) -> Somebody:
    """Write a row in every personal table, and read back what the database holds of it."""
    somebody = Somebody(uid, [], [])
    for table in personal_tables():
        if table is ERASURE:
            continue
        put(connection, table, row_of(vault, table, now=now, uid=uid))
        (row,) = connection.execute(select(table).where(table.c.uid == uid)).mappings()
        for name, what in PRIVACY[table.name].items():
            if (table.name, name) in KNOWN_AGAIN or what is Column.TECHNICAL:
                continue
            if isinstance(row[name], bytes) and name != "uid":
                somebody.values.append(row[name])
            elif isinstance(row[name], str):
                somebody.words.append(planted(table, name).encode())
    return somebody


def leave(connection: Connection, uid: bytes, now) -> None:
    """`/supprimer oui`, as the mailroom records it: with the message that asked for it answered."""
    for number in connection.execute(select(INBOX.c.id).where(INBOX.c.uid == uid)).scalars().all():
        inbox.settle(connection, number, inbox.Status.ANSWERED)
    forget(connection, uid=uid, now=now)


def files(database: Database) -> bytes:
    file = Path(str(database.engine.url.database))
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(f"{file.name}*")))


def found(somebody: Somebody, taken: bytes) -> list[bytes]:
    return [trace for trace in somebody.traces if trace in taken]


@pytest.fixture
def uid(vault, address) -> bytes:
    named: bytes = vault.uid(address)
    return named


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("SQLITE_TMPDIR", "TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def test_a_person_has_a_row_in_every_personal_table(database, vault, uid, now):
    with database.engine.begin() as connection:
        somebody = settle_in(connection, vault, uid, now)
        for table in personal_tables():
            rows = connection.execute(select(table.c.uid)).scalars().all()
            assert rows == ([] if table is ERASURE else [uid]), table.name
    assert len(somebody.words) >= 8
    assert len(somebody.values) >= 8


@SQLITE
async def test_nothing_is_left_in_any_file_at_once(database, store, vault, uid, now, temporary, caplog):
    caplog.set_level(logging.DEBUG)
    for number in range(50):  # others, so that pages are shared, split and freed
        other = vault.uid(Address("web", str(number)))
        await store.write(lambda c, other=other, n=number: crowd_in(c, vault, other, n + 1, now))
    somebody = await store.write(lambda c: settle_in(c, vault, uid, now))
    assert set(found(somebody, files(database))) == set(somebody.traces)
    started = time.monotonic()
    await store.write(lambda c: leave(c, uid, now))
    assert time.monotonic() - started < SOON
    taken = files(database)
    assert found(somebody, taken + caplog.text.encode()) == []
    assert [part for part in temporary.rglob("*") if part.is_file()] == []
    # The tombstone, in its table and its index.
    assert taken.count(uid) == 2
    month = now + RETENTION["erasure"].kept + timedelta(seconds=1)
    await store.write(lambda c: purge(c, vault, now=month))
    assert uid not in files(database)


def crowd_in(connection: Connection, vault, uid: bytes, number: int, now) -> None:
    for table in personal_tables():
        if table is not ERASURE:
            put(connection, table, row_of(vault, table, now=now, uid=uid, number=number))


@SQLITE
async def test_somebody_who_reads_puts_it_off_until_they_end(database, store, vault, uid, now):
    somebody = await store.write(lambda c: settle_in(c, vault, uid, now))
    with closing(sqlite3.connect(str(database.engine.url.database), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM conversation").fetchone()
        await store.write(lambda c: leave(c, uid, now))
        assert found(somebody, files(database)) != []
        reader.execute("COMMIT")
        started = time.monotonic()
        while found(somebody, files(database)):
            await asyncio.sleep(0.05)
            assert time.monotonic() - started < SOON
    assert files(database).count(uid) == 2


@SQLITE
async def test_what_a_killed_process_left_goes_at_the_next_ones_first_writing(database, vault, uid, now):
    with database.engine.begin() as connection:
        somebody = settle_in(connection, vault, uid, now)
    with database.engine.connect() as killed, closing(killed.connection.cursor()):
        with killed.begin():
            leave(killed, uid, now)
        store = Store.open(database.url)
        await store.write(lambda _: None)
        await asyncio.sleep(0.3)
        assert found(somebody, files(database)) == []
        await store.close()


async def test_to_be_forgotten_twice_is_the_same(database, store, vault, uid, now):
    await store.write(lambda c: settle_in(c, vault, uid, now))
    for _ in range(2):
        await store.write(lambda c: leave(c, uid, now))
        with database.engine.connect() as connection:
            left = {t.name for t in personal_tables() if connection.execute(select(t).where(t.c.uid == uid)).first()}
        assert left == {"erasure"}


@POSTGRESQL
@pytest.mark.parametrize("last", [True, False])
async def test_on_postgresql_nothing_is_left_after_a_vacuum_and_a_few_journals(
    database, store, vault, uid, now, postgresql, last
):
    others = [Address("web", str(number)) for number in range(50)]

    def crowd(connection: Connection) -> None:
        for number, other in enumerate(others, 1):
            crowd_in(connection, vault, vault.uid(other), number, now)

    if last:
        await store.write(crowd)
    somebody = await store.write(lambda c: settle_in(c, vault, uid, now))
    if not last:
        await store.write(crowd)
    cluster = Cluster(database, postgresql.folder / "data")
    cluster.do("CHECKPOINT")
    assert set(found(somebody, cluster.tables())) == set(somebody.traces)
    await store.write(lambda c: leave(c, uid, now))
    started = time.monotonic()
    cluster.do("VACUUM FULL", "CHECKPOINT")
    assert found(somebody, cluster.tables()) == []
    # As many journals as the server may keep to write over again: `wal_recycle`, `min_wal_size` (80 MB, 5 of 16).
    for _ in range(8):
        cluster.do("SELECT pg_switch_wal()", "CHECKPOINT")
    assert found(somebody, cluster.journals()) == []
    assert time.monotonic() - started < SOON


@dataclass
class Cluster:
    """The files of a PostgreSQL."""

    database: Database
    data: Path

    def do(self, *statements: str) -> None:
        with self.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)

    def tables(self) -> bytes:
        with self.database.engine.connect() as connection:
            asked = "SELECT oid FROM pg_database WHERE datname = current_database()"
            number = connection.exec_driver_sql(asked).scalar_one()
        return self._all(self.data / "base" / str(number))

    def journals(self) -> bytes:
        return self._all(self.data / "pg_wal")

    def _all(self, folder: Path) -> bytes:
        return b"".join(part.read_bytes() for part in folder.iterdir() if part.is_file())
