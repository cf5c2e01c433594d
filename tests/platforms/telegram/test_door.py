"""The door in front of a strict Bot API: nothing is acknowledged before it is stored, and every failure is outlived."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram.error import Conflict

from bot.platforms.telegram.carrier import TelegramCarrier
from bot.post.carrier import ClosedError, DoubtError, GoneError, MovedError, NotSentError, RefusedError, TooFastError
from bot.post.door import Health
from bot.talk.message import Address, Attachment, Choice, Message, Position, Reply, Text, Venue
from tests.platforms.telegram.conftest import Bot, make_bot
from tests.telegram_server import Person, TelegramServer
from tests.waiting import until


def to(person: Person) -> str:
    return str(person.chat["id"])


async def send(carrier: TelegramCarrier, person: Person, reply: Reply) -> None:
    asked = Message(Address("telegram", to(person)), "x", ref="1")
    for parcel in carrier.pack(reply, asked):
        await carrier.send(to(person), parcel, "key")


async def test_what_people_write_arrives_in_order(telegram: TelegramServer, bot: Bot) -> None:
    ana = telegram.person(language="en")
    for number in range(5):
        ana.says(f"n{number}")
    bot.listens()
    ana.shares(47.21837, -1.55362)
    got = await bot.post.gets(6)
    assert [message.text for message in got] == ["n0", "n1", "n2", "n3", "n4", ""]
    assert got[0].language == "en"
    assert got[5].position == Position(47.21837, -1.55362)
    assert bot.door.health is Health.OPEN


async def test_an_update_is_acknowledged_only_once_it_is_stored(telegram: TelegramServer, bot: Bot) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    bot.door.sleep = sleep
    bot.listens()
    await asyncio.sleep(0.2)
    bot.post.away = 3
    number = telegram.person().says("douche")
    await bot.post.gets(1)
    assert waits == [1, 2, 4]
    await until(lambda: number in telegram.acknowledged)


async def test_malformed_updates_are_acknowledged_and_hide_nothing(telegram: TelegramServer, bot: Bot) -> None:
    telegram.raw({"update_id": 1, "message": {"chat": [], "from": "x"}})
    telegram.raw({"update_id": 2, "message": None})
    telegram.raw({"update_id": 3, "galactic_event": {"x": [[[]]]}})
    telegram.person().says("douche")
    bot.listens()
    await bot.post.gets(1)


async def test_commands_and_descriptions_are_told_in_each_language(telegram: TelegramServer, bot: Bot) -> None:
    bot.listens()
    await until(lambda: len(telegram.descriptions) >= 10)
    assert {"", "en", "ar", "es", "uk"} <= set(telegram.commands)
    assert telegram.commands["en"][0] == {"command": "menu", "description": "Find help"}


async def test_presses_are_answered_and_somebody_else_s_is_refused(telegram: TelegramServer, bot: Bot) -> None:
    bot.listens()
    ana, bob = telegram.person(), telegram.person(name="Bob")
    group = telegram.group(ana, bob)
    group.mentions("douche")
    (asked,) = await bot.post.gets(1)
    parcels = bot.carrier.pack(Reply((Text("Voici"),), (Choice("Plus", "/plus"),)), asked)
    await bot.carrier.send(asked.address.room, parcels[0], "k")
    (sent,) = await group.hears()
    assert sent.reply_to == int(asked.ref)
    group.of(bob).presses(sent.buttons["Plus"], of=sent)
    group.presses(sent.buttons["Plus"], of=sent)
    _, pressed = await bot.post.gets(2)
    assert (pressed.text, pressed.pressed) == ("/plus", True)
    await until(lambda: len(telegram.answered) >= 2)
    told = sorted(str(answer.get("text", "")) for answer in telegram.answered)
    assert told[0] == ""
    assert told[1].startswith("Ce bouton répond à une autre personne")
    assert len(bot.post.arrivals) == 2


async def test_who_blocks_is_told_to_the_mailroom(telegram: TelegramServer, bot: Bot) -> None:
    bot.listens()
    ana = telegram.person()
    ana.blocks()
    await until(lambda: bot.post.lost)
    assert bot.post.lost == [Address("telegram", to(ana))]


async def test_an_inline_query_is_answered_by_articles(telegram: TelegramServer, bot: Bot) -> None:
    bot.listens()
    ana = telegram.person()
    asked, empty = ana.asks_inline("douche nantes"), ana.asks_inline("")
    await until(lambda: len(telegram.inline) >= 2)
    results = telegram.inline[asked]["results"]
    assert [result["title"] for result in results] == ["Tous les résultats", "Bains-douches <1>"]
    assert "&lt;1&gt;" in results[1]["input_message_content"]["message_text"]
    assert telegram.inline[empty]["results"][0]["id"] == "hint"
    assert not bot.post.arrivals


async def test_a_place_and_a_file_are_delivered(telegram: TelegramServer, bot: Bot) -> None:
    ana = telegram.person()
    telegram.flood.on = False
    file = Attachment("rdv.ics", "text/calendar", "BEGIN:VCALENDAR é".encode())
    await send(bot.carrier, ana, Reply((Text("Voici"),), attachments=(file,), venue=Venue("CCAS", "1 rue", 47.2, -1.5)))
    words, venue, document = ana.heard
    assert words.text == "Voici"
    assert (venue.method, venue.parameters["latitude"]) == ("sendVenue", 47.2)
    assert (document.file_name, document.document) == ("rdv.ics", file.content)


async def test_each_failure_has_its_own_end(telegram: TelegramServer, bot: Bot) -> None:
    telegram.flood.on = False
    hello = Reply((Text("Bonjour"),))
    ana = telegram.person()
    for kind, expected in (
        ("500", DoubtError),
        ("502", DoubtError),
        ("reset", DoubtError),
        ("reset_after", DoubtError),
    ):
        telegram.fault("sendMessage", kind)
        with pytest.raises(expected):
            await send(bot.carrier, ana, hello)
    assert len(ana.heard) == 1  # reset_after was delivered
    telegram.fault("sendMessage", "429", retry_after=7)
    with pytest.raises(TooFastError) as slow:
        await send(bot.carrier, ana, hello)
    assert slow.value.seconds == 7
    ana.blocks(told=False)
    with pytest.raises(GoneError):
        await send(bot.carrier, ana, hello)
    bob = telegram.person()
    bob.leaves_telegram()
    with pytest.raises(GoneError):
        await send(bot.carrier, bob, hello)
    stranger = telegram.person()
    telegram.chats.discard(stranger.chat["id"])
    with pytest.raises(GoneError):
        await send(bot.carrier, stranger, hello)
    with pytest.raises(RefusedError):
        await bot.carrier.send(to(telegram.person()), {"method": "sendMessage", "params": {"text": "x" * 5000}}, "k")
    await telegram.down()
    await asyncio.sleep(0.05)  # the connections that were open are seen to be closed
    with pytest.raises(NotSentError):
        await send(bot.carrier, ana, hello)


async def test_a_group_that_became_a_supergroup_has_moved(telegram: TelegramServer, bot: Bot) -> None:
    ana = telegram.person()
    group = telegram.group(ana, kind="group")
    old = group.chat["id"]
    new = group.migrates()
    with pytest.raises(MovedError) as moved:
        await bot.carrier.send(f"{old} 7", {"method": "sendMessage", "params": {"text": "x"}}, "k")
    assert moved.value.room == f"{new} 7"


async def test_a_text_whose_markup_is_refused_is_sent_without_it(telegram: TelegramServer, bot: Bot) -> None:
    ana = telegram.person()
    parcel = {"method": "sendMessage", "params": {"text": "<b>cassé", "parse_mode": "HTML"}, "plain": "cassé"}
    await bot.carrier.send(to(ana), parcel, "k")
    assert [sent.text for sent in ana.heard] == ["cassé"]


async def test_a_message_of_a_slot_takes_the_place_of_the_last_one(telegram: TelegramServer, bot: Bot) -> None:
    ana, bob = telegram.person(), telegram.person()
    telegram.flood.on = False
    for text in ("10 partis", "20 partis", "20 partis"):
        await send(bot.carrier, ana, Reply((Text(text),), slot="campaign-1"))
    await send(bot.carrier, ana, Reply((Text("autre"),), slot="campaign-2"))
    await send(bot.carrier, bob, Reply((Text("30 partis"),), slot="campaign-1"))
    assert [each.text for each in ana.heard] == ["10 partis", "autre"]
    assert [each.text for each in bob.heard] == ["30 partis"]
    assert telegram.requests["editMessageText"] == 2
    shown = telegram.remembered(ana.heard[0].chat, ana.heard[0].message_id)
    assert shown
    assert shown["text"] == "20 partis"
    telegram.forget(shown)
    await send(bot.carrier, ana, Reply((Text("40 partis"),), slot="campaign-1"))
    assert [each.text for each in ana.heard] == ["10 partis", "autre", "40 partis"]


async def test_a_token_that_is_refused_closes_the_door_with_what_to_do(telegram: TelegramServer) -> None:
    bot = make_bot(telegram)
    telegram.token = "4242:another"
    with pytest.raises(ClosedError, match="SOLIPACTE_TELEGRAM_TOKEN"):
        await bot.door.listen()
    with pytest.raises(ClosedError):
        await send(bot.carrier, telegram.person(), Reply((Text("x"),)))
    assert bot.door.health is Health.CLOSED
    await bot.door.close()


class Hours:
    """A clock that goes as far as is asked, at once."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


