"""The index kept on disk between two starts, for as long as the data and the code that built it are the same."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import cast

from directory import words
from directory.communes import index, letters, spelling
from directory.communes.index import DATA, FILES, Index, build
from directory.kept import Shelf

_NAME = "communes.index"


def load(folder: Path | None) -> Index:
    """The index, from `folder` when it holds a good copy; a missing, foreign or damaged copy is replaced silently."""
    if folder is None:
        return build()
    shelf, stamp = Shelf(folder), _stamp()
    kept = shelf.read(_NAME, stamp)
    if kept is None:
        kept = build()
        shelf.write(_NAME, stamp, kept)
    return cast("Index", kept)


def _stamp() -> bytes:
    """Changes with the data, the code that builds the index, and the Python that writes it."""
    digest = hashlib.sha256(sys.version.encode())
    spoken = DATA / "spoken.tsv"
    code = (Path(str(module.__file__)) for module in (index, letters, spelling, words))
    for path in (*(DATA / name for name in FILES), spoken, *code):
        digest.update(path.read_bytes())
    return digest.digest()
