"""Who wants what; whom something concerns; what becomes of a message to many people."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from bot.records import audience, campaigns, subscriptions
from bot.records.audience import Audience
from bot.records.campaign import Kind, Plan, State
from bot.records.privacy import Vault
from bot.records.rights import everything, forget, lose
from bot.records.sends import Status
from bot.records.statements import ERASURE, OUTBOX, SUBSCRIPTION
from bot.records.store import Store
from bot.records.subscriptions import Moment, Wish
from bot.talk.message import Address

ANA, BOB = Address("telegram", "1"), Address("matrix", "!b:x")


def plan(now: datetime, **what: object) -> Plan:
    told = {"key": "k", "kind": Kind.BROADCAST, "territories": ("dep-44",), "due_at": now} | what
    return Plan(**told)  # type: ignore[arg-type]  # told by each test


async def test_a_wish_is_read_back_changed_and_forgotten(store: Store, vault: Vault, now: datetime) -> None:
    wish = Wish(("dep-44", "dep-2a"), "13", (Moment.WEEK, Moment.HOURS), "ar", ("agenda-3",))
    uid = vault.uid(ANA)

    def work(c: Connection) -> None:
        assert subscriptions.wish_of(c, uid) is None
        subscriptions.subscribe(c, vault, ANA, wish, now=now)
        assert subscriptions.wish_of(c, uid) == wish
        other = Wish(("dep-49",))
        subscriptions.change(c, uid, other, now=now)
        assert subscriptions.wish_of(c, uid) == other
        row = everything(c, vault, uid=uid)["subscription"][0]
        assert row["contact"] == ["telegram", "1"]
        assert subscriptions.unsubscribe(c, uid, now=now)
        assert subscriptions.wish_of(c, uid) is None
        assert not subscriptions.unsubscribe(c, uid, now=now)

    await store.write(work)


async def test_somebody_who_agrees_again_keeps_their_beginning_only(store: Store, vault: Vault, now: datetime) -> None:
    def work(c: Connection) -> None:
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-44",)), now=now)
        before = c.execute(select(SUBSCRIPTION)).one()
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-49",)), now=now + timedelta(days=1))
        after = c.execute(select(SUBSCRIPTION)).one()
        assert (after.since, after.place) == (before.since, before.place)
        assert after.consented_at == now + timedelta(days=1)

    await store.write(work)


async def test_an_empty_wish_ends_the_subscription(store: Store, vault: Vault, now: datetime) -> None:
    def work(c: Connection) -> None:
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-44",)), now=now)
        subscriptions.change(c, vault.uid(ANA), Wish(), now=now)
        assert subscriptions.wish_of(c, vault.uid(ANA)) is None

    await store.write(work)


@pytest.mark.parametrize(
    ("asked", "people"),
    [
        (Audience(("dep-44",)), 2),
        (Audience(("dep-49",)), 1),
        (Audience(("dep-44", "dep-49")), 2),
        (Audience(("france",)), 3),
        (Audience(()), 0),
        (Audience(("dep-4",)), 0),
        (Audience(("dep-44",), axes="2"), 1),
        (Audience(("dep-44",), axes="3"), 2),
        (Audience(("dep-44",), languages=("ar",)), 1),
        (Audience(("dep-44",), moments=(Moment.HOURS,)), 1),
        (Audience(("dep-44",), moments=(Moment.HOURS, Moment.DAY)), 2),
        (Audience(("dep-44",), event="agenda-3"), 3),
        (Audience(("dep-44",), event="agenda"), 2),
    ],
)
async def test_whom_something_concerns(store: Store, vault: Vault, now: datetime, asked: Audience, people: int) -> None:
    def work(c: Connection) -> None:
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-44", "dep-49"), "3", (Moment.HOURS,), "ar"), now=now)
        subscriptions.subscribe(c, vault, BOB, Wish(("dep-44",)), now=now)
        subscriptions.subscribe(c, vault, Address("matrix", "!c"), Wish(("dep-21",), kept=("agenda-3",)), now=now)
        assert audience.count(c, asked) == people
        assert sum(audience.languages(c, asked).values()) == people

    await store.write(work)


async def test_who_subscribes_later_is_not_concerned(store: Store, vault: Vault, now: datetime) -> None:
    def work(c: Connection) -> None:
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-44",)), now=now)
        assert audience.count(c, Audience(("dep-44",), as_of=now)) == 1
        assert audience.count(c, Audience(("dep-44",), as_of=now - timedelta(seconds=1))) == 0

    await store.write(work)


async def test_who_stops_is_sent_nothing_that_waits_and_a_copy_put_back_forgets_them(
    store: Store, vault: Vault, now: datetime
) -> None:
    uid = vault.uid(ANA)

    def work(c: Connection) -> None:
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-44",)), now=now)
        for number, status in enumerate((Status.WAITING, Status.HELD, Status.CLAIMED)):
            c.execute(insert(OUTBOX), _row(uid, status, 1, now, f"t{number}"))
        c.execute(insert(OUTBOX), _row(uid, Status.WAITING, None, now, "reply"))
        subscriptions.unsubscribe(c, uid, now=now)
        left = c.execute(select(OUTBOX.c.ticket).order_by(OUTBOX.c.id)).scalars().all()
        assert left == ["t2", "reply"]
        assert c.execute(select(ERASURE.c.uid)).scalar() == uid

    await store.write(work)


@pytest.mark.parametrize("how", ["forget", "lose"])
async def test_who_goes_away_leaves_no_subscription(store: Store, vault: Vault, now: datetime, how: str) -> None:
    def work(c: Connection) -> None:
        uid = vault.uid(ANA)
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-44",)), now=now)
        c.execute(insert(OUTBOX), _row(uid, Status.HELD, 1, now, "t"))
        forget(c, uid=uid, now=now) if how == "forget" else lose(c, uid=uid)
        assert subscriptions.wish_of(c, uid) is None
        assert c.execute(select(OUTBOX)).all() == []

    await store.write(work)


async def test_people_are_asked_once_a_year_later(store: Store, vault: Vault, now: datetime) -> None:
    def work(c: Connection) -> None:
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-44",), language="uk"), now=now)
        year = now + timedelta(days=365)
        assert subscriptions.to_ask_again(c, vault, now=year - timedelta(seconds=1), most=9) == []
        assert subscriptions.to_ask_again(c, vault, now=year, most=9) == [(ANA, Wish(("dep-44",), language="uk"))]
        assert subscriptions.to_ask_again(c, vault, now=year + timedelta(days=2), most=9) == []
        subscriptions.subscribe(c, vault, ANA, Wish(("dep-44",)), now=year + timedelta(days=3))
        assert subscriptions.to_ask_again(c, vault, now=year + timedelta(days=4), most=9) == []

    await store.write(work)


async def test_a_campaign_is_written_once_and_walks_from_state_to_state(store: Store, now: datetime) -> None:
    def work(c: Connection) -> None:
        number = campaigns.write(c, plan(now), now=now)
        assert number is not None
        assert campaigns.write(c, plan(now), now=now) is None
        assert not campaigns.pause(c, number)
        assert not campaigns.approve(c, number, approver=b"x", due_at=now, people=1)
        assert campaigns.begin(c, number, people=2, now=now)
        assert not campaigns.begin(c, number, people=2, now=now)
        assert campaigns.pause(c, number)
        assert not campaigns.advance(c, number, {"telegram": 5})
        assert campaigns.resume(c, number)
        assert campaigns.advance(c, number, {"telegram": 5})
        assert campaigns.stop(c, number, now=now)
        assert not campaigns.stop(c, number, now=now)
        found = campaigns.find(c, number)
        assert found is not None
        assert (found.status, found.legs, found.people) == (State.STOPPED, {"telegram": 5}, 2)

    await store.write(work)


async def test_pausing_and_stopping_take_hold_of_what_waits(store: Store, vault: Vault, now: datetime) -> None:
    def work(c: Connection) -> None:
        number = campaigns.write(c, plan(now, status=State.SENDING), now=now)
        assert number is not None
        states = (Status.WAITING, Status.CLAIMED, Status.SENT, Status.WAITING)
        for place, status in enumerate(states):
            c.execute(insert(OUTBOX), _row(vault.uid(ANA), status, number, now, f"t{place}"))
        c.execute(insert(OUTBOX), _row(vault.uid(ANA), Status.WAITING, number + 1, now, "another"))

        def found() -> list[int]:
            return list(c.execute(select(OUTBOX.c.status).order_by(OUTBOX.c.id)).scalars())

        campaigns.pause(c, number)
        assert found() == [Status.HELD, Status.CLAIMED, Status.SENT, Status.HELD, Status.WAITING]
        campaigns.resume(c, number)
        assert found() == [Status.WAITING, Status.CLAIMED, Status.SENT, Status.WAITING, Status.WAITING]
        campaigns.pause(c, number)
        campaigns.stop(c, number, now=now)
        assert found() == [Status.STOPPED, Status.CLAIMED, Status.SENT, Status.STOPPED, Status.WAITING]
        assert campaigns.close(c, number, now=now) is None, "one is still being sent"

    await store.write(work)


async def test_the_correction_of_a_stopped_campaign_goes_as_far_as_it_got(
    store: Store, vault: Vault, now: datetime
) -> None:
    def work(c: Connection) -> None:
        for room in range(5):
            subscriptions.subscribe(c, vault, Address("telegram", str(room)), Wish(("dep-44",)), now=now)
        places = list(c.execute(select(SUBSCRIPTION.c.place).order_by(SUBSCRIPTION.c.place)).scalars())
        number = campaigns.write(c, plan(now, status=State.SENDING), now=now)
        assert number is not None
        campaigns.advance(c, number, {"telegram": places[2]})
        campaigns.stop(c, number, now=now)
        subscriptions.subscribe(c, vault, Address("telegram", "9"), Wish(("dep-44",)), now=now + timedelta(hours=1))
        later = plan(now, key="k2", kind=Kind.CORRECTION, of=number)
        correcting = campaigns.find(c, campaigns.write(c, later, now=now + timedelta(hours=2)) or 0)
        assert correcting is not None
        whom = campaigns.whom(c, correcting)
        assert audience.count(c, whom) == 3

    await store.write(work)


def _row(uid: bytes, status: Status, campaign: int | None, now: datetime, ticket: str) -> dict[str, object]:
    return {
        "ticket": ticket,
        "uid": uid,
        "platform": "telegram",
        "parcel": b"x",
        "bulk": campaign is not None,
        "resend": True,
        "status": int(status),
        "doubts": 0,
        "created_at": now,
        "campaign": campaign,
    }
