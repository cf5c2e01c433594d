"""What goes out leaves in order, at the platform's pace; each kind of failure has its own end."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import select

from bot.post import outbox
from bot.post.carrier import (
    ClosedError,
    DoubtError,
    GoneError,
    Manner,
    MovedError,
    NotSentError,
    Parcel,
    RefusedError,
    TooFastError,
)
from bot.post.delivery import MOST_DOUBTS
from bot.post.pace import Limits
from bot.post.sender import IDLE
from bot.records.sends import Status
from bot.records.statements import OUTBOX
from bot.talk.message import Address
from tests.house import TUESDAY
from tests.post.conftest import Office, OpenOffice
from tests.post.hours import Hours
from tests.post.looking import answered, letters, statuses
from tests.post.paper import Paper
from tests.waiting import until

SENT = (Status.SENT, 0)


async def write(office: Office, *texts: str, room: str = "ana", bulk: bool = False, resend: bool = True) -> None:
    """Put letters in the outbox."""
    parcels = [{"text": text} for text in texts]
    rows = outbox.prepare(office.vault, Address("paper", room), parcels, now=TUESDAY, bulk=bulk, resend=resend)
    await office.store.write(lambda connection: outbox.queue(connection, rows))
    office.room.wake_sender("paper")


@asynccontextmanager
async def sending(office: Office) -> AsyncIterator[asyncio.Task[None]]:
    """The sender at work."""
    running = asyncio.create_task(office.room.senders["paper"].run())
    try:
        yield running
    finally:
        running.cancel()
        await asyncio.wait({running})


def with_hours(office: Office) -> Hours:
    """Give the sender a clock that obeys."""
    hours = office.paper.clock = Hours()
    hours.rule(office.room.senders["paper"])
    return hours


async def finished(office: Office, *, within: float = 10) -> None:
    """Wait until nothing waits any more."""
    async with asyncio.timeout(within):
        while any(status <= 1 for status, _ in await statuses(office)):  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0.01)


async def test_what_waits_is_sent_in_order_and_emptied(office: Office) -> None:
    await write(office, "un", "deux", "trois")
    await write(office, "un", room="bob")
    async with sending(office):
        await finished(office)
    assert office.paper.to("ana") == ["un", "deux", "trois"]
    assert office.paper.to("bob") == ["un"]
    rows = await office.store.read(lambda c: c.execute(select(OUTBOX)).mappings().all())
    assert {(row["uid"], row["parcel"], row["status"]) for row in rows} == {(None, None, Status.SENT)}


async def test_what_comes_while_the_sender_rests_leaves_at_once(office: Office) -> None:
    async with sending(office):
        await asyncio.sleep(0.1)
        await write(office, "un")
        await until(lambda: office.paper.sent, 1)


async def test_what_another_process_wrote_without_a_word_is_found_at_the_next_look(office: Office) -> None:
    sender, looks = office.room.senders["paper"], []

    async def rest(bell: asyncio.Event, seconds: float) -> None:
        looks.append(seconds)
        if not sender.quiet or len(looks) > 1:
            await bell.wait()
        rows = outbox.prepare(office.vault, Address("paper", "ana"), [{"text": "un"}], now=TUESDAY)
        await office.store.write(lambda connection: outbox.queue(connection, rows))

    sender.rest = rest
    async with sending(office):
        await until(lambda: office.paper.sent)
    assert looks[0] == IDLE


async def test_replies_go_before_news(office: Office) -> None:
    for number in range(5):
        await write(office, "nouvelle", room=f"r{number}", bulk=True)
    await write(office, "réponse", room="z")
    office.paper.manner = Manner(Limits(), together=1, repeatable=False)
    async with sending(office):
        await finished(office)
    assert office.paper.sent[0] == ("z", "réponse")


async def test_no_more_are_under_way_than_the_platform_bears_and_one_a_room(office: Office) -> None:
    office.paper.hold = asyncio.Event()
    for number in range(6):
        await write(office, "un", "deux", room=f"r{number}")
    async with sending(office):
        await until(lambda: office.paper.tries == 4)
        await asyncio.sleep(0.1)
        assert office.paper.tries == 4
        claimed = [status for status, _ in await statuses(office)].count(Status.CLAIMED)
        assert claimed == 4
        office.paper.hold.set()
        await finished(office)
    assert all(office.paper.to(f"r{number}") == ["un", "deux"] for number in range(6))


async def test_never_more_in_a_second_than_the_platform_allows(open_office: OpenOffice) -> None:
    office = await open_office(Paper(manner=Manner(Limits(per_second=25), together=8, repeatable=False)))
    with_hours(office)
    for number in range(80):
        await write(office, "un", room=f"r{number}")
    async with sending(office):
        await finished(office)
    at = office.paper.at
    assert len(at) == 80
    assert max(sum(1 for other in at if start <= other < start + 1) for start in at) <= 25
    assert at[-1] - at[0] < 80 / 25 * 1.1


async def test_a_room_is_sent_one_message_a_second_and_a_crowd_twenty_a_minute(open_office: OpenOffice) -> None:
    limits = Limits(room_gap=1, crowd_per_minute=20, is_crowd=lambda room: room.startswith("-"))
    office = await open_office(Paper(manner=Manner(limits, together=8, repeatable=False)))
    with_hours(office)
    await write(office, *(str(number) for number in range(25)), room="ana")
    async with sending(office):
        await finished(office)
    gaps = [later - earlier for earlier, later in zip(office.paper.at, office.paper.at[1:], strict=False)]
    assert min(gaps) >= 1
    assert max(gaps) < 1.5
    office.paper.at.clear()
    for number in range(25):
        await write(office, str(number), room=f"-1 {number}")
    async with sending(office):
        await finished(office)
    at = office.paper.at
    assert len(at) == 25
    assert max(sum(1 for other in at if start <= other < start + 60) for start in at) <= 20


async def test_rooms_that_must_wait_hide_nobody_behind_them(open_office: OpenOffice) -> None:
    office = await open_office(Paper(manner=Manner(Limits(room_gap=1000), together=8, repeatable=False)))
    await write(office, *(str(number) for number in range(200)), room="ana")
    await write(office, "moi", room="bob")
    async with sending(office):
        await until(lambda: office.paper.to("bob"), 3)
    assert office.paper.to("ana") == ["0"]


async def test_when_the_platform_asks_for_silence_nothing_leaves_and_nothing_is_lost(office: Office) -> None:
    hours = with_hours(office)
    office.paper.failures["ana"] = [TooFastError(35)]
    await write(office, "un", "deux")
    await write(office, "un", room="bob")
    async with sending(office):
        await finished(office)
    assert office.paper.to("ana") == ["un", "deux"]
    assert await statuses(office) == [SENT, SENT, SENT]
    asked = office.paper.at[0]
    assert not [moment for moment in office.paper.at if asked < moment < asked + 35]
    assert hours.now >= asked + 35


async def test_what_surely_did_not_leave_is_sent_again_without_a_doubt(office: Office) -> None:
    with_hours(office)
    office.paper.failures["ana"] = [NotSentError(), NotSentError()]
    await write(office, "un", "deux")
    async with sending(office):
        await finished(office)
    assert office.paper.to("ana") == ["un", "deux"]
    assert await statuses(office) == [SENT, SENT]


async def test_a_send_in_doubt_is_sent_again_under_the_same_key_and_counted(office: Office) -> None:
    with_hours(office)
    office.paper.failures["ana"] = [DoubtError(), DoubtError()]
    await write(office, "un")
    async with sending(office):
        await finished(office)
    assert office.paper.to("ana") == ["un"]
    assert await statuses(office) == [(Status.SENT, 2)]


async def test_a_send_in_doubt_that_must_not_be_repeated_is_left_and_counted(office: Office) -> None:
    with_hours(office)
    office.paper.failures["ana"] = [DoubtError()]
    await write(office, "un", "deux", resend=False)
    async with sending(office):
        await finished(office)
    assert office.paper.to("ana") == ["deux"]
    assert await statuses(office) == [(Status.IN_DOUBT, 0), SENT]


async def test_a_letter_that_the_platform_never_stands_is_given_up_when_others_pass(office: Office) -> None:
    with_hours(office)
    office.paper.failures["ana"] = [DoubtError() for _ in range(100)]
    office.paper.manner = Manner(Limits(), together=1, repeatable=False)
    await write(office, "poison", "ensuite")
    for number in range(100):
        await write(office, "un", room=f"r{number}")
    async with sending(office):
        await until(lambda: len(office.paper.sent) == 100, 10)
        await until(lambda: office.paper.tries > 100 + MOST_DOUBTS, 10)
    first = (await statuses(office))[0]
    assert first[0] == Status.IN_DOUBT


async def test_while_the_platform_is_away_for_ten_minutes_it_is_tried_a_few_times_and_nothing_is_lost(
    office: Office,
) -> None:
    hours = with_hours(office)
    for number in range(300):
        await write(office, "un", room=f"r{number}")
    end = hours.now + 600

    async def down(room: str, _parcel: object, key: str) -> None:
        office.paper.tries += 1
        if hours.now < end:
            raise DoubtError
        office.paper.at.append(hours.now)
        office.paper.sent.append((room, key))

    office.paper.send = down  # type: ignore[method-assign, assignment]
    async with sending(office):
        await finished(office, within=30)
    assert len(office.paper.sent) == len(set(office.paper.sent)) == 300
    assert office.paper.tries - 300 <= 25
    assert office.paper.at[0] <= end + 60


async def test_who_blocked_us_is_sent_nothing_more(office: Office) -> None:
    office.paper.failures["ana"] = [GoneError()]
    await write(office, "un", "deux", "trois")
    await write(office, "un", room="bob")
    async with sending(office):
        await finished(office)
    assert office.paper.to("ana") == []
    assert office.paper.to("bob") == ["un"]
    assert await statuses(office) == [(Status.GONE, 0), SENT]


async def test_a_room_that_moved_is_sent_to_under_its_new_name(office: Office) -> None:
    office.paper.failures["-5 7"] = [MovedError("-1005 7"), MovedError("-1005 7")]
    await write(office, "un", "deux", room="-5 7")
    async with sending(office):
        await finished(office)
    assert office.paper.to("-1005 7") == ["un", "deux"]


async def test_a_letter_that_is_refused_stops_nothing(office: Office) -> None:
    office.paper.failures["ana"] = [RefusedError(), ZeroDivisionError()]
    await write(office, "un", "deux", "trois")
    async with sending(office):
        await finished(office)
    assert office.paper.to("ana") == ["trois"]
    assert await statuses(office) == [(Status.REFUSED, 0), (Status.REFUSED, 0), SENT]


async def test_a_platform_that_refuses_us_is_left_alone_and_all_is_kept(office: Office) -> None:
    office.paper.failures["ana"] = [ClosedError("token")]
    await write(office, "un", "deux")
    async with sending(office) as running:
        await asyncio.wait({running}, timeout=3)
        assert running.done()
    assert office.paper.tries == 1
    assert await letters(office) == ["un", "deux"]


async def test_what_was_being_sent_at_a_crash_is_sent_again_or_left_and_counted(open_office: OpenOffice) -> None:
    first = await open_office()
    first.paper.hold = asyncio.Event()
    await write(first, "un", room="ana")
    await write(first, "un", room="bob", resend=False)
    async with sending(first):
        await until(lambda: first.paper.tries == 2)
    assert [status for status, _ in await statuses(first)] == [Status.CLAIMED, Status.CLAIMED]
    second = await open_office()
    async with sending(second):
        await finished(second)
    assert second.paper.sent == [("ana", "un")]
    assert await statuses(second) == [(Status.SENT, 1), (Status.IN_DOUBT, 1)]


async def test_at_the_stop_the_replies_that_wait_still_leave_and_news_wait(office: Office) -> None:
    for number in range(20):
        await write(office, "un", room=f"r{number}")
        await write(office, "nouvelle", room=f"n{number}", bulk=True)
    sender = office.room.senders["paper"]
    office.paper.hold = asyncio.Event()
    asyncio.get_running_loop().call_later(0.2, office.paper.hold.set)
    running = asyncio.create_task(sender.run())
    await asyncio.sleep(0.05)
    await sender.drain(running, 5)
    assert sum(text == "un" for _, text in office.paper.sent) == 20
    assert [status for status, _ in await statuses(office)].count(Status.CLAIMED) == 0
    assert len(await letters(office)) >= 15


async def test_a_stop_does_not_last_longer_than_it_may(office: Office) -> None:
    office.paper.hold = asyncio.Event()
    await write(office, "un")
    sender = office.room.senders["paper"]
    running = asyncio.create_task(sender.run())
    await until(lambda: office.paper.tries)
    async with asyncio.timeout(2):
        await sender.drain(running, 0.5)
    assert await statuses(office) == [(Status.CLAIMED, 0)]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_a_parcel_that_no_key_opens_is_refused_and_hides_nothing(office: Office) -> None:
    await write(office, "un", "deux")
    first = select(OUTBOX.c.id).order_by(OUTBOX.c.id).limit(1).scalar_subquery()
    await office.store.write(lambda c: c.execute(OUTBOX.update().where(OUTBOX.c.id == first).values(parcel=b"?" * 50)))
    async with sending(office):
        await finished(office)
    assert office.paper.to("ana") == ["deux"]
    assert await statuses(office) == [(Status.REFUSED, 0), SENT]


async def test_an_answer_leaves_at_once_without_waiting_for_its_turn_when_nothing_waits(office: Office) -> None:
    async with sending(office):
        await until(lambda: office.room.senders["paper"].quiet)
        office.paper.hold = asyncio.Event()
        await office.hear("douche")
        await until(lambda: office.paper.tries)
        assert await statuses(office) == [(Status.CLAIMED, 0)]
        office.paper.hold.set()
        await finished(office)
    assert await statuses(office) == [SENT]


async def test_answers_and_letters_that_wait_keep_their_order_in_a_room(office: Office) -> None:
    await write(office, "avant 1", "avant 2")
    async with sending(office):
        for number in range(10):
            await office.hear(f"n{number}")
        await answered(office)
        await finished(office)
    assert office.paper.to("ana") == ["avant 1", "avant 2", *(f"« n{number} »" for number in range(10))]


async def test_an_answer_whose_writing_fails_gives_its_place_back(office: Office) -> None:
    async with sending(office):
        await until(lambda: office.room.senders["paper"].quiet)
        office.parrot.breaks["boum"] = RuntimeError()
        office.parrot.late = True
        await office.hear("boum", "ensuite")
        await answered(office)
        await finished(office)
    assert office.paper.to("ana") == ["« ensuite »"]
    assert not office.room.senders["paper"]._going


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_through_a_storm_of_refusals_nothing_is_lost_and_the_pace_is_kept(open_office: OpenOffice) -> None:
    office = await open_office(Paper(manner=Manner(Limits(per_second=25), together=8, repeatable=False)))
    hours, chance = with_hours(office), random.Random(5)
    for number in range(600):
        await write(office, "un", room=f"r{number}")
    leaving, silences = [], []
    send = office.paper.send

    async def stormy(room: str, parcel: Parcel, key: str) -> None:
        leaving.append(hours.now)
        drawn = chance.random()
        if drawn < 0.05:
            seconds = chance.randint(1, 35)
            silences.append((hours.now, hours.now + seconds))
            raise TooFastError(seconds)
        if drawn < 0.06:
            raise DoubtError  # 500
        await send(room, parcel, key)
        if drawn < 0.07:
            raise DoubtError  # reset once accepted

    office.paper.send = stormy  # type: ignore[method-assign]
    async with sending(office):
        await finished(office, within=60)
    heard = Counter(room for room, _ in office.paper.sent)
    doubts = sum(doubts for _, doubts in await statuses(office))
    assert len(heard) == 600
    assert sum(heard.values()) - 600 <= doubts
    assert len(silences) > 10
    assert max(sum(1 for other in leaving if start <= other < start + 1) for start in leaving) <= 25
    assert not [moment for moment in leaving for begin, end in silences if begin < moment < end]
