"""The double alone, for benches: everybody may be written to, nothing is recorded but numbers."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys

from tests.telegram_server.server import TelegramServer


async def serve(port: int, token: str, *, flood: bool) -> None:
    """Serve until told to stop; then say how much was accepted."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopped.set)
    async with TelegramServer(token=token, port=port, remembers=False, anyone=True) as telegram:
        telegram.flood.on = flood
        sys.stdout.write(f"{telegram.url}\n")
        sys.stdout.flush()
        await stopped.wait()
    sys.stdout.write(f"{sum(telegram.accepted.values())} accepted\n")


def main() -> None:
    """Read the options and serve."""
    options = argparse.ArgumentParser(description="A strict double of the Bot API, on loopback.")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--token", default=TelegramServer.token)
    options.add_argument("--flood", action="store_true", help="with the limits on the number of sends")
    given = options.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(given.port, given.token, flood=given.flood))


if __name__ == "__main__":
    main()
