"""Who steals the database learns neither who people are nor what they asked."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from bot.records.effects import Forget, KeepSearch, SetDepartement, SetLanguage, record
from bot.records.offer import Profile, Proposal, Reach
from bot.records.offer_effects import KeepDraft, SendOffer
from bot.records.people import Person, State, load, save
from bot.records.privacy import new_token
from bot.records.promises import PUBLIC
from bot.records.statements import CONVERSATION
from bot.talk.message import Address, Message, Step
from tests.databases import Database
from tests.records.statistics_rows import SQLITE

PEOPLE, AT_ONCE = 200, 50


def _files(database: Database) -> bytes:
    """What a thief takes: the file and its journals."""
    file = Path(str(database.engine.url.database))
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(file.name + "*")))


def _rows(database: Database) -> bytes:
    """What a thief reads through SQL: every value of every table."""
    with database.engine.connect() as connection:
        tables = [table for name, table in SQLModel.metadata.tables.items() if name not in PUBLIC]
        rows = [tuple(row) for table in tables for row in connection.execute(select(table))]
    values = [value for row in rows for value in row]
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)


async def _meet(store, vault, number: int, now) -> list[bytes]:
    """Let a person say things; gives what must not be found."""
    address = Address("telegram", f"room{number:06}planted")
    token = new_token()
    need, code = f"need{number:06}planted", f"code{number:06}planted"
    search = {"needs": [need], "commune": code}
    step = Step("find", {"said": f"said{number:06}planted"})
    name, mail, phone = f"name{number:06}planted", f"mail{number:06}@planted.example", f"+3324000{number:04}"
    proposal = Proposal(Profile.CONCERNED, "dep-44", said=f"idea{number:06}planted", reach=Reach(name, mail, phone))
    offer = SendOffer(f"44-{number:05}", proposal)
    state = State(step, ("more",), ("Plus",), search, "c44109planted", "ar")

    def work(connection) -> None:
        person = replace(load(connection, vault, address, now), state=state)
        save(connection, vault, person, now)
        effects = [
            SetLanguage("ar"),
            KeepSearch(token, search),
            KeepDraft({"said": name}),
            offer,
            KeepDraft({"name": name}),
        ]
        record(connection, vault, person, effects, now, Message(address, "oui"))

    await store.write(work)
    said = [address.room, token, "c44109planted", need, code, step.known["said"], name, mail, phone, proposal.said]
    return [word.encode() for word in said]


async def test_neither_addresses_nor_searches_can_be_read(database: Database, store, vault, now):
    planted: list[list[bytes]] = []
    for first in range(0, PEOPLE, AT_ONCE):
        some = range(first, min(first + AT_ONCE, PEOPLE))
        planted += await asyncio.gather(*(_meet(store, vault, number, now) for number in some))
    taken = _rows(database)
    if database.name == "sqlite":
        taken += _files(database)
    assert len(planted) == PEOPLE
    assert [word for words in planted for word in words if word in taken] == []
    assert b"planted" not in taken
    assert b"telegram" not in taken


@SQLITE
async def test_who_is_forgotten_leaves_no_trace_in_the_files(database: Database, store, vault, now):
    address = Address("web", "leaves")
    person = Person(vault.uid(address), state=State(commune="44109"))
    departement = SetDepartement("dep-planted")

    def come(connection) -> bytes:
        save(connection, vault, person, now)
        record(connection, vault, person, [SetLanguage("x-planted"), departement], now)
        state: bytes = connection.execute(select(CONVERSATION.c.state)).scalar_one()
        return state

    sealed = await store.write(come)
    assert b"x-planted" in _files(database)
    assert sealed in _files(database)
    await store.write(lambda connection: record(connection, vault, person, [Forget()], now))
    for trace in (b"x-planted", b"dep-planted", sealed):
        assert trace not in _files(database)


@pytest.mark.parametrize("shown", [repr, str, lambda value: json.dumps(str(value))])
def test_a_person_and_a_link_are_not_printed(shown, vault):
    address = Address("web", "planted")
    assert vault.uid(address).hex() not in shown(Person(vault.uid(address)))
    assert "secret-link" not in shown(KeepSearch("secret-link", {"commune": "planted"}))
    assert "planted" not in shown(KeepSearch("secret-link", {"commune": "planted"}))
