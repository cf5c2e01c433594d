"""What an event says, however malformed it is. Pure, and it never raises."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.platforms.matrix.attached import file_of
from bot.platforms.matrix.settings import PLATFORM
from bot.post.arrival import Arrival
from bot.talk.message import LONGEST_PAYLOAD, Address, FileRef, Message, Position, Unread

CHOICES = "fr.solipacte.choices"
"""Where our own messages carry what each of their choices sends."""
LONGEST = 8_192
# A metre: that of a person becomes a commune before anything is written (`bot.post.mailroom`).
_DECIMALS = 5
_UNREAD: Mapping[str, Unread] = {"m.image": "picture", "m.audio": "voice", "m.video": "picture"}
_OTHERS: Mapping[str, Unread] = {
    "m.sticker": "picture", "m.poll.start": "other", "org.matrix.msc3381.poll.start": "other",
    "org.matrix.msc3245.voice.v2": "voice",
}  # fmt: skip
_UNSAFE = re.compile("[\x00\ud800-\udfff]")
_GEO = re.compile(r"geo:(-?\d{1,3}(?:\.\d{1,20})?),(-?\d{1,3}(?:\.\d{1,20})?)")
KEYCAPS = tuple(f"{digit}\ufe0f\u20e3" for digit in range(1, 10))

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Said:
    """What the content of a message says."""

    text: str = ""
    position: Position | None = None
    unread: Unread | None = None
    file: FileRef | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """What is known of a room. `group`: more than two people."""

    id: str
    group: bool
    me: str
    my_name: str = ""


def read(event: Raw, room: Room, *, to_us: bool = False) -> Arrival | None:
    """What an event says to us, None when it says nothing. `to_us`: it is known to answer one of our messages."""
    kind, name, sender = event.get("type"), event.get("event_id"), event.get("sender")
    content = _part(event, "content")
    if not isinstance(name, str) or not isinstance(sender, str) or sender == room.me:
        return None
    changed = replaces(content)
    shown = _part(content, "m.new_content") if changed else content
    if kind == "m.room.message":
        said = _said(shown, is_reply=_answered(content) is not None)
    else:
        unread_kind = _OTHERS.get(str(kind))
        said = _Said(unread=unread_kind) if unread_kind else None
    if said is None or (room.group and not to_us and not mentioned(content, room)):
        return None
    text = _without_name(said.text, room) if room.group else said.text
    if not (text or said.position or said.unread or said.file):
        return None
    message = Message(
        _address(room, sender),
        text,
        position=said.position,
        group=room.group,
        unread=said.unread,
        file=said.file,
        ref=name,
        author=sender,
    )
    return Arrival(name, message)


def sealed(event: Raw, room: Room) -> Arrival | None:
    """A message whose key never came: in a group, nobody knows whether it was for us."""
    name, sender = event.get("event_id"), event.get("sender")
    if not isinstance(name, str) or not isinstance(sender, str) or sender == room.me or room.group:
        return None
    return Arrival(name, Message(_address(room, sender), "", unread="sealed", ref=name, author=sender))


def pressed(event: Raw, room: Room, answered: Raw) -> Arrival | None:
    """A reaction to one of our messages: the choice of that number, as that message carries it."""
    name, sender = event.get("event_id"), event.get("sender")
    key = _part(_part(event, "content"), "m.relates_to").get("key")
    sends = _part(answered, "content").get(CHOICES)
    number = KEYCAPS.index(key) if key in KEYCAPS else -1
    if (
        not isinstance(name, str)
        or not isinstance(sender, str)
        or sender == room.me
        or answered.get("sender") != room.me
    ):
        return None
    if not isinstance(sends, list) or not 0 <= number < len(sends) or not isinstance(sends[number], str):
        return None
    payload = sends[number]
    if len(payload.encode("utf-8", "replace")) > LONGEST_PAYLOAD:
        return None
    said, where = _clean(payload), _address(room, sender)
    message = Message(where, said, pressed=True, group=room.group, ref=name, author=sender)
    return Arrival(name, message)


def reacts_to(event: Raw) -> str | None:
    """The event that a reaction is about, None for anything else."""
    relation = _part(_part(event, "content"), "m.relates_to")
    target = relation.get("event_id")
    return target if event.get("type") == "m.reaction" and isinstance(target, str) else None


def answers_to(event: Raw) -> str | None:
    """The event that a message answers."""
    return _answered(_part(event, "content"))


def replaces(content: Raw) -> bool:
    """Whether a message replaces another one: it is a new question."""
    return _part(content, "m.relates_to").get("rel_type") == "m.replace"


def mentioned(content: Raw, room: Room) -> bool:
    """Whether somebody in a group speaks to us: by a mention, or, from old programs, by our name."""
    named = _part(content, "m.mentions").get("user_ids")
    if isinstance(named, list):
        return room.me in named
    body = content.get("body")
    if not isinstance(body, str):
        return False
    start = body.lstrip()[:200].lower()
    return room.me.lower() in start or bool(room.my_name and start.startswith(room.my_name.lower()))


def _said(content: Raw, *, is_reply: bool) -> _Said | None:
    match content.get("msgtype"):
        case "m.text" | "m.emote":
            body = _clean(content.get("body"))
            return _Said(_without_quote(body) if is_reply else body)
        case "m.location":
            position = _position(content)
            return _Said(position=position) if position else _Said(unread="other")
        case "m.file":
            file, caption = file_of(content)
            return _Said(_clean(caption), file=file, unread=None if file else "file")
        case str(kind) if kind in _UNREAD:
            return _Said(unread=_UNREAD[kind])
    return None


def _position(content: Raw) -> Position | None:
    place = _part(content, "org.matrix.msc3488.location") or _part(content, "m.location")
    found = _GEO.match(str(content.get("geo_uri") or place.get("uri") or ""))
    if not found:
        return None
    north, east = float(found[1]), float(found[2])
    if not (math.isfinite(north) and math.isfinite(east) and abs(north) <= 90 and abs(east) <= 180):
        return None
    return Position(round(north, _DECIMALS), round(east, _DECIMALS))


def _address(room: Room, sender: str) -> Address:
    """In a group, everybody has a conversation of their own."""
    return Address(PLATFORM, f"{room.id} {sender}" if room.group else room.id)


def _answered(content: Raw) -> str | None:
    target = _part(_part(content, "m.relates_to"), "m.in_reply_to").get("event_id")
    return target if isinstance(target, str) else None


def _without_quote(body: str) -> str:
    """The words of an answer, without those that it quotes first."""
    lines = body.split("\n")
    start = next((number for number, line in enumerate(lines) if not line.startswith("> ")), 0)
    return "\n".join(lines[start:]).strip()


def _without_name(text: str, room: Room) -> str:
    for name in (room.me, room.my_name):
        if name:
            text = re.sub(rf"@?{re.escape(name)}\s*[:,]?\s*", " ", text, flags=re.IGNORECASE)
    return text.strip()


def _clean(value: object) -> str:
    return _UNSAFE.sub("", value[:LONGEST]) if isinstance(value, str) else ""


def _part(value: Raw, key: str) -> Raw:
    part = value.get(key)
    return part if isinstance(part, dict) else {}
