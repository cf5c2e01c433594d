"""A call of a method, however its parameters travelled, and its answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.telegram_server.errors import ApiError

# What is JSON in a text when the parameters are not JSON themselves, and how an error names it.
_STRUCTURED = {
    "reply_markup": "reply keyboard markup",
    "reply_parameters": "reply parameters",
    "allowed_updates": "allowed updates",
    "commands": "commands",
    "results": "JSON encoded inline query results",
    "link_preview_options": "link preview options",
    "scope": "BotCommandScope",
    "button": "inline query results button",
    "entities": "entities",
    "caption_entities": "caption entities",
}
_YES = ("true", "yes", "1")


@dataclass(slots=True)
class Call:
    """`files`: name and content, by the field of the form."""

    method: str
    parameters: dict[str, Any]
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A parameter as text, "" when there is none."""
        value = self.parameters.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """A parameter as a whole number; what is none is the default."""
        try:
            return int(self.text(name).strip() or default)
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """A parameter that is true or not."""
        return self.text(name).strip().lower() in _YES

    def degrees(self, name: str) -> float:
        """A latitude or longitude. Raises ApiError."""
        text = self.text(name).strip()
        if not text:
            raise ApiError(400, f"{name} is empty")
        try:
            return float(text)
        except ValueError:
            return 0.0


async def read_call(request: web.Request, method: str) -> Call:
    """What is asked. Raises ApiError when it cannot be read."""
    parameters: dict[str, Any] = dict(request.query)
    files: dict[str, tuple[str, bytes]] = {}
    if request.content_type == "application/json":
        parameters |= _json(await request.read())
    elif request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = (value.filename, value.file.read())
            else:
                parameters[name] = value if isinstance(value, str) else bytes(value).decode()
    for name, said in _STRUCTURED.items():
        if (given := parameters.get(name)) and isinstance(given, str):
            parameters[name] = _structured(given, said)
    return Call(method, parameters, files)


def answered(body: dict[str, Any], *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """What is answered, in JSON."""
    content = json.dumps(body).encode()
    return web.Response(body=content, status=status, headers=headers or {}, content_type="application/json")


def _json(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        raise ApiError(400, "can't parse JSON object") from None
    if not isinstance(read, dict):
        raise ApiError(400, "JSON object expected")
    return read


def _structured(text: str, said: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise ApiError(400, f"can't parse {said} JSON object") from None
