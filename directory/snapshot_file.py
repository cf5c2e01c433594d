"""A snapshot on the disk, so that a cold process need not read the whole directory."""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.hours import Closed
from directory.snapshot import Snapshot, Tables, arrays_of
from directory.texts.index import Texts
from directory.texts.order import Order

# Grows whenever the arrays or the tables change shape: an older file is then built again.
FORMAT = 7


def save(snapshot: Snapshot, path: Path) -> None:
    """Write a snapshot; whoever reads meanwhile sees the old file or the new one, never a half."""
    tables = asdict(snapshot.tables) | {"version": snapshot.version, "format": FORMAT}
    said = json.dumps(tables, default=date.isoformat, ensure_ascii=False).encode()
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with draft.open("wb") as file:
        np.savez(file, allow_pickle=False, tables=np.frombuffer(said, np.uint8), **arrays_of(snapshot))
    draft.replace(path)


def load(path: Path, *, version: int) -> Snapshot | None:
    """The snapshot kept for a version of the directory, None when there is none, or none that can be read."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            said: dict[str, Any] = json.loads(kept["tables"].tobytes())
            if said.pop("format") != FORMAT or said.pop("version") != version:
                return None
            arrays = {name: kept[name] for name in kept.files if name != "tables"}
            texts = Texts(order=Order(**_part(arrays, "texts.order.")), **_part(arrays, "texts."))
            return Snapshot(version=version, tables=_tables(said), texts=texts, **arrays)
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
        return None


def _part(arrays: dict[str, NDArray[Any]], prefix: str) -> dict[str, NDArray[Any]]:
    """Take out the arrays of one part, by their names within it."""
    return {name.removeprefix(prefix): arrays.pop(name) for name in tuple(arrays) if name.startswith(prefix)}


def _tables(said: dict[str, Any]) -> Tables:
    closures = {
        int(row): tuple(
            Closed(date.fromisoformat(c["first_day"]), date.fromisoformat(c["last_day"]), c["message"]) for c in listed
        )
        for row, listed in said["closures"].items()
    }
    return Tables(
        hours=tuple(said["hours"]),
        departements=tuple(said["departements"]),
        places=tuple(said["places"]),
        publics=tuple(said["publics"]),
        zones=tuple(map(tuple, said["zones"])),
        keys=tuple((key, reach) for key, reach in said["keys"]),
        closures=closures,
        also={int(row): tuple(sources) for row, sources in said["also"].items()},
    )
