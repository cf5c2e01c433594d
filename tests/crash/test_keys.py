"""A rotation of keys killed five times; `make crash` does it in full."""

from __future__ import annotations

from sqlmodel import SQLModel

from tests.crash import keys
from tests.databases import Database


def test_a_rotation_of_keys_killed_five_times_loses_nothing(database: Database) -> None:
    # The robot makes its tables itself.
    SQLModel.metadata.drop_all(database.engine)
    outcome = keys.Trial(1_000, 5, database.url).run()
    assert (outcome.rows, outcome.kills, outcome.at_work >= 1) == (1_000, 5, True), outcome
    assert (outcome.unreadable, outcome.changed, outcome.left, outcome.problems) == (0, 0, 0, []), outcome
