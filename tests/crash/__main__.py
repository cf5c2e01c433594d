"""`make crash`: the trials in full."""

from __future__ import annotations

import asyncio
import sys

from rich.console import Console

from tests.crash.telegram import Trial


def main() -> None:
    """Run them, and end with 1 when a promise was broken."""
    updates, kills = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (10_000, 200)
    outcome = asyncio.run(Trial(updates, kills).run())
    console = Console()
    console.print(f"Telegram, SQLite: {outcome}")
    broken = outcome.lost or outcome.effects != outcome.updates or outcome.duplicates > outcome.doubts
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
