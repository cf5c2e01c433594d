"""The knowledge in use; when its files change, the next one, unless they are wrong: then the last good one stays."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.base import Knowledge
from knowledge.files import ContentError

Stamp = tuple[tuple[str, int, int], ...]


def stamp_of(folders: Iterable[Path]) -> Stamp:
    """What tells that a file was written, added or removed."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*.*")):
            status = path.stat()
            found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


@dataclass(slots=True, repr=False)
class Keeper:
    """`load` reads all the files; `folders`: those watched. `problem`: what is wrong in them, else empty."""

    current: Knowledge
    load: Callable[[], Knowledge]
    folders: tuple[Path, ...]
    problem: str = ""
    seen: Stamp = ()
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def refresh(self) -> bool:
        """Follow the files when they have changed; gives whether they had. Questions go on meanwhile."""
        async with self._lock:
            now = await asyncio.to_thread(stamp_of, self.folders)
            if now == self.seen:
                return False
            self.seen = now
            try:
                self.current = await asyncio.to_thread(self.load)
                self.problem = ""
            except ContentError as error:
                self.problem = str(error)
            return True
