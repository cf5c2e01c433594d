"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """A file to write beside `path`, moved there at the end; an error leaves nothing, and the old one as it was."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield draft
        _to_disk(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def folder_draft_of(path: Path, *, private: bool = False) -> Iterator[Path]:
    """The same with a folder; one that is already there is replaced whole. `private`: nobody else can open it."""
    draft, old = (path.with_name(f".{path.name}.{os.getpid()}{ending}") for ending in ("", ".old"))
    draft.mkdir(mode=0o700 if private else 0o777)
    try:
        yield draft
        for file in draft.iterdir():
            _to_disk(file)
        if path.exists():
            path.rename(old)
        draft.rename(path)
    finally:
        for left in (draft, old):
            shutil.rmtree(left, ignore_errors=True)


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
