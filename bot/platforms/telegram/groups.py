"""What is said to the bot where several people speak. Pure, and it never raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.platforms.telegram.raw import Raw, is_number, part


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself; `username` is unknown until Telegram has told it."""

    id: int
    username: str = ""


def addressed(message: Raw, me: Me) -> bool:
    """Whether somebody in a group speaks to us."""
    if part(part(message, "reply_to_message"), "from").get("id") == me.id:
        return True
    return any(_names(kind, word.lower(), entity, me) for kind, word, entity in _entities(message))


def _names(kind: object, word: str, entity: Raw, me: Me) -> bool:
    ours = f"@{me.username.lower()}"
    if kind == "text_mention":
        return bool(part(entity, "user").get("id") == me.id)
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
            and is_number(start := entity.get("offset"))
            and is_number(length := entity.get("length"))
        ):
            word = encoded[max(start, 0) * 2 : max(start + length, 0) * 2].decode("utf-16-le", "replace")
            yield entity.get("type"), word, entity


def without_name(text: str, me: Me) -> str:
    """What is said, without the name of the bot that it is said to."""
    if not me.username:
        return text
    return re.sub(rf"\s*@{re.escape(me.username)}\b", "", text, flags=re.IGNORECASE).strip()
