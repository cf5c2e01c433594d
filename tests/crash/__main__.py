"""`make crash`: the trials in full."""

from __future__ import annotations

import asyncio
import logging
import sys

from rich.console import Console

from tests.crash import imports, keys, many, matrix, reminders, telegram
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
    console.print(reminders.run())
    sent = [asyncio.run(many.Trial(10_000, 200, in_flight).run()) for in_flight in (1, 4)]
    for told in sent:
        console.print(f"A message to many, SQLite: {told}")
    rotated = keys.Trial(10_000, 50).run()
    console.print(f"A rotation of keys, SQLite: {rotated}")
    imported = imports.Trial(5_000, 100).run()
    console.print(f"An import, SQLite: {imported}")
    kept = outcome.effects + outcome.failed == outcome.updates and outcome.duplicates <= outcome.doubts
    broken = any(told.lost or told.undoubted for told in sent) or rotated.broken or imported.broken
    sys.exit(bool(outcome.lost or not kept or rooms.lost or rooms.duplicates or rooms.disordered or broken))


if __name__ == "__main__":
    main()
