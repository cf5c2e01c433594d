"""Texts and keyboards: what is shown, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot

from tests.telegram_server import Person, TelegramServer
from tests.telegram_server_tests.conftest import Client


@pytest.fixture
def ana(telegram: TelegramServer) -> Person:
    telegram.flood.on = False
    return telegram.person()


@pytest.mark.parametrize("letter", ["x", "é", "ع", "&lt;"])
async def test_a_text_may_be_4096_long_once_its_markup_is_read(ana: Person, api: Client, letter: str) -> None:
    await api("sendMessage", chat_id=ana.chat["id"], text=f"<b>{letter * 4096}</b>", parse_mode="HTML")
    assert len(ana.heard[0].text) == 4096
    refused = await api.refused("sendMessage", chat_id=ana.chat["id"], text=letter * 4097, parse_mode="HTML")
    assert refused == "Bad Request: message is too long"


async def test_letters_out_of_the_first_plane_count_for_two(ana: Person, api: Client) -> None:
    await api("sendMessage", chat_id=ana.chat["id"], text="😀" * 2048)
    refused = await api.refused("sendMessage", chat_id=ana.chat["id"], text="😀" * 2048 + "x")
    assert refused == "Bad Request: message is too long"


@pytest.mark.parametrize(
    ("text", "more", "reason"),
    [
        ("", {}, "message text is empty"),
        (" \n\t ", {}, "text must be non-empty"),
        ("<b> </b>", {"parse_mode": "HTML"}, "text must be non-empty"),
        ("x\ud800", {}, "strings must be encoded in UTF-8"),
        ("<b>x", {"parse_mode": "html"}, "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("x", {"parse_mode": "Word"}, "unsupported parse_mode"),
        ("x" * 40_000, {}, "text is too long"),
    ],
)
async def test_what_cannot_be_shown_is_refused(
    ana: Person, api: Client, text: str, more: dict[str, str], reason: str
) -> None:
    assert await api.refused("sendMessage", chat_id=ana.chat["id"], text=text, **more) == f"Bad Request: {reason}"
    assert not ana.heard


async def test_without_a_mode_markup_is_text(ana: Person, api: Client) -> None:
    await api("sendMessage", chat_id=ana.chat["id"], text="<b>x</b> &amp;")
    assert (ana.heard[0].text, ana.heard[0].entities) == ("<b>x</b> &amp;", ())


async def test_a_text_is_shown_without_the_spaces_around_it_nor_marks_that_turn_it(ana: Person, api: Client) -> None:
    await api("sendMessage", chat_id=ana.chat["id"], text="\n  a\u202eb\r\x07 <b>\u2028gras </b>\n", parse_mode="HTML")
    (sent,) = ana.heard
    assert sent.text == "ab  gras"
    assert sent.entities == ({"type": "bold", "offset": 4, "length": 4},)
    assert sent.html.startswith("\n  a")


async def test_the_library_reads_the_entities_where_they_are(ana: Person, library: Bot) -> None:
    message = await library.send_message(ana.chat["id"], "  😀 <b>gras</b> <i>👍</i>", parse_mode="HTML")
    assert message.text == "😀 gras 👍"
    assert list(message.parse_entities().values()) == ["gras", "👍"]


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Plus", **button}]]}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (keyboard(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (keyboard(callback_data="é" * 33), "BUTTON_DATA_INVALID"),
        (
            keyboard(callback_data=""),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (keyboard(url="mot"), "inline keyboard button URL 'mot' is invalid: Wrong HTTP URL"),
        (keyboard(text=" ", callback_data="x"), "inline keyboard button text must be non-empty"),
        (
            {"inline_keyboard": [[{"callback_data": "x"}]]},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"inline_keyboard": [{"text": "x"}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": [[7]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 4] * 26}, "reply markup is too long"),
    ],
)
async def test_a_keyboard_that_cannot_be_shown_is_refused(ana: Person, api: Client, markup: Any, reason: str) -> None:
    refused = await api.refused("sendMessage", chat_id=ana.chat["id"], text="x", reply_markup=markup)
    assert refused == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    "markup",
    [
        keyboard(callback_data="x" * 64),
        keyboard(callback_data="é" * 32),
        keyboard(url="https://solidarites.gouv.fr"),
        {"keyboard": [["Oui", {"text": "Ma position", "request_location": True}]], "one_time_keyboard": True},
        {"remove_keyboard": True},
        {"inline_keyboard": []},
    ],
)
async def test_a_keyboard_that_can_be_shown_is(ana: Person, api: Client, markup: dict[str, Any]) -> None:
    await api("sendMessage", chat_id=ana.chat["id"], text="x", reply_markup=markup)
    assert ana.heard[0].markup == markup


async def test_a_position_is_asked_of_a_person_never_of_a_group(
    ana: Person, telegram: TelegramServer, api: Client
) -> None:
    markup = {"keyboard": [[{"text": "Ma position", "request_location": True}]]}
    group = telegram.group(ana)
    refused = await api.refused("sendMessage", chat_id=group.chat["id"], text="x", reply_markup=markup)
    assert refused == "Bad Request: location can be requested in private chats only"
    await api("sendMessage", chat_id=ana.chat["id"], text="x", reply_markup=markup)
    assert ana.heard[0].keys == ["Ma position"]
