"""`solipacte evaluate FILE…`: score the answers to question files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from bot.cli.asking import interview
from bot.evaluation.command import evaluate
from bot.settings import Settings
from bot.talk.wording import Wording


def evaluate_files(
    settings: Settings, files: Sequence[Path], *, minimum: float | None, failures: int, json_file: Path | None
) -> int:
    """Ask every question of the files and print the figures; gives the exit code."""
    with interview(settings) as ask:
        return evaluate(
            files,
            ask=ask,
            voice=Wording().voice("fr"),
            console=Console(),
            minimum=minimum,
            failures=failures,
            json_file=json_file,
        )