async def test_while_telegram_is_away_for_ten_minutes_it_is_asked_twenty_five_times_at_most(
    telegram: TelegramServer, bot: Bot
) -> None:
    hours = Hours()
    bot.door.now, bot.door.sleep = hours, hours.sleep
    tries, back = 0, 0.0
    poll = bot.door.bot._post

    async def counted(endpoint: str, *args: Any, **more: Any) -> Any:
        nonlocal tries, back
        if hours.now < 600:
            tries += 1
            await telegram.down()
        elif not back:
            back = hours.now
            await telegram.up()
        return await poll(endpoint, *args, **more)

    bot.door.bot._unfreeze()
    bot.door.bot._post = counted  # type: ignore[method-assign]
    telegram.person().says("douche")
    bot.listens()
    await bot.post.gets(1)
    assert 3 <= tries <= 20
    assert 600 <= back <= 660
    assert bot.door.health is Health.OPEN


async def test_of_two_processes_that_poll_the_older_waits_and_says_so_once(telegram: TelegramServer, bot: Bot) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(0.05)

    bot.door.sleep = sleep
    bot.listens()
    await asyncio.sleep(0.3)
    other = make_bot(telegram)

    async def compete() -> None:
        while True:
            with suppress(Conflict):
                await other.door._updates(None)

    with capture_logs() as journal:
        task = asyncio.create_task(compete())
        await until(lambda: len(waits) >= 3)
    assert set(waits) == {10}
    assert [line["log_level"] for line in journal] == ["warning"]
    assert bot.door.health is Health.ELSEWHERE
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await other.door.close()
