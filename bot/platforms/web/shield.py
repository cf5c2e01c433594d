"""What surrounds every answer: security headers, kind errors, figures."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.platforms.web.render import notice
from bot.platforms.web.site import SITE

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Sentences of web.ftl, by status.
_SENTENCES = {404: "web-notice-absent", 405: "web-notice-method", 413: "web-notice-heavy", 415: "web-notice-wrong"}


async def protect(request: web.Request, response: web.StreamResponse) -> None:
    """Add the security headers to an answer about to leave; nothing but static files may be kept by a browser."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    if request.path != "/":
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
    if SITE in request.app and request.app[SITE].settings.secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")


@web.middleware
async def measured(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count the request and its duration, by route and status."""
    started = time.perf_counter()
    response = await handler(request)
    resource = request.match_info.route.resource
    route = resource.canonical if resource is not None else "unknown"
    request.app[SITE].measures.request(route, response.status, time.perf_counter() - started)
    return response


@web.middleware
async def kind(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every error into a page that says what to do; the journal says where, never what was written."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        response = notice(request, _SENTENCES.get(error.status, "web-notice-broken"), status=error.status)
        if isinstance(error, web.HTTPMethodNotAllowed):
            response.headers["Allow"] = error.headers["Allow"]
        return response
    except Exception as error:  # noqa: BLE001 - the last boundary: aiohttp would log the text of the error
        journal = logging.getLogger(__name__)
        journal.error("web: %s at %s", type(error).__name__, _place(error))
        return notice(request, "web-notice-broken", status=500)


def _place(error: BaseException) -> str:
    """The file and line an error comes from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "?"
