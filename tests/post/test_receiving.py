"""What comes in is stored once, answered in order, and leaves nothing behind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.engine import Connection

from bot.post import inbox
from bot.post.arrival import Arrival, Cursor
from bot.records.people import Person, State, save
from bot.records.statements import INBOX, OUTBOX
from bot.records.store import Store, StoreUnavailable
from bot.talk.message import Address, FileRef, Message, Position, Step
from tests.house import TUESDAY
from tests.post.conftest import Office, OpenOffice
from tests.post.looking import answered, effects, letters
from tests.post.paper import said
from tests.waiting import until


async def test_a_message_is_answered_and_the_answer_waits_to_be_sent(office: Office) -> None:
    await office.hear("douche")
    await answered(office)
    assert await letters(office) == ["« douche »"]
    assert await effects(office) == {"douche": 1}


async def test_a_message_delivered_five_times_has_one_effect_and_one_answer(office: Office) -> None:
    await asyncio.gather(*(office.hear("douche") for _ in range(5)))
    await answered(office)
    await office.hear("douche")
    await answered(office)
    assert await effects(office) == {"douche": 1}
    assert await letters(office) == ["« douche »"]


async def test_the_same_event_of_two_platforms_is_two_messages(office: Office) -> None:
    assert office.vault.event("paper", "1") != office.vault.event("telegram", "1")


async def test_a_conversation_is_answered_in_order_even_when_the_first_answer_takes_long(office: Office) -> None:
    office.parrot.waits = {"n0": 0.2, "n3": 0.05}
    for number in range(8):
        await office.hear(f"n{number}")
    await answered(office)
    assert office.parrot.heard == [f"n{number}" for number in range(8)]
    assert await letters(office) == [f"« n{number} »" for number in range(8)]


async def test_somebody_slow_delays_nobody_else(office: Office) -> None:
    office.parrot.waits = {"slow": 30}
    await office.hear("slow", room="bob")
    await office.hear("quick", room="ana")
    await until(lambda: sorted(office.parrot.heard) == ["quick", "slow"], 15)
    await until(lambda: len(office.room.lanes._tasks) == 1, 15)
    assert await letters(office) == ["« quick »"]


async def test_an_answered_row_says_nothing_of_anyone(office: Office) -> None:
    await office.hear("secret")
    await answered(office)
    row = (await office.store.read(lambda c: c.execute(select(INBOX)).mappings().all()))[0]
    assert (row["uid"], row["payload"], row["status"]) == (None, None, inbox.Status.ANSWERED)


async def test_words_and_rooms_are_sealed_while_they_wait(office: Office) -> None:
    office.parrot.breaks["secret"] = StoreUnavailable("gone")
    await office.hear("secret", room="room-of-judith")
    rows = await office.store.read(lambda c: c.execute(select(INBOX)).mappings().all())
    assert rows[0]["status"] == inbox.Status.WAITING
    assert not any(
        word in bytes(rows[0][name]) for name in ("payload", "event", "uid") for word in (b"secret", b"judith")
    )


async def test_everything_of_a_message_but_its_position_comes_back_as_it_was(office: Office) -> None:
    before = Message(
        Address("paper", "a b"),
        "caf\ud800é",
        position=Position(47.218, -1.553),
        pressed=True,
        language="uk",
        group=True,
        unread="voice",
        file=FileRef("dates é.csv", None, '{"handle": "\ud800"}'),
        ref="12",
    )
    arrival = await office.room._placed(Arrival("1", before))
    await office.store.write(lambda c: inbox.store(c, [inbox.prepare(office.vault, arrival)], now=TUESDAY))
    uid = office.vault.uid(before.address)
    (row,) = await office.store.read(lambda c: inbox.waiting(c, office.vault, uid=uid))
    assert row.message == arrival.message
    assert arrival.message.position == Position(47, -2)


@pytest.mark.parametrize(
    ("step", "others", "kept"),
    [
        ("door", "", Position(47.21837, -1.55362)),
        ("else", "", Position(47, -2)),
        ("door", "read along", Position(47, -2)),
    ],
)
async def test_the_place_of_a_door_is_kept_as_it_is_shared_and_no_other(
    office: Office, step: str, others: str, kept: Position
) -> None:
    office.room.places = frozenset(("door",))
    here = Address("paper", "a b")
    waits = Person(office.vault.uid(here), state=State(step=Step(step)))
    await office.store.write(lambda c: save(c, office.vault, waits, TUESDAY))
    said = Message(here, "", position=Position(47.21837, -1.55362), group=bool(others))
    assert (await office.room._placed(Arrival("1", said))).message.position == kept


async def test_a_message_that_breaks_its_handler_is_apologised_for_and_never_tried_again(office: Office) -> None:
    office.parrot.breaks["boum"] = ValueError()
    await office.hear("boum", "ensuite")
    await answered(office)
    assert await letters(office) == ["désolé", "« ensuite »"]
    assert office.parrot.heard == ["boum", "ensuite"]
    assert await effects(office) == {"ensuite": 1}


async def test_while_the_database_is_away_a_message_waits_and_is_answered_later(office: Office) -> None:
    office.parrot.breaks["patience"] = StoreUnavailable("gone")
    await office.hear("patience")
    await until(lambda: len(office.parrot.heard) >= 2)
    office.parrot.breaks.clear()
    await answered(office)
    assert await letters(office) == ["« patience »"]


async def test_what_was_written_too_late_to_be_told_is_answered_when_it_is_delivered_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Store.write

    async def too_late(store: Store, work: Callable[[Connection], object]) -> object:
        await write(store, work)
        raise StoreUnavailable("the database does not answer in time")

    monkeypatch.setattr(Store, "write", too_late)
    with pytest.raises(StoreUnavailable):
        await office.hear("douche")
    monkeypatch.undo()
    await office.hear("douche")
    await answered(office)
    assert await letters(office) == ["« douche »"]


async def test_in_danger_without_the_database_the_number_goes_out_all_the_same_and_once(office: Office) -> None:
    await office.store.close()
    for _ in range(2):
        with pytest.raises(StoreUnavailable):
            await office.hear("je vais mourir")
    with pytest.raises(StoreUnavailable):
        await office.hear("douche")
    assert office.paper.to("ana") == ["Appelez le 112."]


async def test_a_row_that_no_key_opens_is_given_up_and_hides_nothing_behind(office: Office) -> None:
    office.room.lanes._stopping = True
    await office.hear("illisible", "ensuite")
    first = select(func.min(INBOX.c.id)).scalar_subquery()
    await office.store.write(lambda c: c.execute(update(INBOX).where(INBOX.c.id == first).values(payload=b"x" * 60)))
    office.room.lanes._stopping = False
    await office.room.take_up(TUESDAY + timedelta(days=1))
    await answered(office)
    assert await letters(office) == ["« ensuite »"]


async def test_a_message_that_makes_the_process_die_is_given_up_with_an_apology_and_no_other(
    open_office: OpenOffice,
) -> None:
    poison, innocent, crashes = "poison", "innocent", 0
    while True:
        office = await open_office()
        office.parrot.breaks[poison] = asyncio.CancelledError()  # the process dies
        if not crashes:
            office.room.lanes._stopping = True
            await office.hear(poison, room="bob")
            await office.hear(innocent, room="ana")
            office.room.lanes._stopping = False
        if crashes < 3:
            office.parrot.breaks[innocent] = asyncio.CancelledError()  # the others die with it
        await office.room.take_up(TUESDAY, crashed=True)
        await answered(office)
        if poison not in office.parrot.heard:
            break
        crashes += 1
    assert crashes == inbox.SUSPECT - 1 + inbox.MOST_ALONE
    assert sorted(await letters(office)) == ["désolé", "« innocent »"]


async def test_how_far_a_door_has_read_is_written_with_what_it_read(office: Office) -> None:
    assert await office.room.cursor("paper") is None
    await office.room.receive([Arrival("1", said("un"))], cursor=Cursor("paper", "s1"))
    await office.room.receive([], cursor=Cursor("paper", "s2"))
    await answered(office)
    assert await office.room.cursor("paper") == "s2"


async def test_what_is_not_answered_at_the_stop_is_answered_by_the_next_start(open_office: OpenOffice) -> None:
    first = await open_office()
    first.parrot.waits = {"un": 0.1}
    await first.hear("un", "deux", "trois")
    await until(lambda: first.parrot.heard == ["un"])
    await first.room.lanes.drain(2)
    assert await letters(first) == ["« un »"]
    second = await open_office()
    await second.room.take_up(TUESDAY)
    await answered(second)
    assert await letters(second) == ["« un »", "« deux »", "« trois »"]
    assert await effects(second) == {"un": 1, "deux": 1, "trois": 1}


async def test_who_left_is_sent_nothing_more(office: Office) -> None:
    await office.hear("un", room="ana")
    await office.hear("un", room="bob")
    await answered(office)
    await office.room.gone(Address("paper", "ana"))
    left = await office.store.read(lambda c: c.execute(select(OUTBOX.c.uid)).scalars().all())
    assert left == [office.vault.uid(Address("paper", "bob"))]


async def test_an_answer_that_cannot_even_be_apologised_for_hides_nothing_behind(office: Office) -> None:
    office.parrot.breaks["boum"] = RuntimeError()
    await office.hear("boum", "ensuite")
    await answered(office)
    assert await letters(office) == ["« ensuite »"]
