"""Telegram's servers, absent: every call succeeds and says nothing."""

from __future__ import annotations

import json
from typing import Any

from telegram.request import BaseRequest, RequestData


class Offline(BaseRequest):
    """Answers what initialising a bot asks."""

    @property
    def read_timeout(self) -> float | None:
        """Nothing is waited for."""
        return 1

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """A bot when asked who it is, true otherwise."""
        me = {"id": 1, "is_bot": True, "first_name": "Pacte", "username": "pacte_bot"}
        return 200, json.dumps({"ok": True, "result": me if url.endswith("getMe") else True}).encode()
