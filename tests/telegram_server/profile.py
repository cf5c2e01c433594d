"""What the Bot API refuses of a bot's menu and descriptions. Pure."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram_server.errors import ApiError

MOST_COMMANDS = 100
LONGEST = {"name": 64, "description": 512, "short_description": 120}
_COMMAND = re.compile(r"^[a-z0-9_]{1,32}$")
_LANGUAGE = re.compile(r"^(?:[a-z]{2})?$")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")


def language_of(parameters: dict[str, Any]) -> str:
    """The language of a menu or description, "" for all others. Raises ApiError."""
    language = str(parameters.get("language_code") or "")
    if not _LANGUAGE.match(language):
        raise ApiError(400, "invalid language code specified")
    return language


def scope_of(parameters: dict[str, Any]) -> str:
    """Whom a menu is for, in a word or a few. Raises ApiError."""
    scope = parameters.get("scope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind in _SCOPES:
        return str(kind)
    if kind not in _CHAT_SCOPES:
        raise ApiError(400, "can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise ApiError(400, "can't parse BotCommandScope: Empty chat_id specified")
    return f"{kind} {scope['chat_id']}"


def menu_of(parameters: dict[str, Any]) -> list[dict[str, str]]:
    """The commands of a menu. Raises ApiError."""
    commands = parameters.get("commands")
    if not isinstance(commands, list):
        raise ApiError(400, "expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise ApiError(400, "BOT_COMMANDS_TOO_MUCH")
    return [_command(each) for each in commands]


def _command(command: Any) -> dict[str, str]:
    if not isinstance(command, dict):
        raise ApiError(400, "can't parse BotCommand: expected an Object")
    for field in ("command", "description"):
        if not isinstance(command.get(field), str):
            raise ApiError(400, f"can't parse BotCommand: Can't find field \"{field}\"")
    name, said = command["command"].strip().removeprefix("/"), command["description"].strip()
    if not name:
        raise ApiError(400, "command must be non-empty")
    if not _COMMAND.match(name):
        raise ApiError(400, "BOT_COMMAND_INVALID")
    if not said:
        raise ApiError(400, "command description must be non-empty")
    if len(said) > 256:
        raise ApiError(400, "command description length must not exceed 256")
    return {"command": name, "description": said}


def described(parameters: dict[str, Any], field: str) -> str:
    """A name or description. Raises ApiError."""
    said = str(parameters.get(field) or "")
    if len(said) > LONGEST[field]:
        raise ApiError(400, f"BOT_{field.upper()}_TOO_LONG")
    return said
