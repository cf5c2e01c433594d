"""How every command begins and ends: the settings, one sentence when something is wrong, the exit code."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import typer

from bot.cli.journal import start_journal
from bot.keys import KeyFileError
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
        code = asyncio.run(work)
    except KeyFileError as wrong:
        raise stop(str(wrong)) from None
    except KeyboardInterrupt:
        code = 130
    if code:
        raise typer.Exit(code)
