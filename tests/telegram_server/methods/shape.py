"""What a method is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.telegram_server.calls import Call
    from tests.telegram_server.server import TelegramServer

Method = Callable[["TelegramServer", "Call"], Awaitable[Any]]
