"""The files that people send, fetched from Telegram: the address of one holds the token, so it is never told."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.platforms.telegram.carrier import telegram_says
from bot.platforms.telegram.raw import Raw
from bot.platforms.telegram.request import Request
from bot.talk.fetching import FileError, Why

# How Telegram says it, without case: bots may fetch 20 MB; a file may be lost to it, or come from another bot.
_LARGE, _GONE = "file is too big", ("file_id", "file identifier", "temporarily unavailable", "file not found")


async def fetched(bot: Bot, request: Request, handle: str, most: int) -> bytes:
    """The content of a file, by its `file_id`. Raises FileError."""
    try:
        told: Any = await bot._post("getFile", {"file_id": handle})  # noqa: SLF001 - without reading the library's own objects
        path, size = _where(told if isinstance(told, dict) else {}, most)
        status, content = await request.fetched(f"{bot.base_file_url}/{quote(path)}", most)
    except TelegramError as error:
        raise FileError(_why(error)) from None
    if status != HTTPStatus.OK:
        raise FileError("gone" if status == HTTPStatus.NOT_FOUND else "away")
    if content is None:
        raise FileError("large")
    if size is not None and size != len(content):
        raise FileError("away")  # the connection was cut where nobody said how long it would be
    return content


def _where(told: Raw, most: int) -> tuple[str, int | None]:
    """The path of a file at Telegram, and its size. Raises FileError.

    A server of one's own may give a path on its disk: we do not go there.
    """
    path, size = told.get("file_path"), told.get("file_size")
    if not isinstance(path, str) or path.startswith("/") or ".." in path:
        raise FileError("gone")
    if isinstance(size, int) and size > most:
        raise FileError("large")
    return path, size if isinstance(size, int) else None


def _why(error: TelegramError) -> Why:
    if not isinstance(error, BadRequest) or not telegram_says(error):
        return "away"
    said = error.message.lower()
    if _LARGE in said:
        return "large"
    return "gone" if any(words in said for words in _GONE) else "refused"
