"""What becomes of messages that were sent, and of chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegram_server.errors import ApiError
from tests.telegram_server.methods.reach import known_chat, writable_chat
from tests.telegram_server.methods.shape import Method
from tests.telegram_server.rules import LONGEST_TEXT, check_inline_markup, read_text
from tests.telegram_server.sent import Raw

if TYPE_CHECKING:
    from tests.telegram_server.calls import Call
    from tests.telegram_server.server import TelegramServer

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def edit_text(server: TelegramServer, call: Call) -> Raw:
    """`editMessageText`: without a keyboard, that of the message goes."""
    before = _editable(server, call)
    parsed = read_text(call.parameters, "text", LONGEST_TEXT)
    if "text" not in before:
        raise ApiError(400, "there is no text in the message to edit")
    entities: Raw = {"entities": list(parsed.entities)} if parsed.entities else {}
    return _edited(server, call, before, Raw(text=parsed.text) | entities)


async def edit_markup(server: TelegramServer, call: Call) -> Raw:
    """`editMessageReplyMarkup`: without a keyboard, that of the message goes."""
    before = _editable(server, call)
    kept: Raw = {key: before[key] for key in ("text", "entities") if key in before}
    return _edited(server, call, before, kept)


async def delete(server: TelegramServer, call: Call) -> bool:
    """`deleteMessage`."""
    chat = writable_chat(server, call)
    message = server.remembered(chat, call.number("message_id"))
    if message is None:
        raise ApiError(400, "message to delete not found")
    if message["from"]["id"] != server.me["id"] and chat < 0:
        raise ApiError(400, "message can't be deleted")
    server.forget(message)
    return True


async def chat(server: TelegramServer, call: Call) -> Raw:
    """`getChat`."""
    number = known_chat(server, call)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return {
        **server.room(number),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


async def leave(server: TelegramServer, call: Call) -> bool:
    """`leaveChat`: not a private one."""
    number = writable_chat(server, call)
    if number > 0:
        raise ApiError(400, "chat member status can't be changed in private chats")
    server.left.add(number)
    return True


def _editable(server: TelegramServer, call: Call) -> Raw:
    chat = writable_chat(server, call)
    message = server.remembered(chat, call.number("message_id"))
    if message is None:
        raise ApiError(400, "message to edit not found")
    if message["from"]["id"] != server.me["id"]:
        raise ApiError(400, "message can't be edited")
    return message


def _edited(server: TelegramServer, call: Call, before: Raw, content: Raw) -> Raw:
    markup = call.parameters.get("reply_markup")
    check_inline_markup(markup)
    keyboard: Raw = {"reply_markup": markup} if markup and markup["inline_keyboard"] else {}
    changeable = ("text", "entities", "reply_markup", "edit_date")
    after = {key: value for key, value in before.items() if key not in changeable} | content | keyboard
    if after == {key: value for key, value in before.items() if key != "edit_date"}:
        raise ApiError(400, SAME)
    after["edit_date"] = int(server.wall())
    server.remember(after)
    server.edited.append(after)
    return after


EDITS: dict[str, Method] = {
    "editMessageText": edit_text,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete,
    "getChat": chat,
    "leaveChat": leave,
}
