"""What a program makes at its first start (the index of the communes, that of the documents), made once for a run."""

from __future__ import annotations

import os
from pathlib import Path

from bot.app import Shipped

# The folder of the run that is going on; its workers have it from the one that starts them.
FOLDER = "TESTS_CACHE"


def shipped() -> Shipped:
    """What comes with the program, read from what was made before when it was."""
    return Shipped.load(_folder())


def warm(data: Path) -> Path:
    """Give a data folder what a first start leaves there; the folder itself."""
    if (made := _folder()) and not (data / "cache").exists():
        if not (made / "knowledge.index").exists():
            shipped()
        (data / "cache").mkdir(parents=True)
        for file in made.glob("*.index"):
            # It is replaced, and never written in.
            os.link(file, data / "cache" / file.name)
    return data


def _folder() -> Path | None:
    name = os.environ.get(FOLDER)
    return Path(name) if name else None
