"""A copy is taken while the bot serves, and put back without bringing back who was forgotten."""

from __future__ import annotations

import asyncio
import stat
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.records import alerts, steward_codes, stewards
from bot.records.alert import Asked
from bot.records.alert_effects import EndAlert, KeepAlert
from bot.records.backup import BackupError, backup, restore
from bot.records.effects import Forget, SetLanguage, record
from bot.records.offer import Profile, Proposal
from bot.records.offer_effects import KeepDraft, SendOffer, WithdrawOffer
from bot.records.offer_lines import untold
from bot.records.offers import find
from bot.records.people import Person, load, save
from bot.records.schema import check, upgrade
from bot.records.statements import OFFER_EXPORT, OFFER_LINE
from bot.records.steward_effects import EndPlace
from bot.records.store import Store
from bot.records.subscription_effects import Subscribe, Unsubscribe
from bot.records.subscriptions import Wish, wish_of
from bot.talk.message import Address, Message
from tests.records.filling import put, row_of
from tests.records.statistics_rows import both, count, names

HOUR, WISH = timedelta(hours=1), Wish(("dep-44",))
BACK = (KeepDraft({}), SendOffer("44-00004", Proposal(Profile.COMPANY, "dep-44")), Subscribe(WISH))
STAYS, LEAVES, RETURNS = (Address("web", room) for room in ("stays", "leaves", "returns"))


@pytest.fixture
def url(tmp_path: Path) -> str:
    made = f"sqlite:///{tmp_path / 'var' / 'solipacte.db'}"
    upgrade(made)
    return made


@pytest.fixture
async def store(url: str):
    opened = Store.open(url)
    yield opened
    await opened.close()


async def _say(store: Store, vault, address: Address, language: str, now) -> None:
    def work(connection) -> None:
        person = replace(load(connection, vault, address, now), language=language)
        save(connection, vault, person, now)

    await store.write(work)


async def test_a_copy_taken_while_the_bot_writes_is_whole(store, url, tmp_path):
    writes = [asyncio.ensure_future(store.write(partial(both, number=number))) for number in range(300)]
    await writes[20]
    await asyncio.to_thread(backup, url, tmp_path / "copy.db")
    await asyncio.gather(*writes)
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    other = f"sqlite:///{tmp_path / 'other.db'}"
    restore(other, tmp_path / "copy.db")
    assert check(other) == []
    restored = Store.open(other)
    found = await restored.read(names)
    await restored.close()
    assert {f"left:{number}" for number in range(21)} <= found
    assert {name.replace("left", "right") for name in found if "left" in name} == {n for n in found if "right" in n}


async def test_a_copy_put_back_under_a_running_bot_is_read_at_once(store, url, tmp_path):
    await store.write(partial(count, name="before"))
    backup(url, tmp_path / "copy.db")
    await store.write(partial(count, name="after"))
    await asyncio.to_thread(restore, url, tmp_path / "copy.db")
    assert await store.read(names) == {"before"}
    await store.write(partial(count, name="again"))
    assert await store.read(names) == {"before", "again"}
    assert check(url) == []


async def test_who_was_forgotten_since_the_copy_stays_forgotten(store, url, tmp_path, vault, now):
    for address in (STAYS, LEAVES, RETURNS):
        await _say(store, vault, address, "en", now)
    backup(url, tmp_path / "early.db")
    for address in (LEAVES, RETURNS):
        person = Person(vault.uid(address))
        await store.write(lambda c, p=person: record(c, vault, p, [Forget()], now + HOUR))
    await _say(store, vault, RETURNS, "ar", now + 2 * HOUR)
    backup(url, tmp_path / "late.db")

    async def languages() -> list[str | None]:
        then = now + 3 * HOUR
        return [
            (await store.read(partial(load, vault=vault, address=address, now=then))).language
            for address in (STAYS, LEAVES, RETURNS)
        ]

    await asyncio.to_thread(restore, url, tmp_path / "early.db")
    assert await languages() == ["en", None, None]
    await asyncio.to_thread(restore, url, tmp_path / "late.db")
    assert await languages() == ["en", None, "ar"]


