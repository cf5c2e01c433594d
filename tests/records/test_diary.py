"""What agents announce is kept, called off once, and never lost to those who follow the calendar."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.records.diary import Announcement, ChangedError, announce, announced, cancel, number_of, revise
from knowledge.model import ANNOUNCED

WHAT = Announcement(
    title="Atelier",
    start=date(2027, 3, 16),
    end=date(2027, 3, 17),
    hour=time(14, 30),
    place="Nantes",
    registration="https://exemple.fr",
    territory="dep-44",
)
VAGUE = Announcement(title="Journée", said="printemps 2027", online=True, territory="reg-52")


@pytest.fixture
def connection(database):
    with database.engine.begin() as connection:
        yield connection


def test_what_is_announced_is_read_again(connection, now):
    numbers = [announce(connection, what, now=now) for what in (WHAT, VAGUE)]
    one, two = announced(connection)
    assert [number_of(one), number_of(two)] == numbers
    assert (one.title, one.start, one.end, one.hour, one.place) == (
        "Atelier",
        WHAT.start,
        WHAT.end,
        WHAT.hour,
        "Nantes",
    )
    assert (two.said, two.online, two.start) == ("printemps 2027", True, None)
    assert {one.document, two.document} == {ANNOUNCED}
    assert one.announced == now.date()


def test_a_change_is_written_as_of_what_was_read(connection, now):
    number = announce(connection, WHAT, now=now)
    revise(connection, number, VAGUE, revision=0, now=now)
    (event,) = announced(connection)
    assert (event.title, event.start, event.revision) == ("Journée", None, 1)
    for revision in (0, 2):
        with pytest.raises(ChangedError):
            revise(connection, number, WHAT, revision=revision, now=now)
    cancel(connection, number, now=now)
    with pytest.raises(ChangedError):
        revise(connection, number, WHAT, revision=2, now=now)


def test_what_is_called_off_stays_and_says_so_once(connection, now):
    number = announce(connection, WHAT, now=now)
    assert cancel(connection, number, now=now)
    assert not cancel(connection, number, now=now)
    assert not cancel(connection, number + 1, now=now)
    (event,) = announced(connection)
    assert (event.cancelled, event.revision) == (True, 1)
