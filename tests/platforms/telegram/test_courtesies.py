"""What is said beside the messages is never waited for, never in the way, and quotes nobody."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.platforms.telegram.courtesies import LATER, MOST
from bot.platforms.telegram.updates import Inquiry, Press
from bot.talk.message import Choice, Message, Reply, Text
from tests.platforms.telegram.conftest import Bot
from tests.telegram_server import Group, Sent, TelegramServer
from tests.waiting import until


async def test_commands_are_told_again_when_telegram_did_not_take_them(telegram: TelegramServer, bot: Bot) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    bot.door.courtesies.sleep = sleep
    telegram.fault("setMyCommands", "500", times=2)
    bot.listens()
    await until(lambda: "uk" in telegram.commands)
    assert waits == list(LATER[:2])


async def test_what_is_told_of_a_foreign_button_is_in_the_language_of_who_pressed(
    telegram: TelegramServer, bot: Bot
) -> None:
    telegram.queries.add("q")
    bot.door.courtesies.press(Press("q", foreign=True, language="en-US"))
    await until(lambda: telegram.answered)
    said = bot.door.courtesies.words("en", "telegram-not-yours")
    assert telegram.answered[0]["text"] == said
    assert said != bot.door.courtesies.words("fr", "telegram-not-yours")


async def test_an_inquiry_that_breaks_shows_no_word_of_it(
    bot: Bot, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(text: str, _language: str | None) -> Reply:
        raise RuntimeError(f"secret: {text}")

    bot.door.courtesies.inquire = broken
    with capture_logs() as journal:
        bot.door.courtesies.inquiry(Inquiry("q", "je dors dehors"))
        await until(lambda: not bot.door.courtesies._tasks)
    assert [line["error"] for line in journal] == ["RuntimeError"]
    assert "dehors" not in f"{journal}{capfd.readouterr()}{caplog.text}"


async def test_there_are_never_more_than_so_many(bot: Bot) -> None:
    started, hold = 0, asyncio.Event()

    async def slow(_text: str, _language: str | None) -> Reply:
        nonlocal started
        started += 1
        await hold.wait()
        return Reply((Text("x"),))

    bot.door.courtesies.inquire = slow
    for number in range(MOST + 20):
        bot.door.courtesies.inquiry(Inquiry(str(number), "douche"))
    await until(lambda: started)
    assert started == MOST
    hold.set()


async def send(bot: Bot, group: Group, asked: Message) -> Sent:
    """An answer with a button, in a group."""
    before = len(group.heard)
    (parcel,) = bot.carrier.pack(Reply((Text("Voici"),), (Choice("Plus", "/plus"),)), asked)
    await bot.carrier.send(asked.address.room, parcel, "k")
    (sent,) = await group.hears(after=before)
    return sent


async def test_in_a_group_buttons_stay_their_asker_s_from_answer_to_answer(telegram: TelegramServer, bot: Bot) -> None:
    telegram.flood.on = False
    bot.listens()
    ana, bob = telegram.person(), telegram.person(name="Bob")
    group = telegram.group(ana, bob)
    group.mentions("douche")
    asked = (await bot.post.gets(1))[-1]
    for number in (2, 3, 4):
        sent = await send(bot, group, asked)
        assert sent.reply_to == int((await bot.post.gets(1))[0].ref)
        group.of(bob).presses("/plus", of=sent)
        group.presses("/plus", of=sent)
        asked = (await bot.post.gets(number))[-1]
    assert {message.address.room for message in bot.post.messages} == {f"{group.chat['id']} {ana.chat['id']}"}
    await until(lambda: len(telegram.answered) == 6)
    assert sum("show_alert" in answer for answer in telegram.answered) == 3
