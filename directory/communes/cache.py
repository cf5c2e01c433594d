"""The index kept on disk between two starts, for as long as the data and the code that built it are the same."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from pathlib import Path

from directory import words
from directory.communes import index, spelling
from directory.communes.index import DATA, FILES, Index, build

_DIGEST = hashlib.sha256().digest_size


def load(folder: Path | None) -> Index:
    """The index, from `folder` when it holds a good copy; a missing, foreign or damaged copy is replaced silently."""
    if folder is None:
        return build()
    path = folder / "communes.index"
    stamp = _stamp()
    kept = _read(path, stamp)
    if kept is None:
        kept = build()
        _write(path, stamp, kept)
    return kept


def _stamp() -> bytes:
    """Changes with the data, the code that builds the index, and the Python that writes it."""
    digest = hashlib.sha256(sys.version.encode())
    spoken = DATA / "spoken.tsv"
    for path in (*(DATA / name for name in FILES), spoken, *(Path(str(m.__file__)) for m in (index, spelling, words))):
        digest.update(path.read_bytes())
    return digest.digest()


def _read(path: Path, stamp: bytes) -> Index | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    body = memoryview(content)[2 * _DIGEST :]
    # The second digest keeps a damaged file away from marshal, which trusts what it reads.
    if content[:_DIGEST] != stamp or content[_DIGEST : 2 * _DIGEST] != hashlib.sha256(body).digest():
        return None
    loaded: Index = marshal.loads(body)  # noqa: S302 - written by `_write` below, checked by its digest
    return loaded


def _write(path: Path, stamp: bytes, built: Index) -> None:
    """Atomic; a folder that cannot be written only costs time at the next start."""
    body = marshal.dumps(built)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(stamp + hashlib.sha256(body).digest() + body)
        Path(name).replace(path)
    except OSError:
        return
