"""`make crash`: the trials in full."""

from __future__ import annotations

import asyncio
import logging
import sys

from rich.console import Console

from tests.crash import matrix, telegram
from tests.matrix_server import running_homeserver


def main() -> None:
    """Run them, and end with 1 when a promise was broken."""
    # Keys come after what they open, while somebody reads late: each try would be told.
    logging.getLogger("nio").setLevel(logging.CRITICAL)
    console = Console()
    with running_homeserver() as server:
        rooms = asyncio.run(matrix.Trial(server, kills=50).run())
    console.print(f"Matrix, SQLite: {rooms}")
    outcome = asyncio.run(telegram.Trial(10_000, 200).run())
    console.print(f"Telegram, SQLite: {outcome}")
    kept = outcome.effects + outcome.failed == outcome.updates and outcome.duplicates <= outcome.doubts
    sys.exit(bool(outcome.lost or not kept or rooms.lost or rooms.duplicates or rooms.disordered))


if __name__ == "__main__":
    main()
