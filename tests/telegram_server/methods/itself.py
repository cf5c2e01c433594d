"""Who the bot is, and how it gets its updates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegram_server.errors import ApiError
from tests.telegram_server.mailbox import HOOKED
from tests.telegram_server.methods.shape import Method
from tests.telegram_server.sent import Raw
from tests.telegram_server.webhook import check_webhook

if TYPE_CHECKING:
    from tests.telegram_server.calls import Call
    from tests.telegram_server.server import TelegramServer

LARGEST_FILE = 20 * 1024 * 1024
IN_USE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def who(server: TelegramServer, _call: Call) -> Raw:
    """`getMe`."""
    return server.me


async def done(_server: TelegramServer, _call: Call) -> bool:
    """`logOut`, `close`: counted, no more."""
    return True


async def updates(server: TelegramServer, call: Call) -> list[Raw]:
    """`getUpdates`."""
    if server.webhook:
        raise ApiError(409, IN_USE)
    _allow(server, call)
    return await server.mailbox.poll(
        offset=call.number("offset"), limit=call.number("limit", 100), timeout=call.number("timeout")
    )


async def set_webhook(server: TelegramServer, call: Call) -> bool:
    """`setWebhook`; an empty address takes it away."""
    if not call.text("url"):
        return await delete_webhook(server, call)
    server.flood.hook(server.clock())
    check_webhook(call.parameters)
    _allow(server, call)
    if call.flag("drop_pending_updates"):
        server.mailbox.forget()
    server.mailbox.interrupt(HOOKED)
    server.pusher.set(call.parameters)
    return True


async def delete_webhook(server: TelegramServer, call: Call) -> bool:
    """`deleteWebhook`: what waits goes on waiting, unless told."""
    if call.flag("drop_pending_updates"):
        server.mailbox.forget()
    server.pusher.set({})
    return True


async def webhook_info(server: TelegramServer, _call: Call) -> Raw:
    """`getWebhookInfo`."""
    pusher, mailbox = server.pusher, server.mailbox
    waiting = sum(mailbox.current(number) is not None for number in list(mailbox.pending))
    url = pusher.webhook.get("url", "")
    info: Raw = {"url": url, "has_custom_certificate": False, "pending_update_count": waiting}
    if url:
        info |= {"max_connections": pusher.connections, "ip_address": "127.0.0.1"}
    if pusher.last_failure:
        at, reason = pusher.last_failure
        info |= {"last_error_date": int(at), "last_error_message": reason}
    return info | ({"allowed_updates": sorted(mailbox.allowed)} if mailbox.allowed else {})


async def file(server: TelegramServer, call: Call) -> Raw:
    """`getFile`."""
    number = call.text("file_id")
    if not number:
        raise ApiError(400, "file_id not specified")
    if number not in server.files:
        raise ApiError(400, "invalid file_id")
    size, _ = server.files[number]
    if size > LARGEST_FILE:
        raise ApiError(400, "file is too big")
    return {"file_id": number, "file_unique_id": number[-8:], "file_size": size, "file_path": f"files/{number}"}


def _allow(server: TelegramServer, call: Call) -> None:
    """Kinds that are asked for stay so until others are; an empty list is the usual ones."""
    asked = call.parameters.get("allowed_updates")
    if isinstance(asked, list):
        server.mailbox.allowed = frozenset(str(kind) for kind in asked)


ITSELF: dict[str, Method] = {
    "getMe": who,
    "logOut": done,
    "close": done,
    "getUpdates": updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": webhook_info,
    "getFile": file,
}
