"""Buttons, inline queries, and the menu."""

from __future__ import annotations

import re
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from tests.telegram_server import TelegramServer
from tests.telegram_server_tests.conftest import Client, Clock

# The library changes the case.
TOO_OLD = "(?i)query is too old and response timeout expired or query ID is invalid"


async def test_a_press_is_answered_once_with_what_the_button_sends(telegram: TelegramServer, library: Bot) -> None:
    ana = telegram.person()
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Plus", callback_data="/plus")]])
    await library.send_message(ana.chat["id"], "x", reply_markup=keyboard)
    ana.presses("Plus", of=ana.heard[0])
    (update,) = await library.get_updates()
    press = update.callback_query
    assert press is not None
    assert press.message is not None
    assert (press.data, press.message.message_id) == ("/plus", ana.heard[0].message_id)
    assert await press.answer("Voici", show_alert=True)
    assert [answer["text"] for answer in telegram.answered] == ["Voici"]
    with pytest.raises(BadRequest, match=TOO_OLD):
        await press.answer()


async def test_a_press_on_what_is_too_old_to_be_seen_has_no_message_to_read(
    telegram: TelegramServer, library: Bot
) -> None:
    telegram.person().presses("/plus", of=None)
    (update,) = await library.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert not update.callback_query.message.is_accessible


async def test_a_press_is_too_old_to_be_answered_after_150_seconds(
    telegram: TelegramServer, library: Bot, clock: Clock
) -> None:
    ana = telegram.person()
    ana.presses("/plus", of=None)
    ana.presses("/plus", of=None)
    first, second = await library.get_updates()
    assert first.callback_query
    assert second.callback_query
    clock.now += 149
    await first.callback_query.answer()
    clock.now += 1
    with pytest.raises(BadRequest, match=TOO_OLD):
        await second.callback_query.answer()


async def test_a_press_that_never_was_is_not_answered(library: Bot) -> None:
    with pytest.raises(BadRequest, match=TOO_OLD):
        await library.answer_callback_query("12345")


async def test_what_is_told_of_a_press_is_200_long_at_most(telegram: TelegramServer, api: Client) -> None:
    number = telegram.ask("callback")
    refused = await api.refused("answerCallbackQuery", callback_query_id=number, text="x" * 201)
    assert refused == "Bad Request: MESSAGE_TOO_LONG"
    await api("answerCallbackQuery", callback_query_id=number, text="x" * 200)


def article(name: str = "1", text: str = "x", **more: Any) -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": name, "title": "Bains", "input_message_content": content, **more}


async def test_an_inline_query_is_answered_and_a_result_chosen(telegram: TelegramServer, library: Bot) -> None:
    ana = telegram.person()
    await library.get_updates(allowed_updates=["inline_query", "chosen_inline_result"])
    number = ana.asks_inline("douche nantes")
    (update,) = await library.get_updates()
    assert update.inline_query is not None
    assert update.inline_query.query == "douche nantes"
    content = InputTextMessageContent("<b>x</b>", parse_mode="HTML")
    await update.inline_query.answer([InlineQueryResultArticle("1", "Bains", content)], cache_time=60)
    assert telegram.inline[number]["results"][0]["title"] == "Bains"
    ana.chooses("1", of=number)
    chosen = (await library.get_updates(offset=-1))[0].chosen_inline_result
    assert chosen is not None
    assert chosen.result_id == "1"
    with pytest.raises(BadRequest, match=TOO_OLD):
        await update.inline_query.answer([])


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([article("1"), article("1")], "RESULT_ID_DUPLICATE"),
        ([article("")], "RESULT_ID_INVALID"),
        ([article("é" * 33)], "RESULT_ID_INVALID"),
        ([article(str(number)) for number in range(51)], "too many inline query results specified"),
        ([article(text="x" * 4097)], "message is too long"),
        ([article(text="")], "message text is empty"),
        ([article(text="<b>x")], "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ([article(title=" ")], "ARTICLE_TITLE_EMPTY"),
        ([article(title=None)], "can't parse inline query result: Can't find field \"title\""),
        ([article(input_message_content=None)], "can't parse inline query result: Can't find field \"message_text\""),
    ],
)
async def test_results_that_cannot_be_shown_are_refused(
    telegram: TelegramServer, api: Client, results: list[dict[str, Any]], reason: str
) -> None:
    number = telegram.ask("inline")
    refused = await api.refused("answerInlineQuery", inline_query_id=number, results=results)
    assert refused == f"Bad Request: {reason}"
    assert number not in telegram.inline


