"""What an update says, however malformed it is. Pure, and it never raises.

Read as a dictionary: building the library's objects costs more than all the rest of the reading, and they raise on
what is malformed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from bot.post.arrival import Arrival
from bot.talk.message import LONGEST_PAYLOAD, Address, Message, Position, Unread

PLATFORM = "telegram"
# Telegram's own limit is 4,096: what is longer was forged, and the dialogue says it is too long.
LONGEST = 8_192
# About a hundred metres.
_DECIMALS = 3
_UNREAD: Mapping[str, Unread] = {
    "document": "file", "voice": "voice", "video_note": "voice", "audio": "voice", "photo": "picture",
    "video": "picture", "animation": "picture", "sticker": "picture", "contact": "other", "poll": "other",
    "dice": "other", "story": "other", "game": "other", "paid_media": "picture",
}  # fmt: skip
_UNSAFE = re.compile("[\x00\ud800-\udfff]")
KINDS = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
"""What is asked of Telegram (`allowed_updates`)."""

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself; `username` is unknown until Telegram has told it."""

    id: int
    username: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """A button was pressed. `arrival`: what it says, None when it is not this person's button, or too old."""

    id: str
    arrival: Arrival | None = None
    foreign: bool = False


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
    if not isinstance(update, dict) or not _is_number(number := update.get("update_id")):
        return None
    readers: dict[str, Callable[[Raw], Heard | None]] = {
        "message": lambda message: _message(number, message, me),
        # An edited message is a new question; a position that moves is not.
        "edited_message": lambda message: None if _part(message, "location") else _message(number, message, me),
        "callback_query": lambda press: _press(number, press),
        "inline_query": _inquiry,
        "my_chat_member": _left,
    }
    return next((reads(part) for kind, reads in readers.items() if (part := _part(update, kind))), None)


def _message(number: int, message: Raw, me: Me) -> Arrival | None:
    chat, sender = _part(message, "chat"), _part(message, "from")
    if not (_is_number(chat.get("id")) and _is_number(sender.get("id"))) or _nobody(message, sender, me):
        return None
    kind = chat.get("type")
    group = kind in ("group", "supergroup")
    text = _text(message.get("text")) or _text(message.get("caption"))
    if group and not _addressed(message, me):
        return None
    if not group and kind != "private":
        return None
    position, unread = _position(message), _unread(message)
    if not (text or position or unread):
        return None
    said = Message(
        _address(chat["id"], sender["id"], group=group),
        _without_name(text, me) if group else text,
        position=position,
        language=_language(sender),
        group=group,
        unread=unread,
        ref=str(message["message_id"]) if _is_number(message.get("message_id")) else "",
    )
    return Arrival(str(number), said)


def _nobody(message: Raw, sender: Raw, me: Me) -> bool:
    """Whether a bot speaks, a channel, an anonymous admin, or we ourselves through somebody."""
    return (
        bool(sender.get("is_bot"))
        or bool(_part(message, "sender_chat"))
        or _part(message, "via_bot").get("id") == me.id
    )


def _press(number: int, press: Raw) -> Press | None:
    name, sender = press.get("id"), _part(press, "from")
    if not isinstance(name, str) or not _is_number(sender.get("id")):
        return None
    message, data = _part(press, "message"), press.get("data")
    chat = _part(message, "chat")
    if not _is_number(chat.get("id")):
        return Press(name, foreign=True)
    group = chat.get("type") in ("group", "supergroup")
    asked = _part(_part(message, "reply_to_message"), "from").get("id")
    if group and asked is not None and asked != sender["id"]:
        return Press(name, foreign=True)
    if not isinstance(data, str) or len(data.encode("utf-8", "replace")) > LONGEST_PAYLOAD:
        return Press(name)
    said = Message(
        _address(chat["id"], sender["id"], group=group),
        _text(data),
        pressed=True,
        language=_language(sender),
        group=group,
        ref=str(message["message_id"]) if _is_number(message.get("message_id")) else "",
    )
    return Press(name, Arrival(str(number), said))


def _inquiry(query: Raw) -> Inquiry | None:
    name, sender = query.get("id"), _part(query, "from")
    if not isinstance(name, str):
        return None
    return Inquiry(name, _text(query.get("query")), _language(sender))


def _left(change: Raw) -> Left | None:
    chat, now = _part(change, "chat"), _part(change, "new_chat_member")
    if not _is_number(chat.get("id")) or now.get("status") not in ("kicked", "left"):
        return None
    return Left(Address(PLATFORM, str(chat["id"])))


def _address(chat: int, sender: int, *, group: bool) -> Address:
    """In a group, everybody has a conversation of their own."""
    return Address(PLATFORM, f"{chat} {sender}" if group else str(chat))


def _addressed(message: Raw, me: Me) -> bool:
    """Whether somebody in a group speaks to us."""
    if _part(_part(message, "reply_to_message"), "from").get("id") == me.id:
        return True
    return any(_names(kind, word.lower(), entity, me) for kind, word, entity in _entities(message))


def _names(kind: object, word: str, entity: Raw, me: Me) -> bool:
    ours = f"@{me.username.lower()}"
    if kind == "text_mention":
        return bool(_part(entity, "user").get("id") == me.id)
    if not me.username:
        return False
    if kind == "mention":
        return word == ours
    return kind == "bot_command" and (word.endswith(ours) or ("@" not in word and entity.get("offset") == 0))


def _entities(message: Raw) -> Iterator[tuple[object, str, Raw]]:
    """Each entity: its kind, its words, itself. Offsets are in UTF-16 units."""
    key = "text" if isinstance(message.get("text"), str) else "caption"
    raw, entities = message.get(key), message.get("entities" if key == "text" else "caption_entities")
    if not isinstance(raw, str) or not isinstance(entities, list):
        return
    encoded = raw.encode("utf-16-le", "surrogatepass")
    for entity in entities:
        if (
            isinstance(entity, dict)
            and _is_number(start := entity.get("offset"))
            and _is_number(length := entity.get("length"))
        ):
            word = encoded[max(start, 0) * 2 : max(start + length, 0) * 2].decode("utf-16-le", "replace")
            yield entity.get("type"), word, entity


def _without_name(text: str, me: Me) -> str:
    if not me.username:
        return text
    return re.sub(rf"\s*@{re.escape(me.username)}\b", " ", text, flags=re.IGNORECASE).strip()


def _position(message: Raw) -> Position | None:
    location = _part(message, "location") or _part(_part(message, "venue"), "location")
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


def _language(sender: Raw) -> str | None:
    code = sender.get("language_code")
    return code if isinstance(code, str) and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}", code) else None


def _text(value: object) -> str:
    return _UNSAFE.sub("", value[:LONGEST]) if isinstance(value, str) else ""


def _part(value: Raw, key: str) -> Raw:
    part = value.get(key)
    return part if isinstance(part, dict) else {}


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
