"""The vault of a database: opened with the very keys that sealed it, else refused before anything is written."""

from __future__ import annotations

import hmac
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from bot.keys import WrongKeysError, read_or_make_keys
from bot.records.columns import PRIVACY, Column
from bot.records.engines import database_url, is_unavailable, make_engine
from bot.records.key_file import KeyFile
from bot.records.privacy import SealBroken, Vault
from bot.records.sealed import Sealed, open_sealed, sealed_tables
from bot.records.statements import CURSOR, insert_into, upsert

# The row of `cursor` that only the right keys open: it holds what comes of the pseudonym key, sealed by the newest.
CHECK = "keys"
# How many values of each column are tried in a database that has no such row yet.
TRIED = 20
_WITH_KEYS = (Column.PSEUDONYM, Column.SEALED)


def open_vault(url: str, path: Path) -> Vault:
    """The vault of a database that is up to date; the first time, keys are made and the database remembers them.

    Raises WrongKeysError, or KeyFileError when the file cannot be used: then nothing was written anywhere.
    """
    with make_engine(database_url(url), read_only=True, patient=True).connect() as connection:
        # Asked before the file is looked for: who starts at the same moment makes the file first.
        known = check_of(connection) is not None
        if not path.exists() and (known or _about_somebody(connection)):
            raise WrongKeysError("keys-missing", path)
        read_or_make_keys(path)
        file = KeyFile(path)
        vault = Vault(file.read(), file.changed)
        refuse_wrong(connection, vault, path)
    if not known:
        _remember(url, vault, path)
    return vault


def refuse_wrong(connection: Connection, vault: Vault, path: Path) -> None:
    """Raise WrongKeysError when other keys sealed this database.

    One from before the check existed is tried by what it holds: it is refused when nothing of it opens.
    """
    check = check_of(connection)
    right = _opens(vault, check) if check is not None else _some_value_opens(connection, vault)
    if not right:
        raise WrongKeysError("keys-other", path)


def check_of(connection: Connection) -> bytes | None:
    """What the database remembers of its keys; None when it does not yet."""
    value: str | None = connection.execute(select(CURSOR.c.value).where(CURSOR.c.door == CHECK)).scalar()
    return None if value is None else bytes.fromhex(value)


def remember_keys(connection: Connection, vault: Vault) -> None:
    """Have the database remember the newest key."""
    row = {"door": CHECK, "value": _check(vault).hex()}
    connection.execute(upsert(CURSOR, connection.dialect.name), row)


def _remember(url: str, vault: Vault, path: Path) -> None:
    """The first time; another process may do so at the same moment, with keys that must be the same."""
    insert = insert_into(CURSOR, database_url(url).get_backend_name()).on_conflict_do_nothing(index_elements=["door"])
    try:
        with make_engine(database_url(url), patient=True).begin() as connection:
            connection.execute(insert, {"door": CHECK, "value": _check(vault).hex()})
            refuse_wrong(connection, vault, path)
    except DBAPIError as error:
        # A full disk: people are answered all the same, and the next start remembers.
        if not is_unavailable(error):
            raise


def _check(vault: Vault) -> bytes:
    return vault.seal(_shown(vault), table=CURSOR.name, row=CHECK.encode(), column="value")


def _opens(vault: Vault, check: bytes) -> bool:
    try:
        plain = vault.open(check, table=CURSOR.name, row=CHECK.encode(), column="value")
    except SealBroken:
        return False
    return hmac.compare_digest(plain, _shown(vault))


def _shown(vault: Vault) -> bytes:
    """What comes of the pseudonym key, and gives nothing of it away."""
    return vault.derived("key check")


def _some_value_opens(connection: Connection, vault: Vault) -> bool:
    """Whether a value opens, or there is none."""
    tried = [_tried(connection, vault, sealed, column) for sealed in sealed_tables() for column in sealed.columns]
    found = [opened for values in tried for opened in values]
    return not found or any(found)


def _tried(connection: Connection, vault: Vault, sealed: Sealed, column: str) -> list[bool]:
    some = select(sealed.table).where(sealed.table.c[column].is_not(None)).limit(TRIED)
    opened = []
    for row in connection.execute(some).mappings():
        try:
            open_sealed(vault, sealed.table, row, column)
        except SealBroken:
            opened.append(False)
        else:
            opened.append(True)
    return opened


def _about_somebody(connection: Connection) -> bool:
    """Whether any row was written with keys."""
    for name, columns in PRIVACY.items():
        table = SQLModel.metadata.tables[name]
        with_keys = [table.c[column].is_not(None) for column, kind in columns.items() if kind in _WITH_KEYS]
        if with_keys and connection.execute(select(*table.primary_key).where(or_(*with_keys)).limit(1)).first():
            return True
    return False