async def test_fifty_results_can_be_shown(telegram: TelegramServer, api: Client) -> None:
    number = telegram.ask("inline")
    results = [article(str(rank)) for rank in range(49)] + [article("é" * 32)]
    await api("answerInlineQuery", inline_query_id=number, results=results)
    assert len(telegram.inline[number]["results"]) == 50


async def test_an_inline_query_waits_thirty_seconds(telegram: TelegramServer, api: Client, clock: Clock) -> None:
    number = telegram.person().asks_inline("douche")
    clock.now += 30
    assert await api("getUpdates") == []
    assert re.search(TOO_OLD, await api.refused("answerInlineQuery", inline_query_id=number, results=[]))


async def test_a_menu_is_kept_for_each_language_and_kind_of_chat(telegram: TelegramServer, library: Bot) -> None:
    await library.set_my_commands([BotCommand("menu", "Trouver de l’aide")])
    await library.set_my_commands([BotCommand("menu", "Find help")], language_code="en")
    groups = BotCommandScopeAllGroupChats()
    await library.set_my_commands([BotCommand("aide", "Aide")], scope=groups)
    assert [each.description for each in await library.get_my_commands()] == ["Trouver de l’aide"]
    assert [each.description for each in await library.get_my_commands(language_code="en")] == ["Find help"]
    assert [each.command for each in await library.get_my_commands(scope=groups)] == ["aide"]
    await library.delete_my_commands(language_code="en")
    assert await library.get_my_commands(language_code="en") == ()
    assert set(telegram.commands) == {"", "all_group_chats"}


def command(name: str = "menu", description: str = "x") -> dict[str, str]:
    return {"command": name, "description": description}


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"commands": [command("Menu")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("département")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("mes-données")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("x" * 33)]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("")]}, "command must be non-empty"),
        ({"commands": [command(description=" ")]}, "command description must be non-empty"),
        ({"commands": [command(description="x" * 257)]}, "command description length must not exceed 256"),
        ({"commands": [command(f"x{number}") for number in range(101)]}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{"command": "menu"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [], "language_code": "fra"}, "invalid language code specified"),
        ({"commands": [], "language_code": "FR"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "all"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [], "scope": {"type": "chat"}}, "can't parse BotCommandScope: Empty chat_id specified"),
    ],
)
async def test_a_menu_that_cannot_be_is_refused(
    telegram: TelegramServer, api: Client, parameters: dict[str, Any], reason: str
) -> None:
    assert await api.refused("setMyCommands", **parameters) == f"Bad Request: {reason}"
    assert not telegram.commands


@pytest.mark.parametrize(
    ("field", "method", "most"),
    [("name", "MyName", 64), ("description", "MyDescription", 512), ("short_description", "MyShortDescription", 120)],
)
async def test_the_bot_is_named_and_described_in_so_many_letters(
    api: Client, field: str, method: str, most: int
) -> None:
    await api(f"set{method}", **{field: "é" * most})
    await api(f"set{method}", **{field: "x"}, language_code="en")
    assert (await api(f"get{method}"))[field] == (await api(f"get{method}", language_code="ar"))[field] == "é" * most
    assert (await api(f"get{method}", language_code="en"))[field] == "x"
    assert "TOO_LONG" in await api.refused(f"set{method}", **{field: "é" * (most + 1)})


async def test_the_library_sets_what_is_told_of_the_bot(telegram: TelegramServer, library: Bot) -> None:
    await library.set_my_short_description("Trouver de l’aide", language_code="fr")
    await library.set_my_description("Le pacte")
    assert (await library.get_my_description("en")).description == "Le pacte"
    assert telegram.descriptions["short_description", "fr"] == "Trouver de l’aide"
    assert await library.log_out()
    assert await library.close()
