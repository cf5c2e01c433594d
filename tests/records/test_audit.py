"""The audit: nothing is changed, nothing is left out, and what is a year old leaves."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from bot.records.audit import NOBODY, Entry, append, entries, expire, verify
from bot.records.promises import RETENTION
from bot.records.statements import AUDIT, CURSOR

YEAR = RETENTION["audit"].kept
TOLD = ("at", "actor", "action", "target", "territory", "seal")


@pytest.fixture
def connection(database):
    with database.engine.begin() as connection:
        yield connection


def fill(connection, vault, number, now):
    for count in range(number):
        append(connection, vault, Entry(now + timedelta(seconds=count), NOBODY, "contact", f"c{count}", "dep-44"))


def unguarded(connection):
    """Without what the database refuses: as whoever owns it can do."""
    if connection.dialect.name == "sqlite":
        for name in ("audit_update", "audit_delete"):
            connection.execute(text(f"DROP TRIGGER {name}"))
    else:
        connection.execute(text("DROP TRIGGER audit_kept ON audit"))


def altered(row, column):
    value = getattr(row, column)
    return {"at": lambda: value + timedelta(microseconds=1), "actor": lambda: b"x" * 32}.get(
        column, lambda: f"{value}x"
    )()


def test_what_was_done_is_told_in_order(connection, vault, now):
    fill(connection, vault, 3, now)
    assert [(number, entry.target) for number, entry in entries(connection, most=2)] == [(2, "c1"), (3, "c2")]
    verdict = verify(connection, vault)
    assert (verdict.count, verdict.wrong) == (3, "")


def test_an_empty_audit_is_whole(connection, vault):
    assert not verify(connection, vault).wrong


@pytest.mark.parametrize("change", [update(AUDIT).values(action="x"), delete(AUDIT)])
def test_the_database_refuses_to_change_or_erase_a_row(database, vault, now, change):
    with database.engine.begin() as connection:
        fill(connection, vault, 1, now)
    with database.engine.connect() as connection, pytest.raises(DBAPIError, match="never changed"):
        connection.execute(change)


def test_any_row_altered_is_found(connection, vault, now):
    fill(connection, vault, 400, now)
    unguarded(connection)
    chance = random.Random(7)
    for number in chance.sample(range(1, 401), 60):
        row = connection.execute(select(AUDIT).where(AUDIT.c.id == number)).one()
        column = chance.choice(TOLD)
        as_written = {column: getattr(row, column)}
        connection.execute(update(AUDIT).where(AUDIT.c.id == number).values({column: altered(row, column)}))
        verdict = verify(connection, vault)
        assert (verdict.wrong, verdict.at) == ("changed", number), column
        connection.execute(update(AUDIT).where(AUDIT.c.id == number).values(as_written))
    assert not verify(connection, vault).wrong


@pytest.mark.parametrize(("gone", "wrong"), [(1, "changed"), (5, "changed"), (9, "cut")])
def test_a_row_that_is_missing_is_found(connection, vault, now, gone, wrong):
    fill(connection, vault, 9, now)
    unguarded(connection)
    connection.execute(delete(AUDIT).where(AUDIT.c.id == gone))
    assert verify(connection, vault).wrong == wrong


def test_a_row_that_somebody_else_added_is_found(connection, vault, now):
    fill(connection, vault, 2, now)
    last = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc())).first()
    row = {name: getattr(last, name) for name in TOLD}
    connection.execute(insert(AUDIT), row)
    assert verify(connection, vault).wrong == "changed"


def test_a_beginning_or_an_end_that_somebody_else_wrote_is_found(connection, vault, now):
    fill(connection, vault, 4, now)
    third = connection.execute(select(AUDIT).where(AUDIT.c.id == 3)).one()
    forged = f"3 {third.seal} {'0' * 64}"
    end = connection.scalar(select(CURSOR.c.value).where(CURSOR.c.door == "audit-end"))
    connection.execute(update(CURSOR).where(CURSOR.c.door == "audit-end").values(value=forged))
    assert verify(connection, vault).wrong == "unsigned"
    connection.execute(update(CURSOR).where(CURSOR.c.door == "audit-end").values(value=end))
    connection.execute(insert(CURSOR), {"door": "audit-start", "value": forged})
    connection.execute(delete(AUDIT).where(AUDIT.c.id <= 3))  # the database believes the cursor
    assert verify(connection, vault).wrong == "changed"


def test_what_is_a_year_old_leaves_and_the_rest_is_still_whole(connection, vault, now):
    fill(connection, vault, 6, now)
    assert expire(connection, vault, now=now + YEAR - timedelta(seconds=1), most=10) == 0
    assert expire(connection, vault, now=now + YEAR + timedelta(seconds=3), most=2) == 2
    assert expire(connection, vault, now=now + YEAR + timedelta(seconds=3), most=10) == 2
    verdict = verify(connection, vault)
    assert (verdict.count, verdict.wrong) == (2, "")
    assert expire(connection, vault, now=now + 2 * YEAR, most=10) == 2
    fill(connection, vault, 1, now + 2 * YEAR)
    assert not verify(connection, vault).wrong
    assert connection.scalar(select(func.count()).select_from(AUDIT)) == 1


def test_a_clock_that_went_back_does_not_cut_the_chain_in_two(connection, vault, now):
    append(connection, vault, Entry(now + timedelta(days=1), NOBODY, "contact", "a", "dep-44"))
    append(connection, vault, Entry(now, NOBODY, "contact", "b", "dep-44"))
    assert expire(connection, vault, now=now + YEAR, most=10) == 0
    assert expire(connection, vault, now=now + YEAR + timedelta(days=1), most=10) == 2
    assert not verify(connection, vault).wrong
