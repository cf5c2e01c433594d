"""Whom the bot may write to, and how much."""

from __future__ import annotations

import datetime as dt

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from tests.telegram_server import TelegramServer
from tests.telegram_server_tests.conftest import Client, Clock


async def test_nobody_is_written_to_who_did_not_write_first(telegram: TelegramServer, library: Bot) -> None:
    ana = telegram.stranger()
    with pytest.raises(BadRequest, match="Chat not found"):
        await library.send_message(ana.chat["id"], "x")
    ana.says("/start")
    await library.send_message(ana.chat["id"], "x")
    assert [sent.text for sent in ana.heard] == ["x"]


async def test_who_blocks_is_not_written_to_and_it_is_told(telegram: TelegramServer, library: Bot) -> None:
    ana = telegram.person()
    ana.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await library.send_message(ana.chat["id"], "x")
    ana.unblocks()
    await library.send_message(ana.chat["id"], "x")
    told = [update.my_chat_member for update in await library.get_updates()]
    assert [each and each.new_chat_member.status for each in told] == ["kicked", "member"]


async def test_an_account_that_is_no_more_is_not_written_to(telegram: TelegramServer, library: Bot) -> None:
    ana = telegram.person()
    ana.leaves_telegram()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await library.send_message(ana.chat["id"], "x")


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_group_that_puts_the_bot_out_is_not_written_to(
    telegram: TelegramServer, library: Bot, kind: str
) -> None:
    group = telegram.group(telegram.person(), kind=kind)
    group.kicks_bot()
    with pytest.raises(Forbidden, match=f"bot was kicked from the {kind} chat"):
        await library.send_message(group.chat["id"], "x")
    group.adds_bot()
    await library.send_message(group.chat["id"], "x")
    await library.leave_chat(group.chat["id"])
    with pytest.raises(Forbidden, match=f"bot is not a member of the {kind} chat"):
        await library.send_message(group.chat["id"], "x")


async def test_a_group_that_moved_says_where(telegram: TelegramServer, library: Bot) -> None:
    ana, bob = telegram.person(), telegram.person(name="Bob")
    group = telegram.group(ana, bob, kind="group")
    there, old = group.of(bob), group.chat["id"]
    new = group.migrates()
    with pytest.raises(ChatMigrated) as moved:
        await library.send_message(old, "x")
    assert moved.value.new_chat_id == new
    assert (await library.send_message(new, "x")).chat.type == "supergroup"
    there.says("ici")
    told = [update.message for update in await library.get_updates() if update.message]
    assert [message.chat.id for message in told] == [old, new, new]
    assert (told[0].migrate_to_chat_id, told[1].migrate_from_chat_id) == (new, old)


async def test_a_person_is_written_to_once_a_second(telegram: TelegramServer, library: Bot, clock: Clock) -> None:
    ana = telegram.person()
    await library.send_message(ana.chat["id"], "1")
    clock.now += 0.94
    with pytest.raises(RetryAfter) as slow:
        await library.send_message(ana.chat["id"], "2")
    assert slow.value.retry_after == dt.timedelta(seconds=1)
    clock.now += 0.01
    await library.send_message(ana.chat["id"], "2")
    assert [sent.text for sent in ana.heard] == ["1", "2"]


async def test_a_group_is_written_to_twenty_times_a_minute(telegram: TelegramServer, api: Client, clock: Clock) -> None:
    group = telegram.group(telegram.person())
    for number in range(20):
        await api("sendMessage", chat_id=group.chat["id"], text=str(number))
    clock.now += 20
    status, answer = await api.ask("sendMessage", json={"chat_id": group.chat["id"], "text": "x"})
    assert (status, answer["description"]) == (429, "Too Many Requests: retry after 41")
    assert answer["parameters"] == {"retry_after": 41}
    clock.now += 40
    await api("sendMessage", chat_id=group.chat["id"], text="x")


async def test_everybody_together_thirty_times_a_second(telegram: TelegramServer, api: Client, clock: Clock) -> None:
    people = [telegram.person() for _ in range(31)]
    for person in people[:30]:
        await api("sendMessage", chat_id=person.chat["id"], text="x")
    last = people[30].chat["id"]
    assert await api.refused("sendMessage", chat_id=last, text="x") == "Too Many Requests: retry after 1"
    clock.now += 1
    await api("sendMessage", chat_id=last, text="x")
    assert len(telegram.sent) == 31


async def test_without_limits_any_number_is_sent(telegram: TelegramServer, api: Client) -> None:
    telegram.flood.on = False
    ana = telegram.person()
    for number in range(40):
        await api("sendMessage", chat_id=ana.chat["id"], text=str(number))
    assert len(ana.heard) == 40
