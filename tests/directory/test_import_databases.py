"""The fixture itself: two engines, every table, nothing left from the test before."""

from sqlalchemy import func, insert, select

from directory.tables import DirectoryState
from tests.databases import Database


def test_each_test_has_an_empty_database(database: Database) -> None:
    with database.engine.begin() as connection:
        assert connection.scalar(select(func.count()).select_from(DirectoryState)) == 0
        connection.execute(insert(DirectoryState).values(id=1, version=1, fictional=False))


def test_each_test_has_an_empty_database_again(database: Database) -> None:
    test_each_test_has_an_empty_database(database)