async def test_an_offer_taken_back_since_the_copy_stays_erased(store, url, tmp_path, vault, now):
    def offer(connection) -> None:
        for who, number in ((STAYS, "44-00001"), (LEAVES, "44-00002")):
            effects = [KeepDraft({}), SendOffer(number, Proposal(Profile.COMPANY, "dep-44", said="planted"))]
            record(connection, vault, Person(vault.uid(who)), effects, now, Message(who, "oui"))

    await store.write(offer)
    backup(url, tmp_path / "copy.db")
    leaves = Person(vault.uid(LEAVES))
    await store.write(lambda c: record(c, vault, leaves, [WithdrawOffer("44-00002")], now))
    await asyncio.to_thread(restore, url, tmp_path / "copy.db")
    left = await store.read(lambda c: [find(c, vault, number) for number in ("44-00001", "44-00002")])
    assert [each and each.proposal.said for each in left] == ["planted", None]
    steps = await store.read(lambda c: c.execute(select(OFFER_LINE.c.offer, OFFER_LINE.c.kind)).all())
    assert sorted(map(tuple, steps)) == [("44-00001", "sent"), ("44-00002", "withdrawn")]
    (waiting,) = await store.read(lambda c: untold(c, vault, most=9))
    assert waiting.offer == "44-00002"


@pytest.mark.parametrize("older", [False, True])
async def test_a_stop_since_the_copy_ends_the_subscription_and_to_be_forgotten_ends_all(
    store,
    url,
    tmp_path,
    vault,
    now,
    older: bool,  # noqa: FBT001 - a column
):
    def offer(connection) -> None:
        for who, number in ((STAYS, "44-00001"), (LEAVES, "44-00002"), (RETURNS, "44-00003")):
            effects = [KeepDraft({}), SendOffer(number, Proposal(Profile.COMPANY, "dep-44")), Subscribe(WISH)]
            record(connection, vault, Person(vault.uid(who)), effects, now, Message(who, "oui"))

    def leave(connection) -> None:
        for who, effects in ((STAYS, [Unsubscribe()]), (LEAVES, [Forget()]), (RETURNS, [Forget(), *BACK])):
            record(connection, vault, Person(vault.uid(who)), effects, now + HOUR, Message(who, "oui"))
        record(connection, vault, Person(vault.uid(RETURNS)), [Unsubscribe()], now + 2 * HOUR)

    await store.write(offer)
    backup(url, tmp_path / "copy.db")
    await store.write(leave)
    if older:  # than what tells a STOP
        await store.write(lambda c: c.exec_driver_sql("ALTER TABLE erasure DROP COLUMN forgotten_at"))
    await asyncio.to_thread(restore, url, tmp_path / "copy.db")
    offers = await store.read(lambda c: [find(c, vault, number) for number in ("44-00001", "44-00002", "44-00003")])
    assert [each is not None for each in offers] == [not older, False, False]
    for who in (STAYS, LEAVES, RETURNS):
        assert await store.read(partial(wish_of, uid=vault.uid(who))) is None


async def test_an_export_asked_for_when_the_copy_was_made_is_not_delivered_again(store, url, tmp_path, vault, now):
    await store.write(lambda c: put(c, OFFER_EXPORT, row_of(vault, OFFER_EXPORT, now=now)))
    backup(url, tmp_path / "copy.db")
    await asyncio.to_thread(restore, url, tmp_path / "copy.db")
    assert await store.read(lambda c: c.execute(select(OFFER_EXPORT)).all()) == []


async def test_what_was_erased_is_not_in_a_copy(store, url, tmp_path, vault, now):
    person = Person(vault.uid(STAYS))
    await store.write(lambda c: record(c, vault, person, [SetLanguage("x-planted")], now))
    backup(url, tmp_path / "with.db")
    await store.write(lambda c: record(c, vault, person, [Forget()], now))
    backup(url, tmp_path / "without.db")
    assert b"x-planted" in (tmp_path / "with.db").read_bytes()
    assert b"x-planted" not in (tmp_path / "without.db").read_bytes()


def test_a_copy_never_replaces_a_file(url, tmp_path):
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(BackupError, match="exists already"):
        backup(url, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"not a database" * 1000, b"SQLite format 3\0" + b"\0" * 5000])
