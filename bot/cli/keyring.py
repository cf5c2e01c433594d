"""`solipacte keys rotate`: what it says while it works, and its exit code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import typer

from bot.app import database_of
from bot.cli.keeping import say
from bot.records.rotation import Rotation, RotationError
from bot.records.schema import SchemaError, upgrade
from bot.settings import Settings
from bot.talk.wording import Wording

# Progress is told every so many values.
_EVERY = 1000


@dataclass(slots=True)
class _Progress:
    """Says now and then how far it is."""

    next: int = 0

    def told(self, done: int, of: int) -> None:
        if done >= self.next:
            say("keys-progress", done=done, total=of)
            self.next = done + _EVERY


def rotate(settings: Settings) -> int:
    """A new key, and everything sealed with it."""

    def work(rotation: Rotation) -> None:
        done = rotation.rotate()
        say("keys-rotated", count=done.values)
        if done.broken:
            say("keys-broken", count=done.broken)
        say("keys-copy", file=str(settings.secret_key_file))

    return _explained(settings, work)


def forget_old(settings: Settings) -> int:
    """The older keys forgotten."""

    def work(rotation: Rotation) -> None:
        gone = rotation.forget_old()
        say("keys-forgotten" if gone else "keys-none-old", count=gone)
        if gone:
            say("keys-copy", file=str(settings.secret_key_file))

    return _explained(settings, work)


def _explained(settings: Settings, work: Callable[[Rotation], None]) -> int:
    """Do it; 1 and a sentence when it cannot be done."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        upgrade(database_of(settings))
        work(Rotation(database_of(settings), settings.secret_key_file, told=_Progress().told))
    except RotationError as error:
        typer.echo(Wording().say("fr", error.sentence), err=True)
        return 1
    except SchemaError as error:
        typer.echo(str(error), err=True)
        return 1
    except OSError as error:
        reason = error.strerror or ""
        typer.echo(Wording().say("fr", "keys-unwritable", file=str(settings.secret_key_file), reason=reason), err=True)
        return 1
    return 0
