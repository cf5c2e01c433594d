"""What the Bot API refuses of texts and keyboards, in its own words. Pure."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram_server.errors import ApiError
from tests.telegram_server.html import Parsed, parse_html, units
from tests.telegram_server.links import checked_link
from tests.telegram_server.tags import HtmlError

LONGEST_TEXT, LONGEST_CAPTION, LONGEST_DATA = 4096, 1024, 64
# Bytes, before anything is parsed.
LONGEST_SOURCE = 32768
MOST_BUTTONS = 100
# What Telegram takes out of any text: carriage returns, line separators, marks that turn the direction of a whole
# line, strokes through letters; other control characters become spaces, one for one.
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f]")
_PRIVATE = {"request_contact": "phone number", "request_location": "location", "request_poll": "poll"}


def cleaned(text: str) -> str:
    """A text as Telegram stores it. Of the same length but for what is taken out."""
    return _CONTROLS.sub(" ", _REMOVED.sub("", text))


def read_text(parameters: dict[str, Any], key: str, most: int) -> Parsed:
    """The text of a send, as people see it. Raises ApiError when it cannot be shown."""
    source = parameters.get(key)
    if source is None or source == "":
        if key == "caption":
            return Parsed("", ())
        raise ApiError(400, "message text is empty")
    if not isinstance(source, str):
        source = str(source)
    try:
        size = len(source.encode())
    except UnicodeEncodeError:
        raise ApiError(400, "strings must be encoded in UTF-8") from None
    if size > LONGEST_SOURCE:
        raise ApiError(400, "text is too long")
    parsed = _parsed(source, parameters)
    shown = _trimmed(parsed)
    if key == "text" and not shown.text:
        raise ApiError(400, "text must be non-empty")
    if units(shown.text) > most:
        raise ApiError(400, f"message {'caption ' if key == 'caption' else ''}is too long")
    return shown


def _parsed(source: str, parameters: dict[str, Any]) -> Parsed:
    mode = str(parameters.get("parse_mode") or "none").lower()
    if mode == "none":
        entities = parameters.get("entities") or parameters.get("caption_entities") or ()
        return Parsed(source, tuple(entities))
    if mode != "html":
        raise ApiError(400, "unsupported parse_mode")
    try:
        return parse_html(source)
    except HtmlError as error:
        raise ApiError(400, str(error).removeprefix("Bad Request: ")) from None


def _trimmed(parsed: Parsed) -> Parsed:
    """Without the spaces around it; what stands out in it stays where it was."""
    ended = parsed.text.rstrip()
    text = ended.lstrip(" \n")
    before, end = len(ended) - len(text), units(ended)
    entities = []
    for entity in parsed.entities:
        start = max(entity["offset"] - before, 0)
        length = min(entity["offset"] + entity["length"], end) - before - start
        if length > 0:
            entities.append(entity | {"offset": start, "length": length})
    if _REMOVED.search(text):
        return Parsed(cleaned(text).strip(), _moved(text, entities))
    return Parsed(_CONTROLS.sub(" ", text), tuple(entities))


def _moved(text: str, entities: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """The entities, once the letters before them are taken out."""
    wide = text.encode("utf-16-le")

    def kept(at: int) -> int:
        return units(_REMOVED.sub("", wide[: 2 * at].decode("utf-16-le", "ignore")))

    moved = []
    for entity in entities:
        start, end = kept(entity["offset"]), kept(entity["offset"] + entity["length"])
        if end > start:
            moved.append(entity | {"offset": start, "length": end - start})
    return tuple(moved)


def check_markup(markup: Any, *, private: bool) -> None:
    """Raises ApiError for a keyboard that Telegram refuses."""
    if markup is None or markup == "":
        return
    if not isinstance(markup, dict):
        raise ApiError(400, "object expected as reply markup")
    for button in _buttons(markup, "keyboard", "keyboard button"):
        _check_key(button, private=private)
    inline = _buttons(markup, "inline_keyboard", "inline keyboard button")
    for button in inline:
        _check_inline(button)
    if len(inline) > MOST_BUTTONS:
        raise ApiError(400, "reply markup is too long")


def check_inline_markup(markup: Any) -> None:
    """Raises ApiError for what may not be under a message that was sent already."""
    check_markup(markup, private=True)
    if markup and "inline_keyboard" not in markup:
        raise ApiError(400, "inline keyboard expected")


def _buttons(markup: dict[str, Any], field: str, name: str) -> list[Any]:
    rows = markup.get(field)
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        of = "" if field == "keyboard" else " of the InlineKeyboardMarkup"
        raise ApiError(400, f'field "{field}"{of} must be an Array of Arrays')
    buttons = [button for row in rows for button in row]
    for button in buttons:
        if isinstance(button, dict) and not isinstance(button.get("text"), str):
            raise ApiError(400, f"can't parse {name}: Can't find field \"text\"")
    return buttons


def _check_key(button: Any, *, private: bool) -> None:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise ApiError(400, "can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not cleaned(button["text"]).strip():
        raise ApiError(400, "keyboard button text must be non-empty")
    for asked, name in _PRIVATE.items():
        if button.get(asked) and not private:
            raise ApiError(400, f"{name} can be requested in private chats only")


def _check_inline(button: Any) -> None:
    if not isinstance(button, dict):
        raise ApiError(400, "can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not cleaned(button["text"]).strip():
        raise ApiError(400, "inline keyboard button text must be non-empty")
    url, data = button.get("url"), button.get("callback_data")
    if url:
        if not checked_link(str(url)) and not str(url).startswith("tg://"):
            raise ApiError(400, f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    elif data:
        if len(str(data).encode("utf-8", "surrogatepass")) > LONGEST_DATA:
            raise ApiError(400, "BUTTON_DATA_INVALID")
    elif not any(kind in button for kind in ("switch_inline_query", "switch_inline_query_current_chat", "copy_text")):
        raise ApiError(400, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