async def test_a_file_that_is_no_copy_is_refused_and_nothing_changes(store, url, tmp_path, content):
    await store.write(count)
    (tmp_path / "copy.db").write_bytes(content)
    with pytest.raises(BackupError):
        restore(url, tmp_path / "copy.db")
    assert await store.read(names) == {"a"}
    assert {file.name for file in (tmp_path / "var").iterdir()} <= {
        "solipacte.db",
        "solipacte.db-wal",
        "solipacte.db-shm",
    }


def test_what_is_absent_is_said(url, tmp_path):
    with pytest.raises(BackupError, match="no database"):
        backup(f"sqlite:///{tmp_path / 'absent.db'}", tmp_path / "copy.db")
    with pytest.raises(BackupError, match="no copy"):
        restore(url, tmp_path / "absent.db")


def test_postgresql_is_copied_by_its_own_tools(tmp_path):
    with pytest.raises(BackupError, match="pg_dump"):
        backup("postgresql://bot@db/solipacte", tmp_path / "copy.db")
    with pytest.raises(BackupError, match="pg_restore"):
        restore("postgresql://bot@db/solipacte", tmp_path / "copy.db")


async def test_a_copy_put_back_tells_nobody_of_what_was_told_since(store, url, tmp_path, vault, now):
    asked = Asked({"needs": ["repas"]}, frozenset(), 4, "fr")

    def keep(connection) -> None:
        for who in (STAYS, LEAVES):
            record(connection, vault, Person(vault.uid(who)), [KeepAlert(asked)], now, Message(who, "oui"))

    def leave(connection) -> None:
        record(connection, vault, Person(vault.uid(LEAVES)), [Unsubscribe()], now + HOUR, Message(LEAVES, "stop"))

    await store.write(keep)
    backup(url, tmp_path / "copy.db")
    await store.write(leave)
    await asyncio.to_thread(restore, url, tmp_path / "copy.db")
    left = [await store.read(partial(alerts.of_person, vault=vault, uid=vault.uid(who))) for who in (STAYS, LEAVES)]
    assert [[each.looked for each in own] for own in left] == [[None], []]


async def test_a_copy_put_back_asks_nobody_of_their_places_at_once(store, url, tmp_path, vault, now):
    def begin(connection) -> None:
        for who in (STAYS, LEAVES):
            stewards.begin(connection, vault, who, ("essai--douche", now.date()), language="fr", now=now)
        steward_codes.offer(connection, vault, "essai--repas", "ABCDE12345FGHJK", now=now)

    def leave(connection) -> None:
        record(connection, vault, Person(vault.uid(LEAVES)), [Unsubscribe()], now + HOUR, Message(LEAVES, "stop"))

    await store.write(begin)
    backup(url, tmp_path / "copy.db")
    await store.write(leave)
    await asyncio.to_thread(restore, url, tmp_path / "copy.db")
    left = [await store.read(partial(stewards.of_person, vault=vault, uid=vault.uid(who))) for who in (STAYS, LEAVES)]
    assert [[each.due_at for each in own] for own in left] == [[None], []]
    offered = partial(steward_codes.offered, vault=vault, written="ABCDE12345FGHJK", now=now)
    assert await store.read(offered) is None, "it may have served since"


@pytest.mark.parametrize("ends", ["alert", "place"])
async def test_who_ends_one_of_two_things_they_are_sent_keeps_the_other_in_a_copy(
    store, url, tmp_path, vault, now, ends
):
    uid = vault.uid(STAYS)
    asked = Asked({"needs": ["repas"]}, frozenset(), 4, "fr")

    def keep(connection) -> None:
        record(connection, vault, Person(uid), [KeepAlert(asked)], now, Message(STAYS, "oui"))
        stewards.begin(connection, vault, STAYS, ("essai--douche", now.date()), language="fr", now=now)

    def end(connection) -> None:
        effect = EndAlert(None) if ends == "alert" else EndPlace(None)
        record(connection, vault, Person(uid), [effect], now + HOUR, Message(STAYS, "fini"))

    await store.write(keep)
    backup(url, tmp_path / "copy.db")
    await store.write(end)
    await asyncio.to_thread(restore, url, tmp_path / "copy.db")
    assert await store.read(partial(stewards.count, uid=uid))
    assert await store.read(partial(alerts.count, uid=uid))
