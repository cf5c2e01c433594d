"""What went wrong with the homeserver, in the mailroom's terms."""

from __future__ import annotations

from http import HTTPStatus

import aiohttp
from nio.exceptions import EncryptionError, LocalProtocolError
from nio.responses import ErrorResponse

from bot.post.carrier import (
    ClosedError,
    DoubtError,
    GoneError,
    NotSentError,
    RefusedError,
    SendError,
    TooFastError,
)

REVOKED = (
    "Matrix refuses the device of this robot (its session was ended): if that was meant, create an empty file "
    "new-device in the folder matrix of the data, and start Solipacte again: it enters as a new device."
)
_CLOSED = ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED", "M_USER_LOCKED")
_TOO_LARGE = ("M_TOO_LARGE",)
_NOBODY = ("M_FORBIDDEN", "M_NOT_FOUND")
# Seconds of silence when the homeserver asks for it without saying how long.
_SILENCE = 5.0

NETWORK = (aiohttp.ClientError, TimeoutError, OSError)


def told(response: ErrorResponse) -> SendError:
    """What an answer that is an error means."""
    code, transport = response.status_code, response.transport_response
    status = transport.status if transport is not None else 0
    if code in _CLOSED:
        return ClosedError(REVOKED)
    if code == "M_LIMIT_EXCEEDED" or status == HTTPStatus.TOO_MANY_REQUESTS:
        after = response.retry_after_ms
        return TooFastError(after / 1000 if after else _SILENCE)
    if code in _NOBODY:
        return GoneError("not in the room")
    if code in _TOO_LARGE:
        return RefusedError("too large")
    if not status or status >= HTTPStatus.INTERNAL_SERVER_ERROR or not str(code).startswith("M_"):
        return DoubtError("no answer that makes sense")
    return RefusedError("refused")


def unless_refused(response: ErrorResponse) -> None:
    """Raise what an error means, unless it is the homeserver's last word on it."""
    trouble = told(response)
    if not isinstance(trouble, GoneError | RefusedError):
        raise trouble


def raised(error: Exception) -> SendError:
    """What an exception of a call means."""
    match error:
        case SendError():
            return error
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError():
            return NotSentError("no connection")
        case aiohttp.ClientError() | TimeoutError() | OSError():
            return DoubtError("no answer")
        case LocalProtocolError():
            return NotSentError("not ready")
        case EncryptionError():
            return NotSentError("no key yet")
    return RefusedError(type(error).__name__)
