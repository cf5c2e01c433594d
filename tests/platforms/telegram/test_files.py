"""Files are fetched from the strict Bot API, through whatever goes wrong there; the token is told to nobody."""

from __future__ import annotations

import logging
import traceback

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.platforms.telegram import request
from bot.talk.fetching import Fetching, FileError
from bot.talk.message import FileRef, Message
from tests.platforms.telegram.conftest import Bot, make_bot
from tests.telegram_server import TelegramServer
from tests.telegram_server.methods.itself import LARGEST_FILE

CONTENT = "BEGIN:VCALENDAR é".encode() * 3_000


async def sent(telegram: TelegramServer, bot: Bot, held: bytes, caption: str) -> Message:
    """The message by which somebody sends a file."""
    telegram.person().sends_file("agenda.ics", held=held, caption=caption)
    bot.listens()
    return (await bot.post.gets(1))[0]


async def why(bot: Bot, handle: str, most: int = 5_000_000) -> str:
    """Why a file cannot be had."""
    with pytest.raises(FileError) as missed:
        await bot.carrier.fetch(handle, most)
    assert "test-token" not in "".join(traceback.format_exception(missed.value))
    return missed.value.why


async def test_a_file_is_where_the_message_says_and_holds_what_was_sent(telegram: TelegramServer, bot: Bot) -> None:
    message = await sent(telegram, bot, CONTENT, "dep-44")
    assert message.file is not None
    assert (message.file.name, message.file.size, message.text) == ("agenda.ics", len(CONTENT), "dep-44")
    assert message.unread is None
    assert telegram.requests["getFile"] == telegram.requests["download"] == 0, "the door fetches nothing by itself"
    assert await bot.carrier.fetch(message.file.handle, len(CONTENT)) == CONTENT


@pytest.mark.parametrize("kind", ["500", "502", "429", "reset", "cut"])
async def test_what_goes_wrong_with_a_download_may_go_well_later(telegram: TelegramServer, bot: Bot, kind: str) -> None:
    number = telegram.store_file(len(CONTENT), CONTENT)
    # On a connection that has served before, aiohttp asks once more by itself.
    telegram.fault("download", kind, times=2 if kind == "reset" else 1)
    assert await why(bot, number) == "away"
    assert await bot.carrier.fetch(number, 5_000_000) == CONTENT


@pytest.mark.parametrize("kind", ["500", "502", "429", "reset"])
async def test_so_may_what_goes_wrong_with_the_question_where_it_is(
    telegram: TelegramServer, bot: Bot, kind: str
) -> None:
    number = telegram.store_file(3, b"abc")
    telegram.fault("getFile", kind)
    assert await why(bot, number) == "away"
    assert telegram.requests["download"] == 0
    assert await bot.carrier.fetch(number, 5_000_000) == b"abc"


async def test_a_file_beyond_the_bound_is_not_fetched_and_one_that_lies_is_read_no_farther(
    telegram: TelegramServer, bot: Bot
) -> None:
    assert await why(bot, telegram.store_file(LARGEST_FILE + 1)) == "large"
    assert await why(bot, telegram.store_file(101), most=100) == "large"
    assert telegram.requests["download"] == 0
    assert await why(bot, telegram.store_file(7, bytes(5_000_000)), most=100) == "large"


async def test_a_file_that_is_no_more_and_one_that_never_was(bot: Bot) -> None:
    assert await why(bot, "BQACAgQAAxkBAAI99999999") == "gone"
    assert await why(bot, "") == "gone"
    assert await why(bot, "../../etc/passwd") == "gone"


async def test_a_download_that_drips_ends_with_the_patience_of_the_conversation(
    telegram: TelegramServer, bot: Bot
) -> None:
    number = telegram.store_file(len(CONTENT), CONTENT)
    telegram.fault("download", "drip")
    fetching = Fetching({"telegram": bot.carrier.fetch}, patience=0.3)
    with pytest.raises(FileError) as missed:
        await fetching.fetch("telegram", FileRef("a", None, number))
    assert missed.value.why == "away"


async def test_a_download_that_never_begins_is_left_off(
    telegram: TelegramServer, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request, "READ", 0.1)
    telegram.fault("download", "hang")
    assert await why(bot, telegram.store_file(3, b"abc")) == "away"


async def test_the_token_is_not_written_in_the_journal(
    telegram: TelegramServer, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    number = telegram.store_file(3, b"abc")
    caplog.set_level(logging.INFO)
    caplog.clear()
    with capture_logs() as logs:
        await bot.carrier.fetch(number, 10)
        telegram.fault("download", "cut")
        await why(bot, number)
        await telegram.down()
        assert await why(bot, number) == "away"
    assert "test-token" not in f"{logs}{caplog.text}"


@pytest.mark.parametrize(
    "told",
    [
        [],
        {},
        {"file_path": "/var/lib/telegram-bot-api/secret"},
        {"file_path": "documents/../../x"},
        {"file_path": 7},
    ],
)
async def test_what_is_no_address_of_a_file_is_not_gone_to(told: object) -> None:
    app = web.Application()

    async def answers(_asked: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": told})

    app.router.add_post("/bot4242:test-token/getFile", answers)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    bot = make_bot(TelegramServer(port=runner.addresses[0][1]))
    assert await why(bot, "x") == "gone"
    await bot.door.close()
    await runner.cleanup()
