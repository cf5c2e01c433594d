"""What the Bot API refuses, in its own words. Pure, but for the memory of what was sent."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from tests.telegram_server.html import HtmlError, Parsed, parse_html, units

LONGEST_TEXT, LONGEST_CAPTION, LONGEST_DATA = 4096, 1024, 64


class ApiError(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def read_text(parameters: dict[str, Any], key: str, most: int) -> Parsed:
    """The text of a send. Raises ApiError when it cannot be shown."""
    source = parameters.get(key)
    if not isinstance(source, str):
        raise ApiError(400, f"Bad Request: {key} is empty")
    try:
        source.encode()
        parsed = parse_html(source) if parameters.get("parse_mode") == "HTML" else Parsed(source, ())
    except UnicodeEncodeError:
        raise ApiError(400, "Bad Request: strings must be encoded in UTF-8") from None
    except HtmlError as error:
        raise ApiError(400, str(error)) from None
    if key == "text" and not parsed.text.strip():
        raise ApiError(400, "Bad Request: message text is empty")
    if units(parsed.text) > most:
        raise ApiError(400, f"Bad Request: message {'caption ' if key == 'caption' else ''}is too long")
    return parsed


def check_markup(markup: Any, *, private: bool) -> None:
    """Raises ApiError for a keyboard that Telegram refuses."""
    rows = (markup or {}).get("inline_keyboard", ())
    inline = [button for row in rows for button in row]
    for button in inline:
        data = button.get("callback_data")
        if not button.get("text") or (data is None and "url" not in button):
            raise ApiError(400, "Bad Request: text buttons are unallowed in the inline keyboard")
        if data is not None and not 1 <= len(data.encode()) <= LONGEST_DATA:
            raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    asking = [button for row in (markup or {}).get("keyboard", ()) for button in row if isinstance(button, dict)]
    if any(button.get("request_location") for button in asking) and not private:
        raise ApiError(400, "Bad Request: location can be requested in private chats only")
    if len(inline) > 100:
        raise ApiError(400, "Bad Request: reply markup is too long")


def check_commands(parameters: dict[str, Any]) -> None:
    """Raises ApiError for a menu of commands that Telegram refuses."""
    commands = parameters.get("commands") or []
    if len(commands) > 100:
        raise ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name, said = command.get("command", ""), command.get("description", "")
        if not (
            1 <= len(name) <= 32
            and all(letter.isascii() and (letter.islower() or letter.isdigit() or letter == "_") for letter in name)
        ):
            raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(said) <= 256:
            raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    language = parameters.get("language_code") or ""
    if language and not (len(language) == 2 and language.isalpha()):
        raise ApiError(400, "Bad Request: LANG_CODE_INVALID")


@dataclass
class Flood:
    """Thirty sends a second to everybody, one a second to a person, twenty a minute to a group."""

    on: bool = True
    everybody: deque[float] = field(default_factory=deque)
    chats: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def count(self, chat: int, now: float) -> None:
        """Count a send. Raises ApiError when there are too many."""
        if not self.on:
            return
        _drop(self.everybody, now - 1)
        sent = self.chats[chat]
        _drop(sent, now - 60)
        if len(self.everybody) >= 30:
            raise _too_many(1)
        if chat > 0 and sent and now - sent[-1] < 0.95:
            raise _too_many(1)
        if chat < 0 and len(sent) >= 20:
            raise _too_many(int(sent[0] + 60 - now) + 1)
        self.everybody.append(now)
        sent.append(now)


def _drop(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()


def _too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
