"""What the tags of Telegram's HTML make of the text in them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.telegram_server.links import checked_link, mentioned_user

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "tg-spoiler": "spoiler", "blockquote": "blockquote", "span": "spoiler",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
# The language of a `code`, until it is known whether a `pre` is around it.
_LANGUAGE = "_language"


class HtmlError(ValueError):
    """The description that Telegram gives."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Bad Request: can't parse entities: {reason}")


@dataclass
class Tag:
    """A tag that is open since `offset` (in UTF-16 units); `argument`: its address, language… if it has one."""

    name: str
    offset: int
    piece: int
    argument: str = ""

    def reads(self, attribute: str, value: str) -> None:
        """Keep what an attribute says, if anything."""
        match self.name, attribute:
            case ("a", "href") | ("tg-emoji", "emoji-id"):
                self.argument = value
            case "code", "class" if value.startswith("language-"):
                self.argument = value.removeprefix("language-")
            case "span", "class" if value.startswith("tg-"):
                self.argument = value.removeprefix("tg-")
            case "blockquote", "expandable":
                self.argument = "1"


class Standing:
    """What stands out in a text."""

    def __init__(self) -> None:
        self._found: list[dict[str, Any]] = []

    @property
    def entities(self) -> tuple[dict[str, Any], ...]:
        """By place, those around others first."""
        told = [{key: value for key, value in each.items() if key != _LANGUAGE} for each in self._found]
        return tuple(sorted(told, key=lambda each: (each["offset"], -each["length"])))

    def add(self, tag: Tag, length: int, text: str) -> None:
        """A tag closes, around a text of that length. Raises HtmlError."""
        entity: dict[str, Any] = {"type": KINDS[tag.name], "offset": tag.offset, "length": length}
        if tag.name == "a":
            link = tag.argument or text
            if user := mentioned_user(link):
                entity |= {"type": "text_mention", "user": {"id": user, "is_bot": False, "first_name": "x"}}
            elif url := checked_link(link):
                entity |= {"url": url}
            else:
                return
        elif tag.name == "tg-emoji":
            if not (tag.argument.isdigit() and int(tag.argument)):
                raise HtmlError("Invalid custom emoji identifier specified")
            entity |= {"custom_emoji_id": tag.argument}
        elif tag.name == "blockquote" and tag.argument:
            entity |= {"type": "expandable_blockquote"}
        elif tag.name in ("code", "pre") and self._is_listing(tag, entity):
            return
        elif tag.name == "code" and tag.argument:
            entity |= {_LANGUAGE: tag.argument}
        self._found.append(entity)

    def _is_listing(self, tag: Tag, entity: dict[str, Any]) -> bool:
        """Whether `pre` and `code` are around the same text, and name its language: they are one then."""
        last = self._found[-1] if self._found else {"type": ""}
        if last["type"] not in ("code", "pre") or last["type"] == tag.name:
            return False
        if (last["offset"], last["length"]) != (entity["offset"], entity["length"]):
            return False
        language = tag.argument if tag.name == "code" else last.pop(_LANGUAGE, "")
        if language:
            last |= {"type": "pre", "language": language}
        return bool(language)
