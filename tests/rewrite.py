"""`python -m tests.rewrite [name…]`: write the answers of the transcripts again, to be read before they are kept."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from bot.app import open_house
from bot.settings import Settings
from tests.house import Clock, import_sample, shipped
from tests.test_transcripts import FOLDER, play


async def replayed(script: str) -> str:
    """One transcript with the answers given today."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        import_sample(settings)
        async with open_house(settings, clock=clock, shipped=shipped()) as house:
            return await play(script, house, clock)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for path in sorted(FOLDER.glob("*.txt")):
        if not wanted or path.stem in wanted:
            path.write_text(asyncio.run(replayed(path.read_text(encoding="utf-8"))), encoding="utf-8")
