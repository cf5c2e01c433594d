"""An answer of the Bot API that is not ok."""

from __future__ import annotations

from typing import Any

_PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
}


class ApiError(Exception):
    """`description`: Telegram's words, without what the code says already ("Bad Request: ")."""

    def __init__(self, code: int, description: str = "", **parameters: int) -> None:
        prefix = _PREFIXES[code]
        self.code, self.parameters = code, parameters
        self.description = f"{prefix}: {description}" if description else prefix
        super().__init__(self.description)

    @property
    def body(self) -> dict[str, Any]:
        """What is answered."""
        told = {"ok": False, "error_code": self.code, "description": self.description}
        return told | ({"parameters": self.parameters} if self.parameters else {})


def too_many(seconds: int) -> ApiError:
    """The bot is to be silent for so many seconds."""
    return ApiError(429, f"retry after {seconds}", retry_after=seconds)
