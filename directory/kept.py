"""Things that take long to build, kept on disk for as long as what they were built from is the same."""

from __future__ import annotations

import hashlib
import marshal
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of kept things: dictionaries, lists, texts, numbers. One that cannot be written only costs time."""

    folder: Path

    def read(self, name: str, stamp: bytes) -> object | None:
        """What was kept under a name with this stamp; None when it is missing, of another stamp, or damaged."""
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        body = memoryview(content)[2 * _DIGEST :]
        # The second digest keeps a damaged file away from marshal, which trusts what it reads.
        if content[:_DIGEST] != stamp or content[_DIGEST : 2 * _DIGEST] != hashlib.sha256(body).digest():
            return None
        kept: object = marshal.loads(body)  # noqa: S302 - written by `write` below, checked by its digest
        return kept

    def write(self, name: str, stamp: bytes, built: Any) -> None:  # noqa: ANN401 - what marshal takes has no public type
        """Keep something, atomically; `stamp`: a SHA-256 of all that it was built from."""
        body = marshal.dumps(built)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(stamp + hashlib.sha256(body).digest() + body)
            Path(temporary).replace(self.folder / name)
        except OSError:
            return
