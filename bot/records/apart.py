"""Build the snapshot of a large directory in a process of its own, so that nobody waits for Python's lock."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from multiprocessing import get_context
from pathlib import Path

from bot.records.engines import database_url
from bot.records.store import scanned
from directory.communes.gazetteer import Gazetteer
from directory.indexing import Indexer
from directory.needs import Needs


def indexing(url: str, cache: Path) -> Callable[[int], Awaitable[None]]:
    """What has the snapshot of a version built and kept, and waits for it. `url`: the database's.

    When the process fails nothing is kept: whoever asked then builds it.
    """

    async def apart(version: int) -> None:
        # Given through a pipe: arguments of a command would show the password of the database.
        process = get_context("spawn").Process(target=_index, args=(url, cache, version), daemon=True)
        await asyncio.to_thread(process.start)
        await asyncio.to_thread(process.join)

    return apart


def _index(url: str, cache: Path, version: int) -> None:
    indexer = Indexer(Gazetteer.load(cache), Needs.load(), cache)
    scanned(database_url(url), lambda connection: indexer.build_once(connection, version))
