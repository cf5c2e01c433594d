"""An import killed five times; `make crash` does it in full."""

from __future__ import annotations

from sqlmodel import SQLModel

from tests.crash import imports
from tests.databases import Database


def test_an_import_killed_five_times_is_done_or_not_done(database: Database) -> None:
    SQLModel.metadata.drop_all(database.engine)
    outcome = imports.Trial(600, 5, database.url).run()
    assert outcome.kills == 5, outcome
    assert not outcome.broken, outcome
