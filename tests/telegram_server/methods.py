"""The methods of the Bot API that the bot uses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.telegram_server.chats import Raw, Sent
from tests.telegram_server.rules import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    ApiError,
    check_commands,
    check_markup,
    read_text,
)

if TYPE_CHECKING:
    from tests.telegram_server.server import Call, TelegramServer

Method = Callable[["TelegramServer", "Call"], Awaitable[Any]]


def _chat(server: TelegramServer, call: Call) -> int:
    """The chat of a send. Raises ApiError when the bot may not write there."""
    try:
        chat = int(call.parameters["chat_id"])
    except (KeyError, ValueError):
        raise ApiError(400, "Bad Request: chat_id is empty") from None
    if chat in server.migrated:
        raise ApiError(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=server.migrated[chat]
        )
    if chat not in server.chats:
        raise ApiError(400, "Bad Request: chat not found")
    if chat in server.deactivated:
        raise ApiError(403, "Forbidden: user is deactivated")
    if chat in server.blocked:
        who = "user" if chat > 0 else "group chat"
        raise ApiError(403, f"Forbidden: bot was {'blocked by' if chat > 0 else 'kicked from'} the {who}")
    return chat


def _send(server: TelegramServer, call: Call, method: str, **more: Any) -> Raw:
    chat = _chat(server, call)
    check_markup(call.parameters.get("reply_markup"), private=chat > 0)
    server.flood.count(chat, server.clock())
    number = server.next_message()
    text, entities = more.pop("text", ""), more.pop("entities", ())
    sent = Sent(method, chat, number, text, server.clock(), call.parameters, entities, **more)
    server.sent.append(sent)
    kind = "private" if chat > 0 else "supergroup"
    return {
        "message_id": number,
        "date": int(server.wall()),
        "chat": {"id": chat, "type": kind},
        "from": server.me,
        "text": text,
    }


async def send_message(server: TelegramServer, call: Call) -> Raw:
    """`sendMessage`."""
    _chat(server, call)
    parsed = read_text(call.parameters, "text", LONGEST_TEXT)
    return _send(server, call, "sendMessage", text=parsed.text, entities=parsed.entities)


async def send_document(server: TelegramServer, call: Call) -> Raw:
    """`sendDocument`."""
    if not call.files:
        raise ApiError(400, "Bad Request: there is no document in the request")
    if call.parameters.get("caption"):
        read_text(call.parameters, "caption", LONGEST_CAPTION)
    name, content = next(iter(call.files.values()))
    return _send(server, call, "sendDocument", document=content, file_name=name)


async def send_venue(server: TelegramServer, call: Call) -> Raw:
    """`sendVenue`."""
    latitude, longitude = (float(call.parameters[name]) for name in ("latitude", "longitude"))
    if not (
        abs(latitude) <= 90
        and abs(longitude) <= 180
        and call.parameters.get("title")
        and call.parameters.get("address")
    ):
        raise ApiError(400, "Bad Request: VENUE_INVALID")
    return _send(server, call, "sendVenue", text=call.parameters["title"])


async def send_chat_action(server: TelegramServer, call: Call) -> bool:
    """`sendChatAction`."""
    _chat(server, call)
    return True


async def answer_callback(server: TelegramServer, call: Call) -> bool:
    """`answerCallbackQuery`: once, and soon."""
    number = call.parameters.get("callback_query_id")
    if number not in server.queries:
        raise ApiError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    if len(call.parameters.get("text") or "") > 200:
        raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
    server.queries.discard(number)
    server.answered.append(call.parameters)
    return True


async def answer_inline(server: TelegramServer, call: Call) -> bool:
    """`answerInlineQuery`."""
    results = call.parameters.get("results") or []
    names = [result.get("id", "") for result in results]
    if len(results) > 50 or len(set(names)) != len(names) or any(not 1 <= len(name.encode()) <= 64 for name in names):
        raise ApiError(400, "Bad Request: RESULT_ID_INVALID")
    for result in results:
        if not result.get("title"):
            raise ApiError(400, "Bad Request: can't parse inline query result: title is empty")
        content = result["input_message_content"]
        read_text({**content, "text": content.get("message_text")}, "text", LONGEST_TEXT)
    server.inline[call.parameters["inline_query_id"]] = call.parameters
    return True


async def set_commands(server: TelegramServer, call: Call) -> bool:
    """`setMyCommands`."""
    check_commands(call.parameters)
    server.commands[call.parameters.get("language_code") or ""] = call.parameters["commands"]
    return True


async def describe(server: TelegramServer, call: Call) -> bool:
    """`setMyDescription` and `setMyShortDescription`."""
    if len(call.parameters.get("description") or "") > 512 or len(call.parameters.get("short_description") or "") > 120:
        raise ApiError(400, "Bad Request: BOT_DESCRIPTION_TOO_LONG")
    server.commands.setdefault("descriptions", []).append(dict(call.parameters))
    return True


async def set_webhook(server: TelegramServer, call: Call) -> bool:
    """`setWebhook`; an empty address takes it away."""
    server.webhook = dict(call.parameters)
    if server.webhook.get("url"):
        server.start_webhook()
    return True


async def delete_webhook(server: TelegramServer, call: Call) -> bool:  # noqa: ARG001 - the shape of a method
    """`deleteWebhook`."""
    server.webhook = {}
    return True


async def who(server: TelegramServer, call: Call) -> Raw:  # noqa: ARG001 - idem
    """`getMe`."""
    return server.me


async def updates(server: TelegramServer, call: Call) -> list[Raw]:
    """`getUpdates`."""
    return await server.updates(call.parameters)


METHODS: dict[str, Method] = {
    "getMe": who,
    "getUpdates": updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendVenue": send_venue,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback,
    "answerInlineQuery": answer_inline,
    "setMyCommands": set_commands,
    "setMyDescription": describe,
    "setMyShortDescription": describe,
}
