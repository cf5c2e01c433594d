"""The key file as a process that runs looks at it: another may change the keys meanwhile."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.keys import KeyFileError, Keys, read_keys


@dataclass(slots=True)
class KeyFile:
    """Where the keys are, and what the file looked like: `changed` reads it again once somebody replaced it."""

    path: Path
    _seen: tuple[int, int, int] | None = None

    def read(self) -> Keys:
        """Read it now; errors as in `read_keys`."""
        self._seen = self._stamp()
        return read_keys(self.path)

    def changed(self) -> Keys | None:
        """The keys when the file is another than the one read last (a microsecond to know); None when it is not.

        A file that cannot be read changes nothing: the keys that are known still serve.
        """
        try:
            stamp = self._stamp()
            if stamp == self._seen:
                return None
            keys = read_keys(self.path)
        except (OSError, KeyFileError):
            return None
        self._seen = stamp
        return keys

    def _stamp(self) -> tuple[int, int, int]:
        seen = self.path.stat()
        return seen.st_ino, seen.st_mtime_ns, seen.st_size


@contextmanager
def held_alone(path: Path) -> Iterator[bool]:
    """Hold the key file against another process that changes it; False when one does. A dead process lets go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        yield _locked(descriptor)
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
