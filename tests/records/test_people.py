"""A person is found again as they were left, and only what changed is written."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, func, select, update

from bot.records.people import Person, State, load, save
from bot.records.privacy import Vault
from bot.records.statements import CONVERSATION, PREFERENCE
from bot.talk.message import Address, Step
from tests.databases import Database

STATE = State(
    step=Step("find.place", {"need": "douche", "mot": "هنا \ud83d"}),
    offered=("plus", "/langue ar"),
    labels=("Plus loin", "العربية"),
    search={"needs": ["douche"], "radius": 5, "open": True},
    commune="44109",
    language="ar",
)


def _save(database: Database, vault: Vault, person: Person, now: datetime) -> list[str]:
    """Save, and give the statements that were run."""
    said: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        said.append(statement.split()[0])

    with database.engine.begin() as connection:
        event.listen(connection, "before_cursor_execute", note)
        save(connection, vault, person, now)
    return said


def _load(database: Database, vault: Vault, address: Address, now: datetime) -> Person:
    with database.engine.connect() as connection:
        return load(connection, vault, address, now)


def test_an_unknown_person_is_nobody_and_leaves_no_trace(database, vault, address, now):
    person = _load(database, vault, address, now)
    assert person == Person(vault.uid(address))
    assert _save(database, vault, person, now) == []


def test_a_person_is_found_again_as_they_were_left(database, vault, address, now):
    left = replace(_load(database, vault, address, now), language="ar", simple=True, departement="dep-44", state=STATE)
    assert _save(database, vault, left, now) == ["INSERT", "INSERT"]
    assert _load(database, vault, address, now) == left


def test_somebody_else_is_somebody_else(database, vault, address, now):
    _save(database, vault, Person(vault.uid(address), language="en", state=STATE), now)
    assert _load(database, vault, Address("web", "other"), now).state == State()
    assert _load(database, vault, Address("telegram", address.room), now).language is None


def test_what_did_not_change_is_not_written(database, vault, address, now):
    _save(database, vault, Person(vault.uid(address), language="fr", state=STATE), now)
    again = _load(database, vault, address, now)
    assert _save(database, vault, again, now + timedelta(minutes=5)) == []
    moved = replace(again, state=replace(STATE, commune="75056"))
    assert _save(database, vault, moved, now + timedelta(minutes=5)) == ["INSERT"]
    assert _load(database, vault, address, now).state.commune == "75056"


def test_a_visit_keeps_a_preference_alive_with_one_write_a_day(database, vault, address, now):
    _save(database, vault, Person(vault.uid(address), language="en"), now)
    for days in (300, 600, 900):
        then = now + timedelta(days=days)
        person = _load(database, vault, address, then)
        assert person.language == "en"
        assert _save(database, vault, person, then) == ["INSERT"]
        assert _save(database, vault, _load(database, vault, address, then), then) == []


def test_a_conversation_that_ends_leaves_no_row(database, vault, address, now):
    _save(database, vault, Person(vault.uid(address), state=STATE), now)
    ended = replace(_load(database, vault, address, now), state=State())
    assert _save(database, vault, ended, now) == ["DELETE"]
    with database.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(CONVERSATION)) == 0


@pytest.mark.parametrize(
    ("later", "kept"),
    [(timedelta(hours=24, seconds=-1), True), (timedelta(hours=24, seconds=1), False)],
)
def test_a_conversation_is_forgotten_after_24_hours_even_before_the_purge(database, vault, address, now, later, kept):
    _save(database, vault, Person(vault.uid(address), state=STATE), now)
    assert (_load(database, vault, address, now + later).state == STATE) is kept


@pytest.mark.parametrize(
    ("later", "kept"),
    [(timedelta(days=365, seconds=-1), True), (timedelta(days=365, seconds=1), False)],
)
def test_a_preference_is_forgotten_after_a_year_even_before_the_purge(database, vault, address, now, later, kept):
    _save(database, vault, Person(vault.uid(address), language="en", simple=True), now)
    person = _load(database, vault, address, now + later)
    assert (person.language, person.simple) == (("en", True) if kept else (None, False))


def test_an_expired_person_who_says_nothing_of_themselves_is_erased(database, vault, address, now):
    _save(database, vault, Person(vault.uid(address), language="en", state=STATE), now)
    later = now + timedelta(days=400)
    assert _save(database, vault, _load(database, vault, address, later), later) == ["DELETE", "DELETE"]
    with database.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(PREFERENCE)) == 0


@pytest.mark.parametrize("how", ["changed", "swapped"])
def test_a_state_changed_or_swapped_in_the_database_is_refused(database, vault, address, now, how, caplog):
    other = Address("web", "other")
    _save(database, vault, Person(vault.uid(address), state=STATE), now)
    _save(database, vault, Person(vault.uid(other), state=replace(STATE, commune="75056")), now)
    with database.engine.begin() as connection:
        of = select(CONVERSATION.c.state).where(CONVERSATION.c.uid == vault.uid(other))
        theirs = connection.scalar(of)
        put = theirs if how == "swapped" else theirs[:-1] + bytes([theirs[-1] ^ 1])
        who = address if how == "swapped" else other
        connection.execute(update(CONVERSATION).where(CONVERSATION.c.uid == vault.uid(who)).values(state=put))
    with caplog.at_level(logging.WARNING):
        assert _load(database, vault, who, now).state == State()
    assert "changed or moved" in caplog.text
    assert vault.uid(who).hex() not in caplog.text


def test_a_naive_datetime_is_refused(database, vault, address, now):
    person = Person(vault.uid(address), language="fr")
    with pytest.raises(Exception, match="needs its zone"):
        _save(database, vault, person, now.replace(tzinfo=None))


def test_a_person_is_not_printed_with_their_pseudonym(vault, address):
    person = Person(vault.uid(address))
    assert str(person.uid) not in repr(person)
