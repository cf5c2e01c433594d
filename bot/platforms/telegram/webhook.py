"""Where Telegram calls: the secret is checked, the update stored, and only then acknowledged."""

from __future__ import annotations

import hmac
import json

import structlog
from aiohttp import web

from bot.platforms.bounded import bounded
from bot.platforms.telegram.door import TelegramDoor
from bot.platforms.telegram.settings import WEBHOOK_PATH
from bot.records.store import StoreUnavailable

log = structlog.get_logger(__name__)

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LONGEST = 1024 * 1024


def routes(door: TelegramDoor) -> list[web.RouteDef]:
    """The route of the webhook."""

    async def webhook(request: web.Request) -> web.Response:
        return web.Response(status=await _status(request, door))

    return [web.post(WEBHOOK_PATH, webhook)]


async def _status(request: web.Request, door: TelegramDoor) -> int:
    """What Telegram is answered: 200 only when all is stored; anything else has it delivered again."""
    given = request.headers.get(SECRET, "").encode("utf-8", "surrogateescape")
    if not door.settings.secret or not hmac.compare_digest(given, door.settings.secret.encode()):
        return 401
    if door.stopping:
        return 503
    body = await _body(request)
    if body is None:
        return 413
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        # With the right secret, it is Telegram's: what cannot be read today cannot be tomorrow.
        log.warning("an update could not be read")
        return 200
    try:
        await door.handle([update])
    except StoreUnavailable:
        return 503
    return 200


async def _body(request: web.Request) -> bytes | None:
    """The whole body; None when it is over 1 MB, which it may not say beforehand."""
    if (request.content_length or 0) > LONGEST:
        return None
    return await bounded(request.content, LONGEST)
