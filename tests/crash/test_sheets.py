"""An import of two people, killed while it is carried out."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from tests.crash import sheets


async def test_an_import_that_is_killed_is_written_and_told_or_neither(tmp_path: Path) -> None:
    chance, model = random.Random(11), tmp_path / "model"
    await sheets.prepare(model)
    assert sheets.left(model) == sheets.BEFORE
    took = await asyncio.to_thread(sheets.timed, model, tmp_path / "whole")
    assert sheets.left(tmp_path / "whole") == sheets.AFTER
    for number in range(3):
        folder, after = tmp_path / str(number), chance.uniform(0, took)
        found = await asyncio.to_thread(sheets.killed, model, folder, after)
        assert found in (sheets.BEFORE, sheets.AFTER)
        # Carried out by the next process, once.
        await sheets.carry_out(folder)
        assert sheets.left(folder) == sheets.AFTER
