"""What the bot sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.telegram_server.errors import ApiError
from tests.telegram_server.html import Parsed
from tests.telegram_server.methods.reach import writable_chat
from tests.telegram_server.methods.shape import Method
from tests.telegram_server.rules import LONGEST_CAPTION, LONGEST_TEXT, check_markup, read_text
from tests.telegram_server.sent import Raw, Sent

if TYPE_CHECKING:
    from tests.telegram_server.calls import Call
    from tests.telegram_server.server import TelegramServer

ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}
LARGEST_UPLOAD = 50 * 1024 * 1024
NOTHING = Parsed("", ())


async def send_message(server: TelegramServer, call: Call) -> Raw:
    """`sendMessage`."""
    writable_chat(server, call)
    parsed = read_text(call.parameters, "text", LONGEST_TEXT)
    return _send(server, call, parsed, {"text": parsed.text} | _entities("entities", parsed))


async def send_document(server: TelegramServer, call: Call) -> Raw:
    """`sendDocument`: a file of the form, or one that Telegram has already."""
    writable_chat(server, call)
    name, content, number = _document(server, call)
    caption = read_text(call.parameters, "caption", LONGEST_CAPTION)
    size, _ = server.files[number]
    shown: Raw = {"file_id": number, "file_unique_id": number[-8:], "file_name": name, "file_size": size}
    told = {"document": shown} | ({"caption": caption.text} if caption.text else {})
    return _send(server, call, caption, told | _entities("caption_entities", caption), document=content, file_name=name)


async def send_location(server: TelegramServer, call: Call) -> Raw:
    """`sendLocation`."""
    writable_chat(server, call)
    return _send(server, call, NOTHING, {"location": _location(call)})


async def send_venue(server: TelegramServer, call: Call) -> Raw:
    """`sendVenue`."""
    writable_chat(server, call)
    location, title, address = _location(call), call.text("title"), call.text("address")
    for name, value in (("title", title), ("address", address)):
        if not value:
            raise ApiError(400, f"venue {name} must be non-empty")
    venue = {"location": location, "title": title, "address": address}
    return _send(server, call, Parsed(title, ()), {"location": location, "venue": venue})


async def send_chat_action(server: TelegramServer, call: Call) -> bool:
    """`sendChatAction`."""
    writable_chat(server, call)
    if call.text("action").lower() not in ACTIONS:
        raise ApiError(400, "wrong parameter action in request")
    return True


def _document(server: TelegramServer, call: Call) -> tuple[str, bytes, str]:
    """The name, content and id of the file."""
    given = call.text("document")
    field = given.removeprefix("attach://") if given.startswith("attach://") else "document"
    if field in call.files:
        name, content = call.files[field]
        if not content:
            raise ApiError(400, "file must be non-empty")
        if len(content) > LARGEST_UPLOAD:
            raise ApiError(413)
        return name, content, server.store_file(len(content), content)
    if given in server.files:
        return "file", server.files[given][1], given
    raise ApiError(400, "wrong file identifier/HTTP URL specified" if given else "there is no document in the request")


def _location(call: Call) -> Raw:
    latitude, longitude = call.degrees("latitude"), call.degrees("longitude")
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ApiError(400, "location must be valid")
    return {"latitude": latitude, "longitude": longitude}


def _entities(name: str, parsed: Parsed) -> Raw:
    return {name: list(parsed.entities)} if parsed.entities else {}


def _send(server: TelegramServer, call: Call, parsed: Parsed, content: Raw, **more: Any) -> Raw:
    """Accept it; gives the message."""
    chat = writable_chat(server, call)
    markup = call.parameters.get("reply_markup")
    check_markup(markup, private=chat > 0)
    answered = _answered(server, call, chat)
    server.flood.count(chat, server.clock())
    message = server.speak(chat, content)
    if markup and markup.get("inline_keyboard"):
        message["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
    if answered:
        message["reply_to_message"] = {key: value for key, value in answered.items() if key != "reply_to_message"}
    sent = Sent(
        method=call.method,
        chat=chat,
        message_id=message["message_id"],
        text=parsed.text,
        at=server.clock(),
        parameters=call.parameters,
        entities=parsed.entities,
        **more,
    )
    server.accept(sent)
    return message


def _answered(server: TelegramServer, call: Call, chat: int) -> Raw | None:
    """The message that is answered. Raises ApiError when there must be one, and there is none."""
    reply = call.parameters.get("reply_parameters")
    if not reply:
        return None
    if not isinstance(reply, dict):
        raise ApiError(400, "object expected as reply parameters")
    message = server.remembered(chat, int(reply.get("message_id") or 0))
    if message is None and not reply.get("allow_sending_without_reply") and server.remembers:
        raise ApiError(400, "message to be replied not found")
    return message


SENDS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendChatAction": send_chat_action,
}
