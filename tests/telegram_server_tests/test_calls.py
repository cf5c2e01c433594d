"""How a method is called, and what is refused of any."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken

from tests.telegram_server import TelegramServer
from tests.telegram_server_tests.conftest import Client


@pytest.mark.parametrize("way", ["json", "urlencoded", "multipart", "query"])
async def test_parameters_travel_in_four_ways(telegram: TelegramServer, api: Client, way: str) -> None:
    ana = telegram.person()
    markup = {"inline_keyboard": [[{"text": "Plus", "callback_data": "/plus"}]]}
    flat = {"chat_id": str(ana.chat["id"]), "text": "é & <", "reply_markup": json.dumps(markup)}
    if way == "json":
        await api("sendMessage", chat_id=ana.chat["id"], text="é & <", reply_markup=markup)
    elif way == "urlencoded":
        await api.ask("sendMessage", data=flat)
    elif way == "multipart":
        with aiohttp.MultipartWriter("form-data") as form:
            for name, value in flat.items():
                form.append(value).set_content_disposition("form-data", name=name)
        await api.ask("sendMessage", data=form)
    else:
        await api.ask(f"sendMessage?{urlencode(flat)}")
    (sent,) = ana.heard
    assert (sent.text, sent.buttons) == ("é & <", {"Plus": "/plus"})


@pytest.mark.parametrize(
    ("token", "method", "expected"),
    [
        ("4242:another", "getMe", (401, "Unauthorized")),
        ("", "getMoon", (404, "Not Found: method not found")),
    ],
)
async def test_a_wrong_token_and_a_wrong_method_are_told_apart(
    api: Client, token: str, method: str, expected: tuple[int, str]
) -> None:
    status, answer = await api.ask(method, token=token)
    assert (status, answer["description"]) == expected
    assert answer == {"ok": False, "error_code": status, "description": expected[1]}


async def test_methods_are_read_without_case_and_counted(telegram: TelegramServer, api: Client) -> None:
    assert (await api("GETME"))["username"] == telegram.username
    await api("getMe")
    assert telegram.requests == {"getMe": 2}


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff", b'{"chat_id":'])
async def test_what_is_no_json_object_is_a_bad_request(api: Client, body: bytes) -> None:
    status, answer = await api.ask("sendMessage", data=body, headers={"Content-Type": "application/json"})
    assert (status, answer["error_code"]) == (400, 400)


async def test_a_keyboard_in_a_form_must_be_json(telegram: TelegramServer, api: Client) -> None:
    data = {"chat_id": str(telegram.person().chat["id"]), "text": "x", "reply_markup": "{"}
    _, answer = await api.ask("sendMessage", data=data)
    assert answer["description"] == "Bad Request: can't parse reply keyboard markup JSON object"


async def test_the_library_knows_the_bot_and_a_token_that_is_refused(telegram: TelegramServer, library: Bot) -> None:
    me = await library.get_me()
    assert (me.id, me.is_bot, me.username, me.supports_inline_queries) == (4242, True, "solipacte_bot", True)
    telegram.token = "4242:another"
    with pytest.raises(InvalidToken):
        await library.get_me()


async def test_the_library_is_told_what_is_wrong(telegram: TelegramServer, library: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await library.send_message(12345, "x")
    (refused,) = telegram.refused
    assert (refused.method, refused.chat, refused.code) == ("sendMessage", 12345, 400)
