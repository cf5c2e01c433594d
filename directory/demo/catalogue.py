"""What can be invented: the words of `services.yaml` and `structures.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ServiceKind:
    """A kind of service. `access`: libre, inscription, rendez-vous, orientation, payant."""

    key: str
    name: str
    text: str
    thematiques: tuple[str, ...]
    type: str
    hours: tuple[str, ...]
    access: str
    publics: tuple[str, ...]
    accessible: bool
    remote: str
    """Empty, `aussi` (on site and remote) or `seulement`."""


@dataclass(frozen=True, slots=True)
class StructureKind:
    """A kind of structure. `weights`: how often, by size of town (`Town.size`)."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    reseaux: tuple[str, ...]
    services: tuple[ServiceKind, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All kinds, and the words that names and addresses are made of."""

    structures: tuple[StructureKind, ...]
    words: Mapping[str, Any]


@cache
def catalogue() -> Catalogue:
    """The catalogue that comes with the package."""
    written = yaml.safe_load((_FOLDER / "services.yaml").read_text(encoding="utf-8"))
    words = yaml.safe_load((_FOLDER / "structures.yaml").read_text(encoding="utf-8"))
    services = {key: _service(key, kind, words["horaires"]) for key, kind in written.items()}
    structures = tuple(
        StructureKind(
            names=tuple(kind["noms"]),
            weights=tuple(kind["villes"]),
            reseaux=tuple(kind.get("reseaux", ())),
            services=tuple(services[key] for key in kind["services"]),
            first=kind.get("premier", False),
        )
        for kind in words.pop("structures")
    )
    return Catalogue(structures, words)


def _service(key: str, kind: Mapping[str, Any], hours: Mapping[str, list[str]]) -> ServiceKind:
    return ServiceKind(
        key=key,
        name=kind["nom"],
        text=kind["texte"],
        thematiques=tuple(kind.get("thematiques", ())),
        type=kind["type"],
        hours=tuple(hours[kind["horaires"]]),
        access=kind["accueil"],
        publics=tuple(kind.get("publics", ())),
        accessible=kind.get("accessible", False),
        remote=kind.get("distance", ""),
    )
