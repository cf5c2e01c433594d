"""Where the files of tests lie: in memory where there is room, as none is read after a cut of the power."""

from __future__ import annotations

import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
# Containers often have 64 MB.
ROOM = 4_000_000_000


def folder() -> str:
    """The quickest folder; its path is short enough for the socket of a database."""
    return str(MEMORY) if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else "/tmp"
