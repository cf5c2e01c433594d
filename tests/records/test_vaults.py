"""A database is opened with the keys that sealed it, or not at all; nothing is then made or changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select

from bot.keys import WrongKeysError, new_keys, read_keys, with_new_encryption_key, write_keys
from bot.records.backup import backup, restore
from bot.records.people import Person, State, save
from bot.records.rotation import Rotation
from bot.records.schema import upgrade
from bot.records.statements import CURSOR, PREFERENCE
from bot.records.vaults import open_vault, refuse_wrong
from tests.databases import Database


def live(database: Database, file: Path, address, now) -> None:
    """A robot ran: somebody talked with it."""
    vault = open_vault(database.url, file)
    with database.engine.begin() as connection:
        save(connection, vault, Person(vault.uid(address), state=State(commune="44109")), now)


def forget_the_check(database: Database) -> None:
    """As a database of an earlier version."""
    with database.engine.begin() as connection:
        connection.execute(delete(CURSOR))


def checks(database: Database) -> int:
    with database.engine.connect() as connection:
        return len(connection.execute(select(CURSOR)).all())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "secret.key"


def test_the_first_run_makes_the_keys_and_the_next_ones_find_them(database, file):
    first = open_vault(database.url, file)
    assert open_vault(database.url, file).newest == first.newest
    assert checks(database) == 1


def test_robots_that_start_together_agree(database, file):
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: open_vault(database.url, file).newest, range(8)))
    assert len(set(found)) == 1


@pytest.mark.parametrize("earlier", [False, True])
def test_a_lost_key_file_is_not_made_again(database, file, address, now, earlier):
    live(database, file, address, now)
    if earlier:
        forget_the_check(database)
    kept = file.read_bytes()
    file.unlink()
    with pytest.raises(WrongKeysError, match="keys-missing"):
        open_vault(database.url, file)
    assert not file.exists()
    file.touch(mode=0o600)
    file.write_bytes(kept)
    open_vault(database.url, file)


def test_a_lost_key_file_matters_where_nothing_is_sealed_but_somebody_is_known(database, file, now):
    with database.engine.begin() as connection:
        connection.execute(insert(PREFERENCE).values(uid=b"u" * 32, simple=True, updated_at=now))
    with pytest.raises(WrongKeysError, match="keys-missing"):
        open_vault(database.url, file)
    assert not file.exists()


@pytest.mark.parametrize("earlier", [False, True])
def test_another_key_file_is_refused_and_nothing_changes(database, file, address, now, earlier):
    live(database, file, address, now)
    if earlier:
        forget_the_check(database)
    right, wrong = file.read_bytes(), new_keys()
    write_keys(file, wrong)
    with pytest.raises(WrongKeysError, match="keys-other"):
        open_vault(database.url, file)
    assert (read_keys(file), checks(database)) == (wrong, 0 if earlier else 1)
    file.write_bytes(right)
    open_vault(database.url, file)
    assert checks(database) == 1


def test_the_right_encryption_with_other_pseudonyms_is_refused(database, file):
    open_vault(database.url, file)
    write_keys(file, replace(new_keys(), encryption=read_keys(file).encryption))
    with pytest.raises(WrongKeysError, match="keys-other"):
        open_vault(database.url, file)


def test_a_copy_of_the_keys_from_before_a_rotation_is_refused(database, file):
    open_vault(database.url, file)
    old = file.read_bytes()
    Rotation(database.url, file, late=0).rotate()
    open_vault(database.url, file)
    file.write_bytes(old)
    with pytest.raises(WrongKeysError, match="keys-other"):
        open_vault(database.url, file)


def test_a_rotation_just_begun_is_no_obstacle(database, file):
    open_vault(database.url, file)
    write_keys(file, with_new_encryption_key(read_keys(file)))
    open_vault(database.url, file)


def test_a_database_of_an_earlier_version_learns_its_keys(database, file, address, now):
    live(database, file, address, now)
    forget_the_check(database)
    open_vault(database.url, file)
    assert checks(database) == 1


def test_a_copy_that_the_keys_do_not_open_is_not_put_back(tmp_path, file):
    url = f"sqlite:///{tmp_path / 'solipacte.db'}"
    upgrade(url)
    open_vault(url, file)
    backup(url, tmp_path / "copy.db")
    rotation = Rotation(url, file, late=0, settled=0)
    rotation.rotate()

    def accept(connection):
        refuse_wrong(connection, open_vault(url, file), file)

    restore(url, tmp_path / "copy.db", accept=accept)
    open_vault(url, file)
    rotation.rotate()
    rotation.forget_old()
    before = (tmp_path / "solipacte.db").read_bytes()
    with pytest.raises(WrongKeysError, match="keys-other"):
        restore(url, tmp_path / "copy.db", accept=accept)
    assert (tmp_path / "solipacte.db").read_bytes() == before
    assert not list(tmp_path.glob(".*"))
