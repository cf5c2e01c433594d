"""How every command begins and ends: the settings, one sentence when something is wrong, the exit code."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer

from bot.cli.journal import start_journal
from bot.keys import KeyFileError, WrongKeysError
from bot.settings import Settings, SettingsError, read_settings


def settings() -> Settings:
    """The settings; a wrong one ends the command with one sentence."""
    try:
        read = read_settings()
    except SettingsError as wrong:
        raise stop(str(wrong)) from None
    start_journal(read.log_level)
    return read


def stop(sentence: str, code: int = 1) -> typer.Exit:
    """Say why on standard error; raise what this returns."""
    typer.echo(sentence, err=True)
    return typer.Exit(code)


def run(work: Coroutine[Any, Any, int]) -> None:
    """Run to the end; the number is the exit code. A key file that cannot be used ends with its sentence."""
    try:
        with keys_explained():
            code = asyncio.run(work)
    except KeyboardInterrupt:
        code = 130
    if code:
        raise typer.Exit(code)


def end(work: Callable[[], int]) -> NoReturn:
    """Do the work of a command that waits for nobody, and end as `run` does."""
    with keys_explained():
        code = work()
    raise typer.Exit(code)


@contextmanager
def keys_explained() -> Iterator[None]:
    """End with one sentence when the key file cannot be used."""
    try:
        yield
    except WrongKeysError as wrong:
        from bot.talk.wording import Wording  # noqa: PLC0415 - a command that says nothing reads no sentences

        raise stop(Wording().say("fr", wrong.sentence, file=wrong.file)) from None
    except KeyFileError as wrong:
        raise stop(str(wrong)) from None
