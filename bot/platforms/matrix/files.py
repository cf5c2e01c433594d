"""The files that people send, fetched from the homeserver and opened.

By the endpoint that asks who is asking (Matrix client-server API v1.11, 10.9.1.2): nio knows only the one before it,
which homeservers close.
"""

from __future__ import annotations

from http import HTTPStatus

import aiohttp
from nio import AsyncClient
from nio.crypto.attachments import decrypt_attachment
from nio.exceptions import EncryptionError

from bot.platforms.bounded import bounded
from bot.platforms.matrix.attached import Attached
from bot.platforms.matrix.trouble import NETWORK
from bot.talk.fetching import FileError, Why

_PATH = "/_matrix/client/v1/media/download"
# Seconds without a byte.
_SILENCE = 15
_WHY: dict[int, Why] = {
    HTTPStatus.NOT_FOUND: "gone",
    HTTPStatus.FORBIDDEN: "refused",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "large",
}


async def fetched(client: AsyncClient, handle: str, most: int) -> bytes:
    """The content of a file, opened when it is encrypted. Raises FileError."""
    attached = Attached.of_handle(handle)
    content = await _downloaded(client, attached, most)
    return _opened(content, attached) if attached.key else content


async def _downloaded(client: AsyncClient, attached: Attached, most: int) -> bytes:
    session = client.client_session
    if session is None:
        raise FileError("away")
    address = f"{client.homeserver}{_PATH}/{attached.server}/{attached.media}"
    headers = {"Authorization": f"Bearer {client.access_token}"}
    timeout = aiohttp.ClientTimeout(total=None, sock_read=_SILENCE)
    try:
        # Elsewhere than on the homeserver, our token has no business.
        async with session.get(
            address, headers=headers, timeout=timeout, ssl=client.ssl, allow_redirects=False
        ) as response:
            if response.status != HTTPStatus.OK:
                raise FileError(_WHY.get(response.status, "away"))
            content = await bounded(response.content, most)
    except NETWORK:
        raise FileError("away") from None
    if content is None:
        raise FileError("large")
    return content


def _opened(content: bytes, attached: Attached) -> bytes:
    try:
        return bytes(decrypt_attachment(content, attached.key, attached.sha256, attached.iv))
    except (EncryptionError, ValueError):  # another content than what was sealed, or what opens nothing
        raise FileError("altered") from None
