"""Starts and stops the web server."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

# Answers under way are given this long to leave.
LAST_WORDS_SECONDS = 10.0


class _NoRequest(logging.Filter):
    """Drops the details of broken requests: they hold addresses of people, and what they wrote."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args, record.exc_info, record.exc_text = "web: a request could not be read", (), None, None
        return True


@asynccontextmanager
async def serve(app: web.Application, host: str, port: int) -> AsyncIterator[tuple[str, int]]:
    """Serve until the context is left, then let the answers under way go out. Yields the address listened on."""
    journal = logging.getLogger(__name__)
    quiet = _NoRequest()
    journal.addFilter(quiet)
    runner = web.AppRunner(app, access_log=None, logger=journal, shutdown_timeout=LAST_WORDS_SECONDS)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        address = runner.addresses[0]
        yield str(address[0]), int(address[1])
    finally:
        await runner.cleanup()
        journal.removeFilter(quiet)
