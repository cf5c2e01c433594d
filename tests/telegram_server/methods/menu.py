"""The bot's menu, name and descriptions, in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegram_server.errors import ApiError
from tests.telegram_server.methods.shape import Method
from tests.telegram_server.profile import described, language_of, menu_of, scope_of
from tests.telegram_server.sent import Raw

if TYPE_CHECKING:
    from tests.telegram_server.calls import Call
    from tests.telegram_server.server import TelegramServer


async def set_commands(server: TelegramServer, call: Call) -> bool:
    """`setMyCommands`."""
    where = _where(call)
    server.commands[where] = menu_of(call.parameters)
    return True


async def commands(server: TelegramServer, call: Call) -> list[dict[str, str]]:
    """`getMyCommands`."""
    return server.commands.get(_where(call), [])


async def delete_commands(server: TelegramServer, call: Call) -> bool:
    """`deleteMyCommands`."""
    server.commands.pop(_where(call), None)
    return True


async def set_name(server: TelegramServer, call: Call) -> bool:
    """`setMyName`: not empty, for want of a language."""
    if not call.text("name") and not language_of(call.parameters):
        raise ApiError(400, "BOT_TITLE_INVALID")
    return _set(server, call, "name")


async def set_description(server: TelegramServer, call: Call) -> bool:
    """`setMyDescription`."""
    return _set(server, call, "description")


async def set_short_description(server: TelegramServer, call: Call) -> bool:
    """`setMyShortDescription`."""
    return _set(server, call, "short_description")


async def name(server: TelegramServer, call: Call) -> Raw:
    """`getMyName`."""
    return _get(server, call, "name")


async def description(server: TelegramServer, call: Call) -> Raw:
    """`getMyDescription`."""
    return _get(server, call, "description")


async def short_description(server: TelegramServer, call: Call) -> Raw:
    """`getMyShortDescription`."""
    return _get(server, call, "short_description")


def _where(call: Call) -> str:
    """The language of a menu for everybody, and whom it is for when it is not."""
    scope, language = scope_of(call.parameters), language_of(call.parameters)
    return language if scope == "default" else f"{scope} {language}".strip()


def _set(server: TelegramServer, call: Call, field: str) -> bool:
    server.descriptions[field, language_of(call.parameters)] = described(call.parameters, field)
    return True


def _get(server: TelegramServer, call: Call, field: str) -> Raw:
    told = server.descriptions
    language = language_of(call.parameters)
    return {field: told.get((field, language)) or told.get((field, "")) or ""}


MENU: dict[str, Method] = {
    "setMyCommands": set_commands,
    "getMyCommands": commands,
    "deleteMyCommands": delete_commands,
    "setMyName": set_name,
    "getMyName": name,
    "setMyDescription": set_description,
    "getMyDescription": description,
    "setMyShortDescription": set_short_description,
    "getMyShortDescription": short_description,
}
