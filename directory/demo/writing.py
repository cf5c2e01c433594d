"""An invented directory as files, or as rows for the importer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from directory.communes.commune import Commune
from directory.communes.gazetteer import Gazetteer
from directory.demo.generator import Made


def gazetteer(communes: Gazetteer | None = None) -> Iterator[Commune]:
    """Every commune of the gazetteer."""
    found = communes or Gazetteer.load()
    return (found.commune(row) for row in range(len(found)))


def write(made: Iterable[Made], folder: Path) -> None:
    """Write structures.ndjson, services.ndjson, and truth.ndjson: the kind, commune and structure of each service."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "structures.ndjson").open("w", encoding="utf-8") as structures,
        (folder / "services.ndjson").open("w", encoding="utf-8") as services,
        (folder / "truth.ndjson").open("w", encoding="utf-8") as truth,
    ):
        for one in made:
            structures.write(_line(one.structure))
            for service, kind in zip(one.services, one.kinds, strict=True):
                services.write(_line(service))
                known = {"id": service["id"], "structure_id": service["structure_id"], "kind": kind}
                truth.write(_line({**known, "code_insee": service["code_insee"]}))


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
