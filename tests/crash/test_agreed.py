"""An import of two people, killed while it is carried out."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from tests.crash import agreed


async def test_an_import_that_is_killed_is_written_and_told_or_neither(tmp_path: Path) -> None:
    chance, model = random.Random(11), tmp_path / "model"
    await agreed.prepare(model)
    assert agreed.left(model) == agreed.BEFORE
    took = await asyncio.to_thread(agreed.timed, model, tmp_path / "whole")
    assert agreed.left(tmp_path / "whole") == agreed.AFTER
    for number in range(3):
        folder, after = tmp_path / str(number), chance.uniform(0, took)
        found = await asyncio.to_thread(agreed.killed, model, folder, after)
        assert found in (agreed.BEFORE, agreed.AFTER)
        # Carried out by the next process, once.
        await agreed.carry_out(folder)
        assert agreed.left(folder) == agreed.AFTER
