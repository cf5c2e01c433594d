"""Closures that sources tell are part of a run: told, taken back to the letter; those of editors never move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from directory.closures import read_closures
from directory.importers import closing
from directory.importers.raw import Closing
from directory.ledger import closings, editing, history, undoing
from directory.ledger.history import CHANGES, Signed
from directory.tables import CLOSURES
from tests.databases import Database
from tests.directory.conftest import NOW, service, source, structure
from tests.directory.ledger import ALICE, DOUCHE, ESCALE, EVERYWHERE, LATER, Imported, two, whole

AUGUST = (date(2026, 8, 1), date(2026, 8, 20))
CONGES, TRAVAUX = Closing(ESCALE, *AUGUST, "Congés"), Closing(ESCALE, date(2026, 9, 1), date(2026, 9, 2), "Travaux")

Tell = Callable[..., int | None]


@pytest.fixture
def tell(database: Database) -> Tell:
    """Have the source tell closures, as a part of a run or as one of their own."""

    def told(*said: Closing, run: int | None = None) -> int | None:
        with database.engine.begin() as connection:
            return closing.replace(connection, "essai", said, signed=Signed(NOW, run=run))

    return told


def taken_back(database: Database, run: int | None) -> None:
    with database.engine.begin() as connection:
        undoing.undo_run(connection, run or 0, Signed(LATER))


def by_hand(database: Database, service_id: str = DOUCHE) -> None:
    with database.engine.begin() as connection:
        planned = editing.close(connection, service_id, *AUGUST, "Congés")
        editing.carry_out(connection, planned, Signed(LATER, ALICE))


def closed(database: Database) -> list[tuple[str | None, str | None]]:
    with database.engine.connect() as connection:
        found = connection.execute(select(CLOSURES).order_by(CLOSURES.c.first_day, CLOSURES.c.source))
        return [(row.source, row.message) for row in found]


def test_closures_alone_are_a_run_that_is_taken_back_to_the_letter(
    database: Database, imported: Imported, tell: Tell, tmp_path: Path
) -> None:
    imported(two(tmp_path))
    first = tell(CONGES)
    before = whole(database)
    second = tell(TRAVAUX)
    assert (first, second, tell(TRAVAUX)) == (2, 3, None)
    with database.engine.connect() as connection:
        assert closings.counted(connection, 3) == 2
        told = history.of_service(connection, DOUCHE, 5)
        assert [(one.signed.run, one.change.after is None) for one in told] == [(3, False), (3, True), (2, False)]
    taken_back(database, second)
    assert whole(database) == before
    taken_back(database, first)
    assert whole(database)["closure"] == []


def test_the_closures_of_what_an_import_withdrew_come_back_with_it(
    database: Database, imported: Imported, tell: Tell, tmp_path: Path
) -> None:
    other = [structure(), structure(id="essai--b")]
    imported(source(tmp_path / "a", other, [service(), service(id="essai--c", structure_id="essai--b")]))
    tell(CONGES, Closing("essai--b", *AUGUST))
    by_hand(database, "essai--c")
    before = whole(database)
    again = {"scope": EVERYWHERE, "accept": {"accept_heavy": True}}
    imported(source(tmp_path / "b", [structure()], [service()]), **again)
    tell(CONGES, run=3)
    assert sorted(closed(database), key=str) == [("essai", "Congés"), (None, "Congés")]
    taken_back(database, 3)
    assert whole(database) == before


def test_what_an_editor_closed_waits_for_a_service_that_leaves_and_comes_again(
    database: Database, imported: Imported, tell: Tell, tmp_path: Path
) -> None:
    imported(two(tmp_path / "a"))
    by_hand(database)
    again = {"scope": EVERYWHERE, "accept": {"accept_heavy": True}}
    imported(source(tmp_path / "b", [structure()], [service(id="essai--linge")]), **again)
    tell()
    assert closed(database) == [(None, "Congés")]
    imported(two(tmp_path / "c"), **again)
    with database.engine.connect() as connection:
        assert [one.message for one in read_closures(connection)[DOUCHE]] == ["Congés"]
    for run in (3, 2, 1):
        taken_back(database, run)
        assert closed(database) == [(None, "Congés")]


def test_a_closure_told_again_since_is_not_put_back_twice_and_a_number_that_serves_again_is_not_another_s(
    database: Database, imported: Imported, tell: Tell, tmp_path: Path
) -> None:
    imported(two(tmp_path))
    first, second = tell(CONGES), tell()
    by_hand(database)  # on SQLite it takes the number that has just come free
    taken_back(database, first)
    assert closed(database) == [(None, "Congés")]
    tell(CONGES)
    taken_back(database, second)
    assert sorted(closed(database), key=str) == [("essai", "Congés"), (None, "Congés")]


def test_closures_of_another_source_and_of_what_is_not_held_stay_out(
    database: Database, imported: Imported, tell: Tell, tmp_path: Path
) -> None:
    places = [structure(), structure(id="autre--s", source="autre")]
    imported(source(tmp_path, places, [service(), service(id="autre--x", structure_id="autre--s", source="autre")]))
    with database.engine.begin() as connection:
        closing.replace(connection, "autre", [Closing("autre--s", *AUGUST)], signed=Signed(NOW))
    tell(CONGES, Closing("autre--s", *AUGUST, "Non"), Closing("essai--nulle-part", *AUGUST))
    assert sorted(closed(database), key=str) == [("autre", None), ("essai", "Congés")]
    tell()
    assert closed(database) == [("autre", None)]


_TOLD = (CONGES, TRAVAUX, Closing(ESCALE, *AUGUST), Closing("essai--b", *AUGUST, "Été"))


@given(st.lists(st.one_of(st.frozensets(st.sampled_from(_TOLD)), st.none()), min_size=1, max_size=5))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_runs_taken_back_from_the_last_to_the_first_leave_what_was_and_every_hand(
    database: Database, imported: Imported, tmp_path: Path, steps: list[frozenset[Closing] | None]
) -> None:
    """A step is all that the source tells, or None: an editor closes."""
    with database.engine.begin() as connection:
        for table in (CLOSURES, CHANGES):
            connection.execute(delete(table))
    services = [service(), service(id="essai--c", structure_id="essai--b")]
    imported(source(tmp_path / "a", [structure(), structure(id="essai--b")], services))
    states: list[tuple[int | None, list[Closing]]] = []
    for step in steps:
        if step is None:
            by_hand(database)
            continue
        before = _said(database)
        with database.engine.begin() as connection:
            run = closing.replace(connection, "essai", step, signed=Signed(NOW))
        assert _said(database) == sorted(step, key=str)
        assert (run is None) == (_said(database) == before)
        states.append((run, before))
    for run, before in reversed(states):
        if run:
            taken_back(database, run)
        assert _said(database) == before
    assert closed(database) == [(None, "Congés")] * steps.count(None)


def _said(database: Database) -> list[Closing]:
    with database.engine.connect() as connection:
        found = [
            Closing(one["structure_id"], one["first_day"], one["last_day"], one["message"])
            for one in closings.of_source(connection, "essai")
        ]
    return sorted(found, key=str)


def test_a_run_of_closures_is_too_old_after_thirty_days_and_taken_back_once(
    database: Database, imported: Imported, tell: Tell, tmp_path: Path
) -> None:
    imported(two(tmp_path))
    run = tell(CONGES) or 0
    with database.engine.begin() as connection, pytest.raises(editing.EditRefusedError, match="edit-too-old"):
        undoing.undo_run(connection, run, Signed(NOW + timedelta(days=31)))
    taken_back(database, run)
    with database.engine.begin() as connection, pytest.raises(editing.EditRefusedError, match="edit-undone-already"):
        undoing.undo_run(connection, run, Signed(LATER))
