"""The one file of services that an archive holds, unpacked within bounds, never under a name that the archive says."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from directory.importers.files import FileRefusedError

MOST_UNPACKED = 1_000_000_000
"""Bytes. The archive of the annuaire de l'administration holds some 400 million."""
_MOST_RATIO = 300  # JSON full of the same names is packed forty times smaller, rarely more
_MOST_MEMBERS = 100
_PAIR = re.compile(r"(?:structures|services|export)\.(?:json|ndjson|jsonl|csv|xlsx)")
_ENDINGS = (".json", ".ndjson", ".jsonl", ".csv", ".xlsx")
_CHUNK = 1 << 20
_Readable = IO[bytes] | io.BufferedIOBase
_WORKBOOK = b"xl/workbook.xml"
_BROKEN = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)


def unpacked(path: Path, folder: Path, *, most: int = MOST_UNPACKED) -> Path:
    """The file to read: `path` itself, or a copy in `folder` of the only file of services that it holds.

    `most`: bytes, once unpacked. Raises FileRefusedError.
    """
    try:
        with path.open("rb") as file:
            beginning = file.read(512)
        if not _is_packed(path, beginning):
            return path
        with _member(path, beginning) as (member, name):
            target = folder / f"unpacked{Path(name).suffix.lower()}"
            _copy(member, target, most=min(most, path.stat().st_size * _MOST_RATIO), name=path.name)
            return target
    except _BROKEN as error:
        key = (
            "import-file-unreadable" if isinstance(error, FileNotFoundError | PermissionError) else "import-file-broken"
        )
        raise FileRefusedError(key, file=path.name) from error


def unpacked_pair(path: Path, folder: Path, *, most: int) -> bool:
    """Copy to `folder` the structures and the services that a zip archive holds side by side; False when it is no such
    archive. `most`: bytes of each, once unpacked. Raises FileRefusedError.
    """
    try:
        if not zipfile.is_zipfile(path):
            return False
        with zipfile.ZipFile(path) as archive:
            inside = archive.infolist()[: _MOST_MEMBERS + 1]
            named = {Path(info.filename).name.lower(): info for info in inside}
            found = {name: info for name, info in named.items() if _PAIR.fullmatch(name)}
            if len(inside) > _MOST_MEMBERS or {Path(name).stem for name in found} < {"structures", "services"}:
                return False
            for name, info in found.items():
                with archive.open(info) as member:
                    limit = min(most, path.stat().st_size * _MOST_RATIO)
                    _copy(member, folder / name, most=limit, name=path.name)
    except _BROKEN as error:
        raise FileRefusedError("import-file-broken", file=path.name) from error
    return True


def _is_packed(path: Path, beginning: bytes) -> bool:
    if beginning.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(path) as archive:
            return _WORKBOOK.decode() not in archive.namelist()
    return beginning.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")) or beginning[257:262] == b"ustar"


@contextmanager
def _member(path: Path, beginning: bytes) -> Iterator[tuple[_Readable, str]]:
    if beginning.startswith(b"PK"):
        with zipfile.ZipFile(path) as archive:
            found = [
                info for info in archive.infolist()[: _MOST_MEMBERS + 1] if info.filename.lower().endswith(_ENDINGS)
            ]
            if len(archive.infolist()) > _MOST_MEMBERS or len(found) != 1:
                raise FileRefusedError("import-archive-members", file=path.name)
            with archive.open(found[0]) as member:
                yield member, found[0].filename
    elif _is_tar(path):
        with tarfile.open(path, "r:*") as archive:
            name, kept = _only(archive, path)
            with kept:
                yield kept, name
    else:
        with _opened(path, beginning) as member:
            yield member, path.name.rsplit(".", 1)[0]


def _opened(path: Path, beginning: bytes) -> _Readable:
    if beginning.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(path)
    return bz2.BZ2File(path) if beginning.startswith(b"BZh") else lzma.LZMAFile(path)


def _is_tar(path: Path) -> bool:
    """By its name: to look inside is to unpack."""
    return path.name.lower().endswith((".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz"))


def _only(archive: tarfile.TarFile, path: Path) -> tuple[str, _Readable]:
    """The first plain file of services: a stream is not read to its end to know what follows."""
    for count, info in enumerate(archive):
        if count >= _MOST_MEMBERS:
            break
        if info.isreg() and info.name.lower().endswith(_ENDINGS):
            file = archive.extractfile(info)
            if file:
                return info.name, file
    raise FileRefusedError("import-archive-members", file=path.name)


def _copy(member: _Readable, target: Path, *, most: int, name: str) -> None:
    left = most
    with target.open("wb") as file:
        while chunk := member.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise FileRefusedError("import-file-unpacked", file=name)
            file.write(chunk)
