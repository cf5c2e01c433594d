"""What docs/privacy.md tells of what is kept is what the program does."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.command import app
from bot.records.columns import PRIVACY, Column
from bot.records.portable import FORMAT, VERSION
from bot.records.promises import RETENTION
from tests.test_docs import COMMANDS

DOCUMENT = (Path(__file__).parent.parent / "docs/privacy.md").read_text(encoding="utf-8")
ROWS = {
    cells[0].strip(" `"): [cell.strip() for cell in cells[1:]]
    for line in DOCUMENT.partition("| table |")[2].partition("\n\n")[0].splitlines()
    if (cells := line.strip("|").split("|"))[0].strip().startswith("`")
}


def in_french(kept: timedelta) -> str:
    """A duration, in the words of the table."""
    if kept == timedelta(days=1):
        return "24 heures"
    return f"{kept.days} jours" if kept.days else f"{kept.seconds // 60} minutes"


def test_every_table_with_an_end_has_its_row_and_no_other() -> None:
    assert set(ROWS) == set(RETENTION)


@pytest.mark.parametrize("name", ROWS)
def test_each_row_tells_how_long_and_what_is_sealed(name: str) -> None:
    what, sealed, kept = ROWS[name]
    assert kept == in_french(RETENTION[name].kept)
    declared = {column for column, kind in PRIVACY[name].items() if kind is Column.SEALED}
    assert set(re.findall(r"`(\w+)`", sealed)) == declared
    assert what


def test_the_commands_and_the_format_are_those_of_the_program() -> None:
    assert app is not None
    for named in re.findall(r"`(solipacte [a-z]+(?: [a-z]+)?)", DOCUMENT):
        assert named in COMMANDS, named
    assert f"`format` vaut `{FORMAT}`, `version` vaut {VERSION}" in DOCUMENT
