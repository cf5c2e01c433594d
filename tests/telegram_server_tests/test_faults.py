"""What goes wrong when told, as the library raises it."""

from __future__ import annotations

import asyncio
import datetime as dt

import httpx
import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from tests.telegram_server import Person, TelegramServer
from tests.telegram_server_tests.conftest import Client


@pytest.fixture
def ana(telegram: TelegramServer) -> Person:
    telegram.flood.on = False
    return telegram.person()


@pytest.mark.parametrize(
    ("kind", "raised", "cause", "accepted"),
    [
        ("500", NetworkError, type(None), 0),
        ("502", NetworkError, TelegramError, 0),
        ("502html", NetworkError, TelegramError, 0),
        ("429", RetryAfter, type(None), 0),
        ("hang", TimedOut, httpx.ReadTimeout, 0),
        ("hang_after", TimedOut, httpx.ReadTimeout, 1),
        ("reset", NetworkError, httpx.HTTPError, 0),
        ("refuse", NetworkError, httpx.HTTPError, 0),
        ("reset_after", NetworkError, httpx.HTTPError, 1),
        ("reset_after_accept", NetworkError, httpx.HTTPError, 1),
    ],
)
async def test_each_failure_is_raised_as_the_real_one(
    ana: Person,
    telegram: TelegramServer,
    library: Bot,
    kind: str,
    raised: type[TelegramError],
    cause: type[BaseException],
    accepted: int,
) -> None:
    telegram.fault("sendMessage", kind)
    with pytest.raises(raised) as failed:
        await library.send_message(ana.chat["id"], "un", read_timeout=0.3 if kind.startswith("hang") else 5)
    assert failed.type is raised
    assert isinstance(failed.value.__cause__, cause)
    assert [sent.answered for sent in ana.heard] == [False] * accepted
    await library.send_message(ana.chat["id"], "deux")
    assert [sent.answered for sent in ana.heard] == [False] * accepted + [True]


async def test_how_long_to_be_silent_is_told(ana: Person, telegram: TelegramServer, library: Bot) -> None:
    telegram.fault("sendMessage", "429", retry_after=7)
    with pytest.raises(RetryAfter) as slow:
        await library.send_message(ana.chat["id"], "x")
    assert slow.value.retry_after == dt.timedelta(seconds=7)


async def test_a_failure_is_of_one_method_or_of_any_and_lasts_as_told(telegram: TelegramServer, api: Client) -> None:
    telegram.fault("getMe", "500", times=2)
    assert [(await api.ask("getMe"))[0] for _ in range(3)] == [500, 500, 200]
    telegram.fault("sendMessage", "500", times=None)
    assert (await api.ask("getMe"))[0] == 200
    telegram.fault("*", "500", times=None)
    assert {(await api.ask("getMe"))[0] for _ in range(5)} == {500}
    telegram.faults.clear()
    assert (await api.ask("getMe"))[0] == 200


async def test_a_share_of_the_calls_fails_the_same_whenever_the_seed_is(telegram: TelegramServer, api: Client) -> None:
    runs = []
    for seed in (1, 1, 2):
        telegram.faults.clear()
        telegram.fault("getMe", "500", times=None, share=0.5, seed=seed)
        runs.append([(await api.ask("getMe"))[0] for _ in range(40)])
    assert runs[0] == runs[1] != runs[2]
    assert 8 < runs[0].count(500) < 32


def test_a_failure_that_is_not_known_is_an_error(telegram: TelegramServer) -> None:
    with pytest.raises(ValueError, match="explode is none of"):
        telegram.fault("getMe", "explode")


async def test_a_download_is_cut_or_drips(telegram: TelegramServer) -> None:
    number = telegram.store_file(6, b"abcdef")
    address = f"{telegram.url}/file/bot{telegram.token}/files/{number}"
    async with httpx.AsyncClient() as client:
        telegram.fault("download", "cut")
        with pytest.raises(httpx.RemoteProtocolError):
            await client.get(address)
        telegram.fault("download", "drip")
        async with client.stream("GET", address) as response:
            first = await anext(response.aiter_raw())
        assert first == b"a"
        assert (await client.get(address)).content == b"abcdef"
    assert telegram.requests["download"] == 3
    with pytest.raises(ValueError, match="a download only"):
        telegram.fault("getMe", "cut")


async def test_what_is_refused_is_not_accepted_even_unanswered(
    ana: Person, telegram: TelegramServer, api: Client
) -> None:
    telegram.fault("sendMessage", "reset_after")
    assert await api.refused("sendMessage", chat_id=ana.chat["id"], text="") == "Bad Request: message text is empty"
    assert not ana.heard


async def test_what_was_told_stays_told_when_another_call_is_cut(
    ana: Person, telegram: TelegramServer, api: Client, library: Bot
) -> None:
    await api("sendMessage", chat_id=ana.chat["id"], text="x")
    telegram.fault("getMe", "reset_after")
    with pytest.raises(NetworkError):
        await library.get_me()
    assert [sent.answered for sent in ana.heard] == [True]


async def test_down_refuses_connections_and_up_listens_on_the_same_port(
    ana: Person, telegram: TelegramServer, library: Bot
) -> None:
    port = telegram.port
    await telegram.down()
    await asyncio.sleep(0.05)  # the connections that were open are seen to be closed
    with pytest.raises(NetworkError) as failed:
        await library.send_message(ana.chat["id"], "un")
    assert isinstance(failed.value.__cause__, httpx.ConnectError)
    await telegram.up()
    await library.send_message(ana.chat["id"], "deux")
    assert telegram.port == port
    assert [sent.text for sent in ana.heard] == ["deux"]
