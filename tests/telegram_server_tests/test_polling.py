"""Updates that the bot asks for."""

from __future__ import annotations

import asyncio
import time

import pytest
from telegram import Bot
from telegram.error import Conflict

from tests.telegram_server import TelegramServer
from tests.telegram_server.mailbox import MOST
from tests.telegram_server_tests.conftest import Client, Clock


async def ids(api: Client, **parameters: object) -> list[int]:
    return [update["update_id"] for update in await api("getUpdates", **parameters)]


async def test_an_offset_acknowledges_all_below_it_and_nothing_else_does(telegram: TelegramServer, api: Client) -> None:
    one, two, three = (telegram.person().says(str(number)) for number in range(3))
    assert await ids(api) == await ids(api) == [one, two, three]
    assert not telegram.acknowledged
    assert await ids(api, offset=two + 1) == [three]
    assert telegram.acknowledged == {one, two}
    assert await ids(api) == [three]


async def test_a_negative_offset_counts_from_the_end_and_forgets_what_is_before(
    telegram: TelegramServer, api: Client
) -> None:
    numbers = [telegram.person().says(str(number)) for number in range(5)]
    assert await ids(api, offset=-2) == numbers[3:]
    assert await ids(api) == numbers[3:]


async def test_a_limit_is_one_to_a_hundred(telegram: TelegramServer, api: Client) -> None:
    ana = telegram.person()
    numbers = [ana.says(str(number)) for number in range(MOST + 5)]
    assert await ids(api, limit=3) == numbers[:3]
    assert await ids(api, limit=1000) == await ids(api) == numbers[:MOST]
    assert await ids(api, limit=0) == numbers[:1]


async def test_who_waits_is_told_at_once_and_else_waits_to_the_end(telegram: TelegramServer, api: Client) -> None:
    begun = time.monotonic()
    assert await ids(api, timeout=1) == []
    assert 0.9 < time.monotonic() - begun < 3
    waiting = asyncio.create_task(ids(api, timeout=20))
    await asyncio.sleep(0.1)
    begun = time.monotonic()
    number = telegram.person().says("douche")
    assert await waiting == [number]
    assert time.monotonic() - begun < 1


async def test_of_two_pollers_the_older_is_told_to_go(telegram: TelegramServer, library: Bot, api: Client) -> None:
    older = asyncio.create_task(library.get_updates(timeout=5))
    while telegram.mailbox._poller is None:  # noqa: ASYNC110 - the server tells nobody
        await asyncio.sleep(0.005)
    newer = asyncio.create_task(ids(api, timeout=5))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await older
    number = telegram.person().says("douche")
    assert await newer == [number]


async def test_who_polls_is_told_that_a_webhook_is_set(telegram: TelegramServer, library: Bot) -> None:
    waiting = asyncio.create_task(library.get_updates(timeout=5))
    while telegram.mailbox._poller is None:  # noqa: ASYNC110 - idem
        await asyncio.sleep(0.005)
    await library.set_webhook("http://127.0.0.1:1/")
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await waiting
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await library.get_updates()
    await library.delete_webhook()
    assert await library.get_updates() == ()


async def test_a_poller_that_goes_away_hinders_nobody(telegram: TelegramServer, api: Client) -> None:
    gone = asyncio.create_task(ids(api, timeout=20))
    await asyncio.sleep(0.1)
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)
    waiting = asyncio.create_task(ids(api, timeout=5))
    await asyncio.sleep(0.1)
    number = telegram.person().says("douche")
    assert await waiting == [number]


async def test_kinds_are_chosen_once_for_what_comes_later(telegram: TelegramServer, api: Client) -> None:
    ana = telegram.person()
    before = ana.says("avant")
    await api("getUpdates", allowed_updates=["callback_query"], offset=-1)
    ana.says("ignoré")
    press = ana.presses("/plus", of=None)
    assert await ids(api) == [before, press]
    await api("getUpdates", allowed_updates=[])
    again = ana.says("encore")
    assert await ids(api) == [before, press, again]


async def test_membership_of_others_is_told_only_when_asked_for(telegram: TelegramServer, api: Client) -> None:
    telegram.deliver(chat_member={"chat": {"id": -5, "type": "supergroup"}})
    assert await ids(api) == []
    await api("getUpdates", allowed_updates=["chat_member"])
    number = telegram.deliver(chat_member={"chat": {"id": -5, "type": "supergroup"}})
    assert await ids(api) == [number]


async def test_buttons_are_too_old_after_150_seconds_and_messages_after_a_day(
    telegram: TelegramServer, api: Client, clock: Clock
) -> None:
    ana = telegram.person()
    said, pressed = ana.says("douche"), ana.presses("/plus", of=None)
    clock.now += 149
    assert await ids(api) == [said, pressed]
    clock.now += 1
    assert await ids(api) == [said]
    clock.now += 86_400 - 150
    assert await ids(api) == []
    assert telegram.mailbox.dropped == {said, pressed}


async def test_an_update_is_delivered_again_though_it_was_acknowledged(telegram: TelegramServer, api: Client) -> None:
    number = telegram.person().says("douche")
    assert await ids(api, offset=number + 1) == []
    for _ in range(2):
        telegram.redeliver(number)
        assert await ids(api, offset=number + 1) == [number]
        assert await ids(api, offset=number + 1) == []


async def test_anything_may_be_delivered(telegram: TelegramServer, api: Client) -> None:
    update = {"update_id": 3, "galactic_event": {"x": [[[]]]}}
    telegram.raw(update)
    assert await api("getUpdates") == [update]
