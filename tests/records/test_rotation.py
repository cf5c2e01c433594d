"""A new key seals everything again, while the robot writes; the older ones go only when asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, select
from sqlmodel import SQLModel

from bot.keys import new_keys, read_keys, with_new_encryption_key, write_keys
from bot.post import inbox, outbox
from bot.post.arrival import Arrival
from bot.records import mail_requests
from bot.records.columns import PRIVACY, Column
from bot.records.key_file import held_alone
from bot.records.people import Person, State, load, save
from bot.records.privacy import SealBroken, Vault
from bot.records.resealing import to_reseal
from bot.records.rotation import Rotation, RotationError
from bot.records.sealed import BOUND_TO, open_sealed, sealed_tables
from bot.records.store import Store, StoreUnavailable
from bot.records.vaults import open_vault
from bot.talk.message import Address, Message
from tests.databases import Database
from tests.records.filling import planted, put, row_of

Said = dict[tuple[str, str], list[bytes]]


@dataclass
class Place:
    """A database and its key file; rotations there wait for nobody."""

    database: Database
    key_file: Path

    @property
    def rotation(self) -> Rotation:
        return Rotation(self.database.url, self.key_file, late=0, settled=0)

    @property
    def vault(self) -> Vault:
        return open_vault(self.database.url, self.key_file)

    def left(self) -> int:
        with self.database.engine.connect() as connection:
            return to_reseal(connection, read_keys(self.key_file).encryption[0].id)


@pytest.fixture
def place(database: Database, tmp_path: Path) -> Place:
    return Place(database, tmp_path / "keys" / "secret.key")


def fill_every_table(place: Place, now, *, rows: int = 3) -> Said:
    """Some rows in every table that holds sealed values; gives what they say."""
    vault = place.vault
    said: Said = {}
    with place.database.engine.begin() as connection:
        for sealed in sealed_tables():
            for number in range(rows):
                put(connection, sealed.table, row_of(vault, sealed.table, now=now, number=number))
                for name in sealed.columns:
                    plain = f'["{planted(sealed.table, name, number)}"]'.encode()
                    said.setdefault((sealed.table.name, name), []).append(plain)
    return said


def opened(place: Place) -> Said:
    vault = place.vault
    said: Said = {}
    with place.database.engine.connect() as connection:
        for sealed in sealed_tables():
            rows = connection.execute(select(sealed.table).order_by(*sealed.table.primary_key)).mappings().all()
            for name in sealed.columns:
                said[sealed.table.name, name] = [open_sealed(vault, sealed.table, row, name) for row in rows]
    return said


def test_every_sealed_column_of_every_table_is_sealed_again(place, now):
    said = fill_every_table(place, now)
    declared = {(t, c) for t, columns in PRIVACY.items() for c, what in columns.items() if what is Column.SEALED}
    assert set(said) == declared
    before = place.left()
    done = place.rotation.rotate()
    assert (before, done.values, done.broken, place.left()) == (0, 3 * len(declared), 0, 0)
    assert opened(place) == said
    assert len(read_keys(place.key_file).encryption) == 2


def test_a_table_that_counts_its_rows_says_what_names_them():
    for sealed in sealed_tables():
        (key,) = sealed.table.primary_key
        assert (key.type.python_type is int) == (sealed.table.name in BOUND_TO), sealed.table.name


def test_what_was_sealed_by_the_house_opens_where_the_table_says(place, vault, now):
    arrival = Arrival("1", Message(Address("telegram", "1"), "bonjour"))
    with place.database.engine.begin() as connection:
        inbox.store(connection, [inbox.prepare(vault, arrival)], now=now)
        outbox.queue(connection, outbox.prepare(vault, Address("telegram", "1"), [{"text": "bonjour"}], now=now))
        for sealed in sealed_tables():
            for row in connection.execute(select(sealed.table)).mappings():
                for column in sealed.columns:
                    assert b"bonjour" in open_sealed(vault, sealed.table, row, column)


def test_interrupted_after_the_new_key_it_goes_on_without_another(place, now):
    fill_every_table(place, now)
    write_keys(place.key_file, with_new_encryption_key(read_keys(place.key_file)))
    assert place.left() > 0
    place.rotation.rotate()
    assert (place.left(), len(read_keys(place.key_file).encryption)) == (0, 2)
    place.rotation.rotate()
    assert (place.left(), len(read_keys(place.key_file).encryption)) == (0, 3)


def test_old_keys_go_only_when_asked_for_and_what_they_sealed_elsewhere_opens_no_more(place, now):
    said = fill_every_table(place, now)
    old = place.vault.seal(b"a backup", table="t", row=b"", column="c")
    link = mail_requests.end_link(place.vault, b"u" * 32)
    place.rotation.rotate()
    assert place.vault.open(old, table="t", row=b"", column="c") == b"a backup"
    assert place.rotation.forget_old() == 1
    assert (opened(place), len(read_keys(place.key_file).encryption)) == (said, 1)
    with pytest.raises(SealBroken):
        place.vault.open(old, table="t", row=b"", column="c")
    assert mail_requests.whose(place.vault, link) == b"u" * 32
    assert place.rotation.forget_old() == 0


def test_forgetting_seals_first_what_was_left(place, now):
    said = fill_every_table(place, now)
    write_keys(place.key_file, with_new_encryption_key(read_keys(place.key_file)))
    assert place.rotation.forget_old() == 1
    assert opened(place) == said


def test_what_no_key_opens_is_left_as_it_is_and_counted(place, now):
    fill_every_table(place, now)
    conversation = SQLModel.metadata.tables["conversation"]
    with place.database.engine.begin() as connection:
        connection.execute(conversation.update().values(state=b"\1\2\3\4" + b"x" * 40))
    done = place.rotation.rotate()
    assert (done.broken, place.left()) == (3, 3)


def test_two_at_once_are_refused(place):
    place.vault  # noqa: B018 - makes the file
    with held_alone(place.key_file) as alone:
        assert alone
        for work in (place.rotation.rotate, place.rotation.forget_old):
            with pytest.raises(RotationError, match="keys-another"):
                work()
    place.rotation.rotate()


def test_a_process_that_runs_seals_with_the_new_key_at_once_and_opens_what_others_sealed(place, address):
    running, other = place.vault, place.vault
    write_keys(place.key_file, with_new_encryption_key(read_keys(place.key_file)))
    sealed = other.seal(b"x", table="t", row=b"", column="c")
    assert sealed.startswith(read_keys(place.key_file).encryption[0].id)
    assert running.open(sealed, table="t", row=b"", column="c") == b"x"
    assert running.newest == other.newest
    assert running.uid(address) == other.uid(address)


def test_a_file_of_other_pseudonyms_or_unreadable_is_not_followed(place):
    running = place.vault
    newest = running.newest
    content = place.key_file.read_bytes()
    for wrong in (b"{}", b""):
        place.key_file.write_bytes(wrong)
        assert running.newest == newest
    place.key_file.unlink()
    assert running.newest == newest
    other = place.key_file.with_name("other.key")
    write_keys(other, new_keys())
    other.rename(place.key_file)
    assert running.newest == newest
    place.key_file.write_bytes(content)
    assert running.newest == newest


async def written(store: Store, work: Callable[[Connection], object]) -> None:
    """Write; where rotations without a pause hold SQLite's only lock for too long, again, as for any message."""
    for _ in range(60):
        with suppress(StoreUnavailable):
            await store.write(work)
            return
    pytest.fail("nothing can be written while keys are rotated")


async def test_a_robot_that_talks_meanwhile_loses_nothing(place, store, now):
    vault, stop = place.vault, threading.Event()
    people = [Address("web", f"person {number}") for number in range(20)]

    def rotations() -> None:
        while not stop.is_set():
            place.rotation.rotate()

    rotating = threading.Thread(target=rotations)
    rotating.start()
    try:
        turn = 0
        while len(read_keys(place.key_file).encryption) < 4:
            assert rotating.is_alive()
            turn += 1
            for address in people:
                person = Person(vault.uid(address), state=State(commune=f"{turn:05}"))
                await written(store, partial(save, vault=vault, person=person, now=now))
                found = await store.read(lambda c, address=address: load(c, vault, address, now))
                assert found.state.commune == f"{turn:05}"
    finally:
        stop.set()
        rotating.join()
    place.rotation.forget_old()
    for address in people:
        found = await store.read(lambda c, address=address: load(c, vault, address, now))
        assert found.state.commune == f"{turn:05}"
