"""Where the bot may write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegram_server.errors import ApiError

if TYPE_CHECKING:
    from tests.telegram_server.calls import Call
    from tests.telegram_server.server import TelegramServer


def known_chat(server: TelegramServer, call: Call) -> int:
    """The chat of a call. Raises ApiError when the bot does not know it."""
    if not call.text("chat_id"):
        raise ApiError(400, "chat_id is empty")
    chat = call.number("chat_id")
    if not server.knows(chat):
        raise ApiError(400, "chat not found")
    return chat


def writable_chat(server: TelegramServer, call: Call) -> int:
    """The chat of a send. Raises ApiError when the bot may not write there."""
    chat = call.number("chat_id")
    if chat in server.migrated:
        moved = server.migrated[chat]
        raise ApiError(400, "group chat was upgraded to a supergroup chat", migrate_to_chat_id=moved)
    chat = known_chat(server, call)
    if chat in server.deactivated:
        raise ApiError(403, "user is deactivated")
    kind = "group" if server.room(chat).get("type") == "group" else "supergroup"
    if chat in server.left:
        raise ApiError(403, f"bot is not a member of the {kind} chat")
    if chat in server.blocked:
        raise ApiError(403, "bot was blocked by the user" if chat > 0 else f"bot was kicked from the {kind} chat")
    return chat
