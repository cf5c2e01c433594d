"""What an update says, however malformed it is. Pure, and it never raises.

Read as a dictionary: building the library's objects costs more than all the rest of the reading, and they raise on
what is malformed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.platforms.telegram.groups import Me, addressed, without_name
from bot.platforms.telegram.raw import Raw, is_number, part, text_in
from bot.post.arrival import Arrival
from bot.talk.message import LONGEST_PAYLOAD, Address, FileRef, Message, Position, Unread

PLATFORM = "telegram"
# A metre: that of a person becomes a commune before anything is written (`bot.post.mailroom`).
_DECIMALS = 5
# Characters of a `file_id`; today's have fewer than 100.
_LONGEST_HANDLE = 512
_UNREAD: Mapping[str, Unread] = {
    "voice": "voice", "video_note": "voice", "audio": "voice", "photo": "picture", "video": "picture",
    "animation": "picture", "sticker": "picture", "paid_media": "picture", "contact": "other", "poll": "other",
    "dice": "other", "story": "other", "game": "other",
    "document": "file",  # last: an animation is sent as a document too
}  # fmt: skip
KINDS = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
"""What is asked of Telegram (`allowed_updates`)."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button was pressed. `arrival`: what it says, None when it is not this person's button, or too old."""

    id: str
    arrival: Arrival | None = None
    foreign: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """`@bot douche nantes`, written in any chat."""

    id: str
    text: str = field(repr=False)
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody blocked the bot, or a group put it out."""

    address: Address


Heard = Arrival | Press | Inquiry | Left


def read(update: object, me: Me) -> Heard | None:
    """What an update says; None for what is of no use, or makes no sense: it is acknowledged all the same."""
    if not isinstance(update, dict) or not is_number(number := update.get("update_id")):
        return None
    readers: dict[str, Callable[[Raw], Heard | None]] = {
        "message": lambda message: _message(number, message, me),
        # An edited message is a new question; a position that moves is not.
        "edited_message": lambda message: None if part(message, "location") else _message(number, message, me),
        "callback_query": lambda press: _press(number, press, me),
        "inline_query": _inquiry,
        "my_chat_member": _left,
    }
    return next((reads(found) for kind, reads in readers.items() if (found := part(update, kind))), None)


def _message(number: int, message: Raw, me: Me) -> Arrival | None:
    chat, sender = part(message, "chat"), part(message, "from")
    if not (is_number(chat.get("id")) and is_number(sender.get("id"))) or _nobody(message, sender, me):
        return None
    kind = chat.get("type")
    group = kind in ("group", "supergroup")
    text = text_in(message.get("text")) or text_in(message.get("caption"))
    if group and not addressed(message, me):
        return None
    if not group and kind != "private":
        return None
    position, file = _position(message), _file(message)
    unread = None if file else _unread(message)
    if not (text or position or unread or file):
        return None
    said = Message(
        _address(chat["id"], sender["id"], group=group),
        without_name(text, me) if group else text,
        position=position,
        language=_language(sender),
        group=group,
        unread=unread,
        file=file,
        ref=_ref(message),
        author=str(sender["id"]),
    )
    return Arrival(str(number), said)


def _nobody(message: Raw, sender: Raw, me: Me) -> bool:
    """Whether a bot speaks, a channel, an anonymous admin, or we ourselves through somebody."""
    return (
        bool(sender.get("is_bot")) or bool(part(message, "sender_chat")) or part(message, "via_bot").get("id") == me.id
    )


def _press(number: int, press: Raw, me: Me) -> Press | None:
    name, sender = press.get("id"), part(press, "from")
    if not isinstance(name, str) or not is_number(sender.get("id")):
        return None
    message, data, language = part(press, "message"), press.get("data"), _language(sender)
    chat, question = part(message, "chat"), part(message, "reply_to_message")
    asker = part(question, "from").get("id")
    group = chat.get("type") in ("group", "supergroup")
    if not is_number(chat.get("id")) or (group and asker not in (None, me.id, sender["id"])):
        return Press(name, foreign=True, language=language)
    if not isinstance(data, str) or not data or len(data.encode("utf-8", "replace")) > LONGEST_PAYLOAD:
        return Press(name)
    said = Message(
        _address(chat["id"], sender["id"], group=group),
        text_in(data),
        pressed=True,
        language=language,
        group=group,
        # The next answer stands under the same question: else nobody could tell any more whose buttons it has.
        ref=_ref(question if asker == sender["id"] else message),
        author=str(sender["id"]),
    )
    return Press(name, Arrival(str(number), said))


def _inquiry(query: Raw) -> Inquiry | None:
    name, sender = query.get("id"), part(query, "from")
    if not isinstance(name, str):
        return None
    return Inquiry(name, text_in(query.get("query")), _language(sender))


def _left(change: Raw) -> Left | None:
    chat, now = part(change, "chat"), part(change, "new_chat_member")
    if not is_number(chat.get("id")) or now.get("status") not in ("kicked", "left"):
        return None
    return Left(Address(PLATFORM, str(chat["id"])))


def _ref(message: Raw) -> str:
    return str(message["message_id"]) if is_number(message.get("message_id")) else ""


def _address(chat: int, sender: int, *, group: bool) -> Address:
    """In a group, everybody has a conversation of their own."""
    return Address(PLATFORM, f"{chat} {sender}" if group else str(chat))


def _position(message: Raw) -> Position | None:
    location = part(message, "location") or part(part(message, "venue"), "location")
    latitude, longitude = location.get("latitude"), location.get("longitude")
    if not (isinstance(latitude, int | float) and isinstance(longitude, int | float)):
        return None
    try:
        north, east = float(latitude), float(longitude)
    except OverflowError:
        return None
    if not (math.isfinite(north) and math.isfinite(east) and abs(north) <= 90 and abs(east) <= 180):
        return None
    return Position(round(north, _DECIMALS), round(east, _DECIMALS))


def _unread(message: Raw) -> Unread | None:
    return next((kind for name, kind in _UNREAD.items() if message.get(name)), None)


def _file(message: Raw) -> FileRef | None:
    """A document that may be fetched; none when it is there for something else, such as an animation."""
    document = part(message, "document")
    handle = document.get("file_id")
    if _unread(message) != "file" or not isinstance(handle, str) or not 0 < len(handle) <= _LONGEST_HANDLE:
        return None
    return FileRef.of(document.get("file_name"), document.get("file_size"), text_in(handle))


def _language(sender: Raw) -> str | None:
    code = sender.get("language_code")
    return code if isinstance(code, str) and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}", code) else None
