"""`solipacte db …`: the database brought up to date, checked, copied, put back. Each gives an exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer
from sqlalchemy.engine import Connection

from bot.app import database_of
from bot.keys import read_keys
from bot.records import backup as copies
from bot.records import schema
from bot.records.privacy import Vault
from bot.records.vaults import refuse_wrong
from bot.settings import Settings
from bot.talk.wording import Wording


def say(message: str, **values: str | float) -> None:
    """Print a sentence of `cli.ftl`."""
    typer.echo(Wording().say("fr", message, **values))


def upgrade(settings: Settings) -> int:
    """Run the migrations that are missing."""
    return _done(lambda: schema.upgrade(database_of(settings)), "db-upgraded")


def check(settings: Settings) -> int:
    """Say what is wrong, one line each."""
    problems = schema.check(database_of(settings))
    for problem in problems:
        typer.echo(problem, err=True)
    if not problems:
        say("db-sound")
    return 1 if problems else 0


def backup(settings: Settings, file: Path) -> int:
    """Copy the database to a file."""
    return _done(lambda: copies.backup(database_of(settings), file), "db-copied", file=str(file))


def restore(settings: Settings, file: Path) -> int:
    """Put a copy back; raises WrongKeysError when the key file does not open it."""
    key_file = settings.secret_key_file

    def accept(connection: Connection) -> None:
        # Without a key file nothing can be said: the robot will not start without the right one.
        if key_file.exists():
            refuse_wrong(connection, Vault(read_keys(key_file)), key_file)

    return _done(lambda: copies.restore(database_of(settings), file, accept=accept), "db-restored", file=str(file))


def _done(work: Callable[[], None], message: str, **values: str) -> int:
    try:
        work()
    except (schema.SchemaError, copies.BackupError) as error:
        typer.echo(str(error), err=True)
        return 1
    say(message, **values)
    return 0
